import { useCallback } from 'preact/hooks';
import { Chart } from '../charts/Chart';
import { DataTable } from '../charts/DataTable';
import { dotChart } from '../charts/dotChart';
import { go, view } from '../state/view';
import { Pending } from '../states/Pending';
import { localized } from '../text/languages';
import { differenceRangeText, differenceText, measureText, rangeText } from '../text/measures';
import { language, numbers, texts } from '../text/speech';
import { Section } from '../ui/Section';
import { IndicatorButton } from './IndicatorButton';
import { beside, current, measure, mostZones, touched, zones } from './readings';

/** The zones, with the share that lies in the area, and the indicator of the map in each of them. */
export function SideBySide() {
  const { compare } = texts.value;
  const answer = current(beside.value.value);
  const what = measure.value;
  const comparison = answer?.comparisons.find(({ selection }) => selection?.indicator === what?.key);
  const listed = zones.value.slice(0, mostZones);
  const draw = useCallback(
    (width: number) =>
      dotChart(
        (comparison?.values ?? []).map(({ value }, position) => ({
          name: answer!.zones[position]!.name,
          value: value?.number.case === 'value' ? value.number.value : undefined,
          words: measureText(value, what?.unit ?? ''),
          ...(value?.interval && { lower: value.interval.lower, upper: value.interval.upper }),
        })),
        what?.unit ?? '',
        numbers.value,
        width,
      ),
    [comparison, language.value],
  );
  const asked = view.value.compare === 'area' ? view.value.area : view.value.programme;
  if (view.value.compare !== 'zones' && asked && !current(touched.value.value))
    return <Pending what={compare.title} of={[touched.value]} lines={6} />;
  if (view.value.compare !== 'zones' && asked && listed.length === 0) return <p>{compare.nothingTouched}</p>;
  if (listed.length === 0 || !what) return null;
  const shares = listed.some(zone => zone.touched);
  const name = localized(what.name, language.value);
  const heads = [texts.value.table.zone, ...(shares ? [compare.ofZone, compare.ofArea] : []), name];
  return (
    <Section title={shares ? compare.touchedZones : compare.sideBySide} busy={beside.value.busy}>
      {comparison && (
        <Chart is="dots" caption={compare.dots(name, comparison.selection?.period ?? '', confidence())} draw={draw}>
          <AllIndicators />
        </Chart>
      )}
      <DataTable
        caption={shares ? compare.touchedZones : compare.sideBySide}
        heads={[...heads, ...(shares ? [] : [compare.differenceTo(listed[0]!.name)])]}
      >
        <tbody>
          {listed.map((zone, position) => {
            const cell = comparison?.values[position];
            return (
              <tr key={zone.code}>
                <th scope="row">
                  <button type="button" class="ds-link" onClick={() => go({ zone: zone.code, compare: '' })}>
                    {zone.name}
                  </button>
                </th>
                {zone.touched && (
                  <>
                    <td class="numeric">{shareText(zone.touched.ofZone)}</td>
                    <td class="numeric">{shareText(zone.touched.ofArea)}</td>
                  </>
                )}
                <td class="numeric">
                  {measureText(cell?.value, what.unit)}
                  <span class="quiet">{rangeText(cell?.value?.interval, what.unit)}</span>
                </td>
                {!shares && (
                  <td class="numeric">
                    {position === 0 ? '–' : differenceText(cell?.difference, what.unit)}
                    <span class="quiet">{differenceRangeText(cell?.difference, what.unit)}</span>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </DataTable>
      {zones.value.length > mostZones && <p class="quiet">{compare.more(numbers.value.count(zones.value.length - mostZones))}</p>}
    </Section>
  );

  function confidence(): string {
    return numbers.value.share(answer?.intervalMethod?.confidenceLevel ?? 0);
  }
}

/** Every indicator in every zone. */
function AllIndicators() {
  const answer = current(beside.value.value);
  const { compare, story } = texts.value;
  if (!answer) return null;
  return (
    <DataTable caption={compare.allIndicators} heads={[story.indicator, ...answer.zones.map(({ name }) => name)]}>
      <tbody>
        {answer.comparisons.map(({ selection, unit, values }) => (
          <tr key={selection?.indicator}>
            <th scope="row">
              <IndicatorButton of={selection?.indicator ?? ''} period={selection?.period ?? ''} />
            </th>
            {values.map(({ value }, position) => (
              <td key={answer.zones[position]!.ref!.code} class="numeric">
                {measureText(value, unit)}
                <span class="quiet">{rangeText(value?.interval, unit)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function shareText(share: number): string {
  return numbers.value.value(share * 100, 'percent');
}
