import { catalogue } from '../state/catalogue';
import { coverage, type OwnChoice, period, zoneSet } from '../state/chosen';
import { sources } from '../state/sources';
import { localized } from '../text/languages';
import { language, numbers, texts } from '../text/speech';
import { olderPeriods } from './offered';
import { shareOf } from './weighing';

/** All that was chosen, in words: whoever reads it could make it again. */
export function HowMade({ choice }: { readonly choice: OwnChoice }) {
  const { weighing } = choice;
  const { weigh, dataset, share } = texts.value;
  const version = catalogue.value.value?.version;
  const name = (key: string) => localized(choice.offered.find(indicator => indicator.key === key)?.name, language.value);
  const heaviestFirst = [...weighing.weights].sort((left, right) => right[1] - left[1]).map(([key]) => key);
  const older = coverage.value.value ? olderPeriods(heaviestFirst, coverage.value.value, period.value) : {};
  const scale = weigh.scales[weighing.scale];
  const join = weigh.joins[weighing.join];
  return (
    <details>
      <summary>{weigh.howMade}</summary>
      <p>
        {weigh.madeOf(localized(zoneSet.value?.name, language.value), period.value)} {weigh.notOfficial}
      </p>
      <ul>
        {heaviestFirst.map(key => (
          <li key={key}>
            {name(key)}: {numbers.value.share(shareOf(weighing, key))}
          </li>
        ))}
      </ul>
      {Object.entries(older).map(([key, found]) => (
        <p key={key}>{weigh.older(name(key), found)}</p>
      ))}
      <p>
        {weigh.scale}: {scale.name}. {scale.help}
      </p>
      <p>
        {weigh.join}: {join.name}. {join.help}
      </p>
      <p>
        {share.sources}: {sources.value.map(({ text }) => text).join(' · ')}
      </p>
      <p>
        {weigh.missingRule} {version !== undefined && dataset(String(version))}
      </p>
    </details>
  );
}
