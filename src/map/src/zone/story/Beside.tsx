import type { ProfileRow } from '../../../generated/bolyst/v1/comparison_service_pb';
import { DataTable } from '../../charts/DataTable';
import { go } from '../../state/view';
import { Pending } from '../../states/Pending';
import { localized } from '../../text/languages';
import { differenceRangeText, differenceText, measureText, rangeText } from '../../text/measures';
import { language, numbers, texts } from '../../text/speech';
import { Section } from '../../ui/Section';
import { current, kommune, profile, surroundings, zone } from './readings';
import { type Side, sideOf, sides } from './sides';

/** The zone beside its kommune, indicator by indicator: the strengths first. */
export function Beside() {
  const answer = current(profile.value.value);
  const place = kommune.value?.name;
  if (!answer) return <Pending what={texts.value.indicators} of={[surroundings.value, profile.value]} lines={8} />;
  // Nothing to stand beside: a kommune, or a zone that is linked to none.
  if (!place) return null;
  const { story } = texts.value;
  const groups = sides
    .filter(side => side !== 'missing')
    .map(side => ({ side, rows: answer.rows.filter(row => sideOf(row) === side) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <Section title={story.beside(place)} busy={profile.value.busy}>
      <p class="quiet">{story.besideHelp(numbers.value.share(answer.differenceMethod?.confidenceLevel ?? 0))}</p>
      {groups[0] && (groups[0].side === 'alike' || groups[0].side === 'harder') && <p>{story.noStrengths(place)}</p>}
      <DataTable caption={texts.value.indicators} heads={[story.indicator, story.here, place, story.difference]}>
        {groups.map(({ side, rows }) => (
          <tbody key={side}>
            <tr class="side-head">
              <th scope="colgroup" colSpan={4}>
                <span class="side-sign" data-side={side} aria-hidden="true" />
                {story.sides(place)[side]}
              </th>
            </tr>
            {rows.map(row => (
              <Row key={row.indicator?.key} row={row} side={side} />
            ))}
          </tbody>
        ))}
      </DataTable>
    </Section>
  );
}

function Row({ row, side }: { readonly row: ProfileRow; readonly side: Side }) {
  const unit = row.indicator?.unit ?? '';
  const name = localized(row.indicator?.name, language.value);
  const period = row.selection?.period;
  // A count or an amount of a zone and one of a kommune are of different sizes.
  const comparable = side !== 'context' || row.difference?.differenceInterval !== undefined;
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          class="ds-link"
          title={texts.value.story.show(name)}
          onClick={() => go({ subject: { kind: 'indicator', key: row.indicator!.key } })}
        >
          {name}
        </button>
        {period !== zone.value?.name.period && <span class="quiet"> {period}</span>}
      </th>
      <td class="numeric">
        {measureText(row.value, unit)}
        <span class="quiet">{rangeText(row.value?.interval, unit)}</span>
      </td>
      <td class="numeric">{measureText(row.reference, unit)}</td>
      <td class="numeric">
        {comparable ? differenceText(row.difference, unit) : '–'}
        {comparable && <span class="quiet range">{differenceRangeText(row.difference, unit)}</span>}
      </td>
    </tr>
  );
}
