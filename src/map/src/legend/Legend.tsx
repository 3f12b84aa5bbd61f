import { Polarity } from '../../generated/bolyst/v1/value_pb';
import { nameOf } from '../choose/Choices';
import { column, period, type SubjectChoice, subject } from '../state/chosen';
import { Skeleton } from '../states/Skeleton';
import { numbers, texts, unitText } from '../text/speech';
import { type Gap, gaps } from './classes';
import { Swatch } from './Swatch';
import { classes, palette } from './shading';

/** What the colours and patterns mean, with how many zones there are of each. */
export function Legend() {
  const shown = column.value.value;
  const divided = classes.value;
  const choice = subject.value;
  const { statuses, direction, legend } = texts.value;
  const gapTexts: Readonly<Record<Gap, string>> = {
    missing: statuses.notDelivered,
    suppressed: statuses.suppressed,
    'below-limit': statuses.belowPopulationLimit,
  };
  return (
    <section class="legend" aria-labelledby="legend-title" aria-busy={column.value.busy}>
      <h2 class="ds-sr-only" id="legend-title">
        {legend}
      </h2>
      {!shown || !divided || !choice ? (
        <Skeleton lines={7} />
      ) : (
        <>
          <p class="legend-title">
            {nameOf(choice)} <span class="quiet">{period.value}</span>
          </p>
          <p class="quiet">
            {unitText(shown.unit)} · {texts.value.classMethod(divided.ranges.length)}
          </p>
          <ul class="legend-list">
            {divided.ranges.map((range, k) => (
              <li key={range.to}>
                <Swatch colour={palette.value.classes[k]!} />
                <span>{texts.value.classRange(numbers.value.bare(range.from, shown.unit), numbers.value.value(range.to, shown.unit))}</span>
                <span class="quiet count">{zoneCount(range.zones)}</span>
              </li>
            ))}
            {gaps
              .filter(gap => divided.gaps[gap] > 0)
              .map(gap => (
                <li key={gap}>
                  <Swatch gap={gap} />
                  <span>{gapTexts[gap]}</span>
                  <span class="quiet count">{zoneCount(divided.gaps[gap])}</span>
                </li>
              ))}
          </ul>
          <p class="quiet">{directionText(choice, direction)}</p>
        </>
      )}
    </section>
  );
}

function zoneCount(count: number): string {
  return texts.value.zoneCount(numbers.value.count(count), count === 1);
}

function directionText(choice: SubjectChoice, direction: { worse: string; better: string; neutral: string; context: string }): string {
  if (choice.kind === 'index') return direction.worse;
  switch (choice.indicator.polarity) {
    case Polarity.HIGHER_IS_WORSE:
      return direction.worse;
    case Polarity.HIGHER_IS_BETTER:
      return direction.better;
    case Polarity.CONTEXT_ONLY:
      return `${direction.neutral}. ${direction.context}`;
    default:
      return direction.neutral;
  }
}
