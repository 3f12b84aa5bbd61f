import type { Indicator } from '../../generated/bolyst/v1/value_pb';
import { catalogue } from '../state/catalogue';
import { localized } from '../text/languages';
import { language, texts } from '../text/speech';
import { Select } from '../ui/Select';
import { startOf } from './offered';
import { alike, type Weighing, writeWeighing } from './weighing';

interface Properties {
  readonly weighing: Weighing;
  readonly offered: readonly Indicator[];
  readonly choose: (weighing: Weighing) => void;
}

/** Ready definitions to begin with. One whose indicators are not all here says what is lacking, and cannot be chosen. */
export function StartFrom({ weighing, offered, choose }: Properties) {
  const { weigh } = texts.value;
  const known = catalogue.value.value;
  const equal = { id: 'alike', weighing: alike(offered.map(({ key }) => key)), text: weigh.allAlike, disabled: false };
  const defined = [...(known?.indexes.values() ?? [])].map(definition => {
    const start = startOf(definition, offered);
    const label = localized(definition.label, language.value);
    const lacking = start.lacking.map(key => localized(known?.indicators.get(key)?.name, language.value) || key);
    return {
      id: definition.key,
      weighing: start.weighing,
      text: lacking.length > 0 ? weigh.lacks(label, lacking.join(', ')) : label,
      disabled: lacking.length > 0,
    };
  });
  const starts = [equal, ...defined];
  const now = starts.find(start => writeWeighing(start.weighing) === writeWeighing(weighing));
  return (
    <Select
      label={weigh.startFrom}
      value={now?.id ?? ''}
      options={[
        ...(now ? [] : [{ value: '', text: weigh.ownWeights }]),
        ...starts.map(({ id, text, disabled }) => ({ value: id, text, disabled })),
      ]}
      choose={id => {
        const start = starts.find(each => each.id === id);
        if (start) choose(start.weighing);
      }}
    />
  );
}
