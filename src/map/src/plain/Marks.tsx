import { sketch } from '../compare/sketch';
import { palette } from '../legend/palette';
import { toMercator } from '../picture/mercator';
import { pickedPlaces, pointed, selectedPlace } from '../state/pointed';
import { view } from '../state/view';
import type { Drawing } from './drawing';

interface Properties {
  readonly within: Drawing;
  /** Metres that a pixel covers. */
  readonly metres: number;
}

/** What stands out: zones that are pointed at, selected or picked, the area that is compared, and the coordinate that was looked for. */
export function Marks({ within, metres }: Properties) {
  const marked = [
    ['plain-pointed', pointed.value?.place],
    ['plain-selected', selectedPlace.value],
  ] as const;
  return (
    <>
      {marked.map(([name, place]) => place !== undefined && <path key={name} class={name} d={within.paths[place]} />)}
      {pickedPlaces.value.map(place => (
        <path key={place} class="plain-selected" d={within.paths[place]} />
      ))}
      <Sketched within={within} metres={metres} />
      <Spot within={within} metres={metres} />
    </>
  );
}

/** The area that is compared, with its corners while it is drawn. */
function Sketched({ within, metres }: Properties) {
  const area = sketch.value;
  if (!area) return null;
  const path = area.polygons
    .flat()
    .map(ring => `M${ring.map(corner => at(corner, within).join(' ')).join('L')}Z`)
    .join('');
  return (
    <g class="plain-sketch" stroke={palette.value.sketch} fill={palette.value.sketch}>
      <path d={path} />
      {area.corners.map(corner => {
        const [x, y] = at(corner, within);
        return <circle key={String(corner)} cx={x} cy={y} r={5 * metres} />;
      })}
    </g>
  );
}

function Spot({ within, metres }: Properties) {
  const { spot } = view.value;
  if (!spot) return null;
  const [x, y] = at([spot.longitude, spot.latitude], within);
  return <circle class="plain-spot" cx={x} cy={y} r={8 * metres} fill={palette.value.spot} />;
}

function at([longitude, latitude]: readonly [number, number], { west, north }: Drawing): readonly [x: number, y: number] {
  const [x, y] = toMercator(longitude, latitude);
  return [x - west, north - y];
}
