import { useId } from 'preact/hooks';
import { fillOf, shade } from '../legend/shade';
import { borderWidths, widthAt } from '../map/widths';
import type { Shown } from '../state/shown';
import { type Drawing, waterPaths } from './drawing';
import { Patterns } from './Patterns';

interface Properties {
  readonly shown: Shown;
  readonly drawing: Drawing;
  /** Zones that are hatched over their colour. */
  readonly hatched: readonly boolean[] | undefined;
  /** Metres that a pixel covers. */
  readonly metres: number;
  readonly zoom: number;
}

/** Each zone in the colour or the pattern of its class, water over them, and their borders. */
export function Zones({ shown: { column, classes, within }, drawing: { zoneSet, paths }, hatched, metres, zoom }: Properties) {
  const name = useId();
  // A zone set may be changed while the numbers of the one before are still shown.
  if (column.name.zoneSet !== zoneSet) return null;
  const shading = shade(column, classes, within?.inside);
  const paintOf = (paint: number) => fillOf(paint, classes, pattern => `url(#${name}-${pattern})`);
  return (
    <>
      <Patterns name={name} classes={classes} metres={metres} />
      <g class="plain-zones">
        {paths.map((path, place) => (
          <path key={column.codes[place]} data-place={place} d={path} fill={paintOf(shading[place]!)} />
        ))}
        {paths.map((path, place) => hatched?.[place] && <path key={place} data-place={place} d={path} fill={`url(#${name}-hatch)`} />)}
      </g>
      <g class="plain-water" fill={`url(#${name}-water)`}>
        {waterPaths.value.map((path, tile) => (
          <path key={tile} d={path} />
        ))}
      </g>
      <path class="plain-borders" d={paths.join('')} stroke-width={widthAt(borderWidths, zoom)} />
    </>
  );
}

/** The zone that something on the page belongs to. */
export function placeOf(target: EventTarget | null): number | undefined {
  const place = target instanceof SVGElement ? target.dataset.place : undefined;
  return place === undefined ? undefined : Number(place);
}
