import { type Boundary, yearsOf } from '../api/boundaries';
import { pointOf } from '../api/places';
import { palette } from '../legend/palette';
import { zoomOf } from '../map/names';
import { places } from '../map/readings';
import { linesOf } from '../picture/lines';
import { toDegrees } from '../picture/mercator';
import { ringsOf } from '../picture/paths';
import type { Pane } from '../state/pane';
import type { Frame, Point } from './Frame';
import { type Label, withoutMeetings } from './labels';

const zoneText = { size: 12, padding: 6, letters: 14, ink: 'selected', halo: 'selectedHalo' } as const;
const programmeText = { size: 14, padding: 4, letters: 20, ink: 'omradesatsing', halo: 'omradesatsingHalo' } as const;

/** Names of zones where there is room for them, and of områdesatsinger before them; over the map, in pixels. */
export function Names({ frame, pane }: { readonly frame: Frame; readonly pane: Pane }) {
  const { width, height } = frame.size.value;
  const inside = ({ x, y }: Point) => x > 0 && y > 0 && x < width && y < height;
  const programmes = (pane.boundaries.value.value?.features ?? []).map(each => ({
    ...programmeText,
    lines: [...linesOf(each.properties.name, programmeText.letters), yearsOf(each)],
    at: frame.pointOf(...middleOf(each)),
  }));
  const labels = [...programmes, ...zoneLabels(frame, pane)].filter(({ at }) => inside(at));
  return (
    <svg class="plain-names" aria-hidden="true" viewBox={`0 0 ${width} ${height}`}>
      {withoutMeetings(labels).map(({ lines, at, size, ink, halo }) => (
        <text key={`${lines.join(' ')} ${size}`} font-size={size} fill={palette.value[ink]} stroke={palette.value[halo]}>
          {lines.map((line, row) => (
            <tspan key={line} x={at.x} y={at.y + (row + 0.85 - lines.length / 2) * 1.15 * size}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </svg>
  );
}

function zoneLabels(frame: Frame, pane: Pane): (Label & { readonly ink: 'selected'; readonly halo: 'selectedHalo' })[] {
  const where = places.value.value;
  const column = pane.shown.value.value?.column;
  if (!where || !column || where.zoneSet !== column.name.zoneSet) return [];
  const known = column.names.flatMap((name, place) => {
    const point = pointOf(where, place);
    return point ? [{ name, point }] : [];
  });
  if ((frame.camera.value?.zoom ?? 0) < zoomOf(known.map(({ point }) => point))) return [];
  return known.map(({ name, point }) => ({ ...zoneText, lines: linesOf(name, zoneText.letters), at: frame.pointOf(...point) }));
}

/** The middle of the box around a boundary. */
function middleOf({ geometry }: Boundary): [longitude: number, latitude: number] {
  const corners = ringsOf(geometry).flatMap(ring => [...ring]);
  const middle = (from: 0 | 1) => {
    const side = corners.filter((_, at) => at % 2 === from);
    return (side.reduce((least, one) => Math.min(least, one)) + side.reduce((most, one) => Math.max(most, one))) / 2;
  };
  return toDegrees(middle(0), middle(1));
}
