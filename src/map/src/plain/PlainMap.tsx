import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { patterns } from '../api/classes';
import { type Outlines, readOutlines } from '../api/outlines';
import { type Places, pointOf } from '../api/places';
import { sketch } from '../compare/sketch';
import { palette } from '../legend/palette';
import { shade } from '../legend/shade';
import { type Ground, press } from '../map/keyboard';
import { MapTools } from '../map/MapTools';
import { extent, placesWanted } from '../map/readings';
import { ZoneTip } from '../map/ZoneTip';
import { cameraOf, type Extent, extentOf, type Size, toDegrees, toMercator } from '../picture/mercator';
import { pathOf, ringsOf } from '../picture/paths';
import { patternMark } from '../picture/patternMarkup';
import type { Camera } from '../state/address';
import { catalogue } from '../state/catalogue';
import { addCorner, chooseZone, drawing as corners, finishDrawing } from '../state/choosing';
import { column, zoneSet } from '../state/chosen';
import { wanted } from '../state/looking';
import { first, type Pane } from '../state/pane';
import { pickedPlaces, pointed, selectedPlace } from '../state/pointed';
import { reading } from '../state/reading';
import { go, view } from '../state/view';
import { texts } from '../text/speech';
import { hatchInks, hatchMark, hatchSide } from '../weigh/hatch';
import { depends } from '../weigh/sureness';
import './plain.css';

const patternSide = 8;
const size = { width: 900, height: 600 };

/** Outlines as coarse as the whole set at once can show. */
const outlines = reading<Outlines>(() => {
  const set = zoneSet.value;
  const version = catalogue.value.value?.version;
  const whole = extent.value;
  if (!set || !whole || version === undefined) return undefined;
  const [[west], [east]] = [toMercator(whole[0], whole[1]), toMercator(whole[2], whole[3])];
  const tolerance = (east - west) / 4 / size.width;
  return { key: `${set.key} ${tolerance}`, read: abort => readOutlines(set.key, tolerance, version, abort) };
});

/** The map in a browser without WebGL: SVG, with the same keys and the same answers to the pointer. */
export function PlainMap({ pane, label }: { readonly pane: Pane; readonly label: string }) {
  const helpId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const shape = useSignal<Size>(size);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry!.contentRect.width > 0) shape.value = { width: entry!.contentRect.width, height: entry!.contentRect.height };
    });
    observer.observe(frame.current!);
    return () => observer.disconnect();
  }, []);

  const camera = useComputed<Camera | undefined>(
    () =>
      view.value.camera ??
      (extent.value && cameraOf([extent.value[0], extent.value[1], extent.value[2], extent.value[3]], shape.value, 32)),
  );
  const seen = useComputed(() => camera.value && extentOf(camera.value, shape.value));
  // Paths are in metres from the corner of all outlines, so that moving the map draws none of them anew.
  const drawn = useComputed(() => outlines.value.value && drawingOf(outlines.value.value));
  useSignalEffect(() => {
    if (!wanted.value) return;
    go({ camera: rounded(cameraOf(wanted.value, shape.value, 96)) }, 'same');
    wanted.value = undefined;
  });

  const move = (change: Partial<Camera>) => camera.value && go({ camera: rounded({ ...camera.value, ...change }) }, 'same');
  const zoomBy = (steps: number) => camera.value && move({ zoom: Math.min(17, Math.max(0, camera.value.zoom + steps)) });
  const panBy = ([right, down]: readonly [number, number]) => {
    const now = seen.value;
    if (!now) return;
    const metres = (now.east - now.west) / shape.value.width;
    const [longitude, latitude] = toDegrees((now.west + now.east) / 2 + right * metres, (now.south + now.north) / 2 - down * metres);
    move({ longitude, latitude });
  };
  const onScreen = (longitude: number, latitude: number) => {
    const [x, y] = toMercator(longitude, latitude);
    const now = seen.value!;
    const metres = (now.east - now.west) / shape.value.width;
    return { x: (x - now.west) / metres, y: (now.north - y) / metres };
  };
  const ground: Ground = {
    panBy,
    zoomBy,
    nearestToMiddle: places => nearestTo(shape.value, place => at(places, place), places.east.length),
    middle: () => ({ longitude: camera.value?.longitude ?? 0, latitude: camera.value?.latitude ?? 0 }),
    reveal: (places, place) => {
      const point = pointOf(places, place);
      if (!point) return undefined;
      const { x, y } = onScreen(...point);
      const { width, height } = shape.value;
      if (x < 48 || y < 48 || x > width - 48 || y > height - 48) move({ longitude: point[0], latitude: point[1] });
      return onScreen(...point);
    },
  };
  const at = (places: Places, place: number) => {
    const point = pointOf(places, place);
    return point && onScreen(...point);
  };

  const pointAt = (event: PointerEvent) => {
    const place = placeOf(event.target);
    const box = frame.current!.getBoundingClientRect();
    pointed.value = place === undefined ? undefined : { place, by: 'pointer', x: event.clientX - box.left, y: event.clientY - box.top };
  };

  const groundAt = (event: MouseEvent): [number, number] => {
    const { left, top } = frame.current!.getBoundingClientRect();
    const view = seen.value!;
    const metres = (view.east - view.west) / shape.value.width;
    return toDegrees(view.west + (event.clientX - left) * metres, view.north - (event.clientY - top) * metres);
  };

  const now = seen.value;
  const drawing = drawn.value;
  const metres = now ? (now.east - now.west) / shape.value.width : 1;
  return (
    <section class="map" aria-label={label}>
      <p class="map-help" id={helpId}>
        {texts.value.mapHelp}
      </p>
      <div class="plain" ref={frame}>
        {now && drawing && (
          <svg
            role="application"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keys of the map, as MapLibre's canvas does
            tabIndex={0}
            aria-label={label}
            aria-describedby={helpId}
            viewBox={`${now.west - drawing.west} ${drawing.north - now.north} ${now.east - now.west} ${now.north - now.south}`}
            onKeyDown={event => {
              if (press(event, ground)) event.preventDefault();
            }}
            onFocus={() => {
              placesWanted.value = true;
            }}
            onDblClick={finishDrawing}
            onPointerMove={pointAt}
            onPointerLeave={() => {
              pointed.value = undefined;
            }}
            onClick={event => {
              const place = placeOf(event.target);
              if (corners.value) addCorner(...groundAt(event));
              else if (place !== undefined) chooseZone(column.value?.codes[place] ?? '');
            }}
          >
            <Patterns pane={pane} metres={metres} />
            <Zones pane={pane} paths={drawing.paths} />
            <Boundaries pane={pane} within={drawing} />
            {[['plain-pointed', pointed.value?.place] as const, ['plain-selected', selectedPlace.value] as const].map(
              ([name, place]) => place !== undefined && <path key={name} class={name} d={drawing.paths[place]} />,
            )}
            {pickedPlaces.value.map(place => (
              <path key={place} class="plain-selected" d={drawing.paths[place]} />
            ))}
            <SketchOver within={drawing} radius={5 * metres} />
            {view.value.spot && <Spot within={drawing} radius={8 * metres} {...view.value.spot} />}
          </svg>
        )}
      </div>
      <p class="plain-note quiet">{texts.value.noWebGl}</p>
      <MapTools zoomBy={zoomBy} />
      {corners.value && <div class="map-cross" aria-hidden="true" />}
      <ZoneTip pane={pane} />
    </section>
  );
}

interface Drawing extends Extent {
  readonly paths: readonly string[];
}

function Zones({ pane, paths }: { readonly pane: Pane; readonly paths: readonly string[] }) {
  const shown = pane.shown.value.value;
  if (!shown || shown.column.codes.length !== paths.length) return null;
  const painted = shade(shown.column, shown.classes);
  const hatched = pane === first ? (depends.value ?? []) : [];
  return (
    <g class="plain-zones">
      {paths.map((path, place) => {
        const paint = painted[place]!;
        return (
          <path
            key={shown.column.codes[place]}
            data-place={place}
            d={path}
            fill={paint < 0 ? `url(#plain-${patterns[-1 - paint]})` : shown.classes.classes[paint]!.colour}
          />
        );
      })}
      {paths.map((path, place) => hatched[place] && <path key={place} data-place={place} d={path} fill="url(#plain-hatch)" />)}
    </g>
  );
}

/** Patterns keep their size on the screen however large the ground is. */
function Patterns({ pane, metres }: { readonly pane: Pane; readonly metres: number }) {
  const looks = pane.shown.value.value?.classes;
  if (!looks) return null;
  const { ground, ink } = looks.pattern_look;
  return (
    <defs>
      <pattern id="plain-hatch" width={hatchSide} height={hatchSide} patternUnits="userSpaceOnUse" patternTransform={`scale(${metres})`}>
        {hatchInks.map(([colour, width]) => (
          <path key={colour} d={hatchMark} stroke={colour} stroke-width={width} />
        ))}
      </pattern>
      {looks.without_number.map(({ pattern }) => (
        <pattern
          key={pattern}
          id={`plain-${pattern}`}
          width={patternSide}
          height={patternSide}
          patternUnits="userSpaceOnUse"
          patternTransform={`scale(${metres})`}
        >
          <rect width={patternSide} height={patternSide} fill={ground} />
          {patternMark[pattern] ? <path d={patternMark[pattern]} stroke={ink} /> : <circle cx="4" cy="4" r="1.2" fill={ink} />}
        </pattern>
      ))}
    </defs>
  );
}

function Boundaries({ pane, within }: { readonly pane: Pane; readonly within: Drawing }) {
  return (
    <g class="plain-boundaries">
      {(pane.boundaries.value.value?.features ?? []).map(({ geometry, properties }) => {
        const path = pathOf(ringsOf(geometry), within, { width: within.east - within.west, height: within.north - within.south });
        return (
          <g key={properties.key}>
            <path d={path} stroke={palette.value.omradesatsingHalo} stroke-width="6" />
            <path d={path} stroke={palette.value.omradesatsing} stroke-width="2.5" stroke-dasharray="7.5 3.75" />
          </g>
        );
      })}
    </g>
  );
}

/** The area that is compared, with its corners while it is drawn. */
function SketchOver({ within, radius }: { readonly within: Drawing; readonly radius: number }) {
  const area = sketch.value;
  if (!area) return null;
  const at = ([longitude, latitude]: readonly [number, number]) => {
    const [x, y] = toMercator(longitude, latitude);
    return [x - within.west, within.north - y] as const;
  };
  const path = area.polygons
    .flat()
    .map(ring => `M${ring.map(corner => at(corner).join(' ')).join('L')}Z`)
    .join('');
  return (
    <g class="plain-sketch" stroke={palette.value.sketch} fill={palette.value.sketch}>
      <path d={path} />
      {area.corners.map(corner => {
        const [x, y] = at(corner);
        return <circle key={String(corner)} cx={x} cy={y} r={radius} />;
      })}
    </g>
  );
}

function Spot({
  within,
  radius,
  longitude,
  latitude,
}: {
  readonly within: Drawing;
  readonly radius: number;
  readonly longitude: number;
  readonly latitude: number;
}) {
  const [x, y] = toMercator(longitude, latitude);
  return <circle class="plain-spot" cx={x - within.west} cy={within.north - y} r={radius} fill={palette.value.spot} />;
}

function drawingOf({ rings }: Outlines): Drawing {
  let [west, south, east, north] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const ring of rings.flat()) {
    for (let at = 0; at < ring.length; at += 2) {
      west = Math.min(west, ring[at]!);
      east = Math.max(east, ring[at]!);
      south = Math.min(south, ring[at + 1]!);
      north = Math.max(north, ring[at + 1]!);
    }
  }
  const whole = { west, south, east, north };
  return { ...whole, paths: rings.map(each => pathOf(each, whole, { width: east - west, height: north - south })) };
}

function nearestTo(
  { width, height }: Size,
  where: (place: number) => { readonly x: number; readonly y: number } | undefined,
  count: number,
): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let place = 0; place < count; place++) {
    const point = where(place);
    const distance = point ? Math.hypot(point.x - width / 2, point.y - height / 2) : Number.NaN;
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}

function placeOf(target: EventTarget | null): number | undefined {
  const place = target instanceof SVGElement ? target.dataset.place : undefined;
  return place === undefined ? undefined : Number(place);
}

function rounded({ longitude, latitude, zoom }: Camera): Camera {
  return { longitude: Number(longitude.toFixed(4)), latitude: Number(latitude.toFixed(4)), zoom: Number(zoom.toFixed(2)) };
}
