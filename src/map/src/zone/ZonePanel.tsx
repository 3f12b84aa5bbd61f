import { hasNumber } from '../api/statuses';
import { nameOf } from '../choose/Choices';
import { catalogue, column, subject } from '../state/chosen';
import { selectedPlace } from '../state/pointed';
import { go } from '../state/view';
import { numbers, statusWord, texts } from '../text/speech';
import { intervalText, valueText } from '../text/values';
import { Panel } from '../ui/Panel';

/** The zone whose panel is open: its number, how sure it is, its rank and where it comes from. */
export function ZonePanel() {
  const place = selectedPlace.value;
  const shown = column.value;
  const choice = subject.value;
  if (place === undefined || !shown || !choice) return null;
  const { zonePanel } = texts.value;
  const status = shown.statuses[place]!;
  const interval = intervalText(shown, place);
  const indicator = choice.kind === 'indicator' ? catalogue.value.value?.indicators.get(choice.key) : undefined;
  return (
    <Panel title={shown.names[place] ?? ''} close={() => go({ zone: '' })}>
      <p class="quiet">{nameOf(choice)}</p>
      <p class="zone-value">{valueText(shown, place)}</p>
      {interval && <p>{interval}</p>}
      <dl class="facts">
        <dt>{zonePanel.period}</dt>
        <dd>{shown.name.period}</dd>
        <dt>{zonePanel.status}</dt>
        <dd>{statusWord(status)}</dd>
        {hasNumber(status) && (
          <>
            <dt>{zonePanel.rank}</dt>
            <dd>{rankText(shown.values, shown.statuses.map(hasNumber), place)}</dd>
          </>
        )}
        <dt>{zonePanel.code}</dt>
        <dd>{shown.codes[place]}</dd>
        {indicator?.sourceTable && (
          <>
            <dt>{zonePanel.source}</dt>
            <dd>{indicator.sourceTable}</dd>
          </>
        )}
      </dl>
    </Panel>
  );
}

/** Equal values share the best of their ranks, as in the service. */
function rankText(values: readonly number[], known: readonly boolean[], place: number): string {
  const higher = values.filter((value, other) => known[other] && value > values[place]!).length;
  return texts.value.zonePanel.rankOf(numbers.value.rank(higher + 1), numbers.value.count(known.filter(Boolean).length));
}
