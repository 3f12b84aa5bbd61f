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
import { Section } from '../../ui/Section';
import { Gathering } from './Gathering';
import { IndexParts } from './IndexParts';
import { OwnParts } from './OwnParts';
import { current, kommune, profile, surroundings, zone } from './readings';

/** What a number is made of, its place among all zones, and on how many indicators difficulties gather. */
export function Behind() {
  const of = zone.value;
  if (!of) return null;
  return (
    <Section title={texts.value.story.behind}>
      {of.choice.kind === 'own' ? <OwnParts /> : of.choice.kind === 'index' ? <IndexParts /> : <Spread />}
      <Gathering />
    </Section>
  );
}

/** An indicator's definition and counts, and its number among those of all zones. */
function Spread() {
  const of = zone.value;
  const shown = column.value;
  const rows = current(profile.value.value)?.rows;
  const draw = useCallback(
    (width: number) => spreadChart(shown?.values.filter(Number.isFinite) ?? [], marksOf(), shown?.unit ?? '', numbers.value, width),
    [shown, rows, of, language.value],
  );
  if (of?.choice.kind !== 'indicator' || !shown) return null;
  if (!rows) return <Pending what={nameOf(of.choice)} of={[surroundings.value, profile.value]} lines={6} />;
  const { story, table } = texts.value;
  const row = rows.find(({ indicator }) => indicator?.key === of.choice.key);
  const counts = row?.value?.counts;
  const standing = row?.standing;
  const lines = standing && [standing.lowest, standing.lowerQuartile, standing.median, standing.upperQuartile, standing.highest];
  const marks = marksOf();
  return (
    <>
      <p>{localized(of.choice.indicator.definition, language.value)}</p>
      {counts && <p class="number">{story.counts(numbers.value.count(counts.numerator), numbers.value.count(counts.denominator))}</p>}
      {lines && marks.length > 0 && (
        <Chart is="spread" caption={story.spread(nameOf(of.choice), localized(zoneSet.value?.name, language.value))} draw={draw}>
          <DataTable caption={nameOf(of.choice)} heads={[table.zone, table.value]}>
            <tbody>
              {[...marks, ...lines.map((value, position) => ({ name: story.spreadNames[position]!, value }))].map(({ name, value }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td class="numeric">{numbers.value.value(value, shown.unit)}</td>
                </tr>
              ))}
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
