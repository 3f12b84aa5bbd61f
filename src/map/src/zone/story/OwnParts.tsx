import { useCallback } from 'preact/hooks';
import type { CompositeContribution } from '../../../generated/bolyst/v1/index_service_pb';
import type { Measured } from '../../../generated/bolyst/v1/measured_pb';
import { barChart } from '../../charts/barChart';
import { Chart } from '../../charts/Chart';
import { DataTable } from '../../charts/DataTable';
import { Pending } from '../../states/Pending';
import { localized } from '../../text/languages';
import { language, numbers, texts } from '../../text/speech';
import { current, ownExplanation, zone } from './readings';

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
                  <th scope="row">{nameOfPart(part)}</th>
                  <td class="numeric">{written(part.value, value => numbers.value.value(value, unitOf(part)))}</td>
                  <td class="numeric">{written(part.contribution, value => numbers.value.bare(value, 'score'))}</td>
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
      return value === undefined ? [] : [{ name: nameOfPart(part), value, words: numbers.value.bare(value, 'score') }];
    })
    .sort((left, right) => right.value - left.value);
}

function nameOfPart({ indicator }: CompositeContribution): string {
  return localized(zone.value?.known.indicators.get(indicator)?.name, language.value);
}

function unitOf({ indicator }: CompositeContribution): string {
  return zone.value?.known.indicators.get(indicator)?.unit ?? '';
}

function numberOf(measured: Measured | undefined): number | undefined {
  return measured?.result.case === 'value' ? measured.result.value : undefined;
}

function written(measured: Measured | undefined, write: (value: number) => string): string {
  const value = numberOf(measured);
  return value === undefined ? texts.value.notComputable : write(value);
}
