import { useCallback } from 'preact/hooks';
import type { FactorExplanation } from '../../../generated/bolyst/v1/index_service_pb';
import type { Measured } from '../../../generated/bolyst/v1/measured_pb';
import { reasonName } from '../../api/statuses';
import { type Bar, barChart } from '../../charts/barChart';
import { Chart } from '../../charts/Chart';
import { DataTable } from '../../charts/DataTable';
import { Pending } from '../../states/Pending';
import { localized } from '../../text/languages';
import { measureText } from '../../text/measures';
import { language, numbers, statusWord, texts } from '../../text/speech';
import { Criteria } from './Criteria';
import { computedText, nameOfPart, numberOf, unitOfPart } from './parts';
import { current, explanation } from './readings';

/** What the index that is shown is made of: the part of each factor, or each criterion and whether it is met. */
export function IndexParts() {
  const explained = current(explanation.value.value);
  const factors = explained?.factors ?? [];
  const draw = useCallback((width: number) => barChart(barsOf(factors), width), [explained, language.value]);
  if (!explained) return <Pending what={texts.value.story.parts} of={[explanation.value]} lines={6} />;
  const { story } = texts.value;
  const ratio = numberOf(explained.ratioToReference);
  if (explained.criteria.length > 0) return <Criteria criteria={explained.criteria} />;
  return (
    <>
      {ratio !== undefined && (
        <p class="number">{story.ratio(numbers.value.bare(ratio, 'ratio'), explained.reference?.name ?? story.allZones)}</p>
      )}
      {factors.some(({ contribution }) => numberOf(contribution) !== undefined) ? (
        <Chart is="parts" caption={`${story.parts}. ${story.partHelp}`} draw={draw}>
          <DataTable caption={story.parts} heads={[story.indicator, story.here, story.ratio('', story.allZones).trim(), story.part]}>
            <tbody>
              {factors.map(factor => (
                <tr key={factor.selection?.indicator}>
                  <th scope="row">{nameOfPart(factor.selection?.indicator)}</th>
                  <td class="numeric">{measureText(factor.input, unitOfPart(factor.selection?.indicator))}</td>
                  <td class="numeric">{computedText(factor.ratio, ratio => numbers.value.bare(ratio, 'ratio'))}</td>
                  <td class="numeric">{computedText(factor.contribution, numbers.value.share)}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </Chart>
      ) : (
        <>
          <DataTable caption={texts.value.indicators} heads={[story.indicator, story.here]}>
            <tbody>
              {factors.map(({ selection, input }) => (
                <tr key={selection?.indicator}>
                  <th scope="row">{nameOfPart(selection?.indicator)}</th>
                  <td class="numeric">{measureText(input, unitOfPart(selection?.indicator))}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
          <p class="quiet">{reasonOf(explained.ratioToReference)}</p>
        </>
      )}
      <p class="quiet">{localized(explained.definition?.reservation, language.value)}</p>
    </>
  );
}

/** Why there is no distance to tell the parts of. */
function reasonOf(measured: Measured | undefined): string {
  return measured?.result.case === 'reason' ? `${statusWord(reasonName(measured.result.value.code))}.` : '';
}

/** To the right what lifts the index above the reference, to the left what lowers it, as long as its part of the distance. */
function barsOf(factors: readonly FactorExplanation[]): Bar[] {
  const { pullsUp, pullsDown } = texts.value.story;
  return factors
    .flatMap(factor => {
      const [part, lift] = [numberOf(factor.contribution), numberOf(factor.logRatio)];
      if (part === undefined || lift === undefined) return [];
      const words = `${numbers.value.share(part)} (${lift < 0 ? pullsDown : pullsUp})`;
      return [{ name: nameOfPart(factor.selection?.indicator), value: Math.abs(part) * Math.sign(lift), words }];
    })
    .sort((left, right) => right.value - left.value);
}
