import { effect, useSignal } from '@preact/signals';
import { useCallback, useEffect, useId, useRef } from 'preact/hooks';
import type { ZoneSet } from '../../generated/bolyst/v1/zone_pb';
import { sketch } from '../compare/sketch';
import { palette } from '../legend/palette';
import { shade } from '../legend/shade';
import { hasWebGl } from '../plain/webGl';
import { catalogue } from '../state/catalogue';
import { addCorner, chooseZone, drawing, finishDrawing } from '../state/choosing';
import { column, zoneSet } from '../state/chosen';
import { kommuneSet } from '../state/kommune';
import { wanted } from '../state/looking';
import { first, type Pane } from '../state/pane';
import { pickedPlaces, pointed, selectedPlace } from '../state/pointed';
import { baseMap, giveUpBaseMap } from '../state/settings';
import { go, view } from '../state/view';
import { texts } from '../text/speech';
import { Lazy } from '../ui/Lazy';
import { depends } from '../weigh/sureness';
import { BaseMapNote } from './BaseMapNote';
import type { CameraLink } from './cameraLink';
import { press } from './keyboard';
import { MapTools } from './MapTools';
import { bounds, extent, places, placesWanted } from './readings';
import { ZoneTip } from './ZoneTip';
import type { ZoneMap } from './zoneMap';

interface Properties {
  /** What the map is of. */
  readonly pane: Pane;
  /** What screen readers call it. */
  readonly label: string;
  /** The maps that look where this one looks. */
  readonly link?: CameraLink;
}

/** A map, as the browser can draw it. */
export function MapView(properties: Properties) {
  const { pane, label } = properties;
  const plain = useCallback(
    () =>
      import('../plain/PlainMap').then(({ PlainMap }) => () => <PlainMap pane={pane} label={label} />),
    [pane, label],
  );
  return hasWebGl ? <TileMap {...properties} /> : <Lazy load={plain} lines={12} />;
}

/** A map by MapLibre, which comes in a file of its own, while the numbers are already on their way. */
function TileMap({ pane, label, link }: Properties) {
  const helpId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLCanvasElement>(null);
  const map = useSignal<ZoneMap | undefined>(undefined);

  useEffect(() => {
    let gone = false;
    const stops: (() => void)[] = [];
    void import('./zoneMap').then(({ ZoneMap }) => {
      if (gone) return;
      const made = new ZoneMap(frame.current!, view.peek().camera, palette.peek(), {
        pointAt: (place, x, y) => {
          pointed.value = place === undefined ? undefined : { place, by: 'pointer', x, y };
        },
        press: (place, longitude, latitude) => {
          if (drawing.peek()) addCorner(longitude, latitude);
          else if (place !== undefined) chooseZone(column.peek()?.codes[place] ?? '');
        },
        pressTwice: () => {
          const drawn = drawing.peek() !== undefined;
          if (drawn) finishDrawing();
          return drawn;
        },
        look: camera => go({ camera }, 'same'),
        baseMapAway: giveUpBaseMap,
      });
      link?.join(made);
      // Where to look is said once: linked maps follow.
      if (pane === first) stops.push(...looks(made));
      stops.push(
        effect(() => {
          const where = bounds.value.value;
          if (where && where.zoneSet === zoneSet.value?.key) void made.showZones(where, palette.peek());
        }),
        effect(() => {
          const outlines = kommuneSet.value;
          const useful = outlines && zoneSet.value && outlines.key !== zoneSet.value.key && covers(outlines, pane.period.value);
          const version = catalogue.value.value?.version;
          if (version !== undefined) void made.showKommuner(useful ? outlines.key : undefined, version, palette.peek());
        }),
        effect(() => {
          const painted = pane.shown.value.value;
          if (painted && bounds.value.value?.zoneSet === painted.column.name.zoneSet)
            void made.paint(shade(painted.column, painted.classes), painted.classes);
        }),
        effect(() => {
          const where = places.value.value;
          const names = pane.shown.value.value?.column;
          const match = where?.zoneSet === names?.name.zoneSet;
          void made.showNames(match ? where : undefined, (match && names?.names) || [], palette.peek());
        }),
        effect(() => void made.colour(palette.value)),
        effect(() => {
          const drawn = pane.boundaries.value.value;
          if (drawn) void made.showBoundaries(drawn, palette.peek());
        }),
        effect(() => {
          // Deciles are those of the zones that are drawn.
          const where = bounds.value.value;
          void made.hatch(pane === first && where?.zoneSet === column.value?.name.zoneSet ? depends.value : undefined);
        }),
        effect(() => void made.mark('selected', selectedPlace.value)),
        effect(() => void made.mark('pointed', pointed.value?.place)),
        effect(() => void made.pick(pickedPlaces.value)),
        effect(() => void made.showSketch(sketch.value, palette.value)),
        effect(() => void made.showSpot(view.value.spot, palette.value)),
        effect(() => void made.showBaseMap(baseMap.value)),
        listen('beforeprint', () => made.drawOn(paper.current!)),
        effect(() => made.describe(label, helpId)),
      );
      map.value = made;
    });
    return () => {
      gone = true;
      for (const stop of stops) stop();
      if (map.value) link?.leave(map.value);
      map.value?.remove();
    };
  }, [pane, label, link]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLCanvasElement && map.value && press(event, map.value)) event.preventDefault();
  };
  const onFocus = (event: FocusEvent) => {
    if (event.target instanceof HTMLCanvasElement) placesWanted.value = true;
  };
  return (
    <section class="map" aria-label={label}>
      <p class="map-help" id={helpId}>
        {texts.value.mapHelp}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: MapLibre puts a canvas with a role into the frame, which takes the focus */}
      <div class="map-frame" ref={frame} onKeyDown={onKeyDown} onFocusCapture={onFocus} />
      <canvas class="map-print" ref={paper} />
      <BaseMapNote />
      <MapTools zoomBy={steps => map.value?.zoomBy(steps)} withBaseMap />
      {drawing.value && <div class="map-cross" aria-hidden="true" />}
      <ZoneTip pane={pane} />
    </section>
  );
}

/** Listens to the window; the answer ends it. */
function listen(event: 'beforeprint', act: () => void): () => void {
  addEventListener(event, act);
  return () => removeEventListener(event, act);
}

/** Sends a map where the page wants to look. */
function looks(map: ZoneMap): (() => void)[] {
  return [
    effect(() => {
      if (extent.value && view.value.camera === undefined) void map.fit(extent.value);
    }),
    effect(() => {
      if (!wanted.value) return;
      map.showBox(wanted.value);
      wanted.value = undefined;
    }),
  ];
}

/** Whether a zone set is valid at the end of a period, such as a year; one that is valid now is good for every later period too. */
function covers(set: ZoneSet, during: string): boolean {
  const day = `${during.slice(0, 4)}-12-31`;
  return set.validFrom <= day && (set.validTo === '' || day <= set.validTo);
}
