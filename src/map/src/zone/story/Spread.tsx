import { useCallback } from 'preact/hooks';
import { Chart } from '../../charts/Chart';
import { DataTable } from '../../charts/DataTable';
import { type Mark, spreadChart } from '../../charts/spreadChart';
import { nameOf } from '../../choose/subjects';
import { zoneSet } from '../../state/chosen';
import { selectedPlace } from '../../state/pointed';
import { column } from '../../state/shown';
import { Pending } from '../../states/Pending';
import { localized } from '../../text/languages';
import { language, numbers, texts } from '../../text/speech';
import { current, kommune, profile, spread, surroundings, zone } from './readings';

/** The shares of zones below each line that is told, as places among the percent points of the service: 0, 25, 50, 75 and 100 %. */
const told = [0, 3, 4, 5, 8];

/** An indicator's definition and counts, and its number among those of the zones that the zone is ranked among. */
export function Spread() {
  const of = zone.value;
  const shown = column.value;
  const rows = current(profile.value.value)?.rows;
  const among = current(spread.value.value);
  const draw = useCallback(
    (width: number) => {
      const { places } = among?.within ?? {};
      const values = places ? places.map(place => shown!.values[place]!) : (shown?.values ?? []);
      return spreadChart(values.filter(Number.isFinite), marksOf(), shown?.unit ?? '', numbers.value, width);
    },
    [shown, rows, among, of, language.value],
  );
  if (of?.choice.kind !== 'indicator' || !shown) return null;
  if (!rows || !among) return <Pending what={nameOf(of.choice)} of={[surroundings.value, profile.value, spread.value]} lines={6} />;
  const { story, table } = texts.value;
  const counts = rows.find(({ indicator }) => indicator?.key === of.choice.key)?.value?.counts;
  const points = among.summary.percentPoints;
  const marks = marksOf();
  return (
    <>
      <p>{localized(of.choice.indicator.definition, language.value)}</p>
      {counts && <p class="number">{story.counts(numbers.value.count(counts.numerator), numbers.value.count(counts.denominator))}</p>}
      {points.length > 0 && marks.length > 0 && (
        <Chart
          is="spread"
          caption={story.spread(nameOf(of.choice), localized(zoneSet.value?.name, language.value), among.within?.kommune.name)}
          draw={draw}
        >
          <DataTable caption={nameOf(of.choice)} heads={[table.zone, table.value]}>
            <tbody>
              {[...marks, ...told.map((point, line) => ({ name: story.spreadNames[line]!, value: points[point]! }))].map(
                ({ name, value }) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td class="numeric">{numbers.value.value(value, shown.unit)}</td>
                  </tr>
                ),
              )}
            </tbody>
          </DataTable>
        </Chart>
      )}
    </>
  );

  function marksOf(): Mark[] {
    const found = rows?.find(({ indicator }) => indicator?.key === of?.choice.key);
    const place = selectedPlace.value;
    // A kommune's count or amount is of another size than a zone's.
    const comparable = found?.difference !== undefined && found.value?.interval !== undefined;
    return [
      ...(found?.value?.number.case === 'value' && shown && place !== undefined
        ? [{ name: shown.names[place]!, value: found.value.number.value }]
        : []),
      ...(comparable && found?.reference?.number.case === 'value' && kommune.value
        ? [{ name: kommune.value.name, value: found.reference.number.value }]
        : []),
    ];
  }
}
