import { sketch } from '../compare/sketch';
import { palette } from '../legend/palette';
import { toMercator } from '../picture/mercator';
import { pickedPlaces, pointed, selectedPlace } from '../state/pointed';
import { view } from '../state/view';
import type { Drawing } from './drawing';

interface Pinned {
  readonly within: Drawing;
  /** Metres that a pixel covers. */
  readonly metres: number;
}

/** Outlines of zones that stand out, each over its halo: what is chosen over what is only pointed at. */
export function Marks({ within: { paths } }: Pick<Pinned, 'within'>) {
  const marked = [
    ['plain-pointed', pointed.value?.place],
    ...pickedPlaces.value.map(place => ['plain-selected', place] as const),
    ['plain-selected', selectedPlace.value],
  ] as const;
  const known = marked.flatMap(([name, place]) => (place === undefined ? [] : [{ name, place }]));
  return (
    <g class="plain-marks">
      {known.map(({ name, place }) => (
        <path key={place} class={`${name} plain-halo`} d={paths[place]} stroke={palette.value.selectedHalo} />
      ))}
      {known.map(({ name, place }) => (
        <path key={place} class={name} d={paths[place]} stroke={palette.value.selected} />
      ))}
    </g>
  );
}

/** The area that is compared, with its corners while it is drawn. */
export function Sketched({ within, metres }: Pinned) {
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

/** The coordinate that was looked for. */
export function Spot({ within, metres }: Pinned) {
  const { spot } = view.value;
  if (!spot) return null;
  const [x, y] = at([spot.longitude, spot.latitude], within);
  return <circle class="plain-spot" cx={x} cy={y} r={8 * metres} fill={palette.value.spot} />;
}

function at([longitude, latitude]: readonly [number, number], { west, north }: Drawing): readonly [x: number, y: number] {
  const [x, y] = toMercator(longitude, latitude);
  return [x - west, north - y];
}
