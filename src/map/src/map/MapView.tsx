import { effect, useSignal } from '@preact/signals';
import { useCallback, useEffect, useId, useRef } from 'preact/hooks';
import { palette } from '../legend/palette';
import { hasWebGl } from '../plain/webGl';
import { addCorner, chooseZone, drawing, finishDrawing } from '../state/choosing';
import type { Pane } from '../state/pane';
import { pointed } from '../state/pointed';
import { giveUpBaseMap } from '../state/settings';
import { column } from '../state/shown';
import { go, view } from '../state/view';
import { texts } from '../text/speech';
import { Lazy } from '../ui/Lazy';
import { BaseMapNote } from './BaseMapNote';
import type { CameraLink } from './cameraLink';
import { feed } from './feed';
import { press } from './keyboard';
import { MapTools } from './MapTools';
import { extent, placesWanted } from './readings';
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
    const open = async () => {
      const { ZoneMap } = await import('./zoneMap');
      await whereToLook();
      if (gone) return;
      const made = await ZoneMap.open(frame.current!, view.peek().camera, palette.peek(), {
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
      if (gone) {
        made.remove();
        return;
      }
      link?.join(made.camera);
      stops.push(
        ...feed(made, pane),
        listen('beforeprint', () => made.drawOn(paper.current!)),
        effect(() => made.describe(label, helpId)),
      );
      map.value = made;
    };
    void open();
    return () => {
      gone = true;
      for (const stop of stops) stop();
      if (map.value) link?.leave(map.value.camera);
      map.value?.remove();
    };
  }, [pane, label, link]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLCanvasElement && map.value && press(event, map.value.camera)) event.preventDefault();
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
      <MapTools zoomBy={steps => map.value?.camera.zoomBy(steps)} withBaseMap />
      {drawing.value && <div class="map-cross" aria-hidden="true" />}
      <ZoneTip pane={pane} />
    </section>
  );
}

/** Ends once there is somewhere to look: drawn on before that, a map asks for tiles of the whole world. */
async function whereToLook(): Promise<void> {
  let end = () => {};
  await new Promise<void>(resolve => {
    end = effect(() => {
      if (view.value.camera ?? extent.value) resolve();
    });
  });
  end();
}

/** Listens to the window; the answer ends it. */
function listen(event: 'beforeprint', act: () => void): () => void {
  addEventListener(event, act);
  return () => removeEventListener(event, act);
}
