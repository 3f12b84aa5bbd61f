import { useCallback } from 'preact/hooks';
import type { CompositeContribution } from '../../../generated/bolyst/v1/index_service_pb';
import { barChart } from '../../charts/barChart';
import { Chart } from '../../charts/Chart';
import { DataTable } from '../../charts/DataTable';
import { Pending } from '../../states/Pending';
import { language, numbers, texts } from '../../text/speech';
import { computedText, nameOfPart, numberOf, unitOfPart } from './parts';
import { current, ownExplanation } from './readings';

/** What the score of a person's own weighing is made of. */
export function OwnParts() {
  const explained = current(ownExplanation.value.value);
  const parts = explained?.contributions ?? [];
  const draw = useCallback((width: number) => barChart(barsOf(parts), width), [explained, language.value]);
  if (!explained) return <Pending what={texts.value.weigh.parts} of={[ownExplanation.value]} lines={6} />;
  const { story, weigh } = texts.value;
  return (
    <>
      <p>{weigh.notOfficial}</p>
      {barsOf(parts).length > 0 && (
        <Chart is="parts" caption={weigh.parts} draw={draw}>
          <DataTable caption={weigh.parts} heads={[story.indicator, story.here, story.part]}>
            <tbody>
              {parts.map(part => (
                <tr key={part.indicator}>
                  <th scope="row">{nameOfPart(part.indicator)}</th>
                  <td class="numeric">{computedText(part.value, value => numbers.value.value(value, unitOfPart(part.indicator)))}</td>
                  <td class="numeric">{computedText(part.contribution, value => numbers.value.bare(value, 'score'))}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </Chart>
      )}
    </>
  );
}

function barsOf(parts: readonly CompositeContribution[]) {
  return parts
    .flatMap(part => {
      const value = numberOf(part.contribution);
      return value === undefined ? [] : [{ name: nameOfPart(part.indicator), value, words: numbers.value.bare(value, 'score') }];
    })
    .sort((left, right) => right.value - left.value);
}
