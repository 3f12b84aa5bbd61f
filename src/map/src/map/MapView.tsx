import { effect, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ZoneSet } from '../../generated/bolyst/v1/zone_pb';
import { palette } from '../legend/palette';
import { classes, shading } from '../legend/shading';
import { boundaries } from '../state/boundaries';
import { catalogue } from '../state/catalogue';
import { column, period, zoneSet } from '../state/chosen';
import { kommuneSet } from '../state/kommune';
import { wanted } from '../state/looking';
import { pointed, selectedPlace } from '../state/pointed';
import { go, view } from '../state/view';
import { texts } from '../text/speech';
import { press } from './keyboard';
import { bounds, extent, placesWanted } from './readings';
import { ZoneTip } from './ZoneTip';
import type { ZoneMap } from './zoneMap';

const helpId = 'map-help';

/** The map. MapLibre comes in a file of its own, while the numbers are already on their way. */
export function MapView() {
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
        choose: place => go({ zone: column.peek()?.codes[place] ?? '' }),
        look: camera => go({ camera }, 'same'),
      });
      stops.push(
        effect(() => {
          const where = bounds.value.value;
          if (where && where.zoneSet === zoneSet.value?.key) void made.showZones(where, palette.peek());
        }),
        effect(() => {
          if (extent.value && view.value.camera === undefined) void made.fit(extent.value);
        }),
        effect(() => {
          const outlines = kommuneSet.value;
          const useful = outlines && zoneSet.value && outlines.key !== zoneSet.value.key && covers(outlines, period.value);
          const version = catalogue.value.value?.version;
          if (version !== undefined) void made.showKommuner(useful ? outlines.key : undefined, version, palette.peek());
        }),
        effect(() => {
          const painted = shading.value;
          const looks = classes.value;
          const where = bounds.value.value;
          if (painted && looks && where?.zoneSet === column.value?.name.zoneSet) void made.paint(painted, looks);
        }),
        effect(() => void made.colour(palette.value)),
        effect(() => {
          const drawn = boundaries.value.value;
          if (drawn) void made.showBoundaries(drawn, palette.peek());
        }),
        effect(() => void made.mark('selected', selectedPlace.value)),
        effect(() => void made.mark('pointed', pointed.value?.place)),
        effect(() => void made.showSpot(view.value.spot, palette.value)),
        effect(() => {
          if (!wanted.value) return;
          made.showBox(wanted.value);
          wanted.value = undefined;
        }),
        listen('beforeprint', () => made.drawOn(paper.current!)),
        effect(() => made.describe(texts.value.map, helpId)),
      );
      map.value = made;
    });
    return () => {
      gone = true;
      for (const stop of stops) stop();
      map.value?.remove();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLCanvasElement && map.value && press(event, map.value)) event.preventDefault();
  };
  const onFocus = (event: FocusEvent) => {
    if (event.target instanceof HTMLCanvasElement) placesWanted.value = true;
  };
  const { zoomIn, zoomOut, showAll, mapHelp } = texts.value;
  return (
    <section class="map" aria-label={texts.value.map}>
      <p class="map-help" id={helpId}>
        {mapHelp}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: MapLibre puts a canvas with a role into the frame, which takes the focus */}
      <div class="map-frame" ref={frame} onKeyDown={onKeyDown} onFocusCapture={onFocus} />
      <canvas class="map-print" ref={paper} />
      <div class="map-tools">
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          aria-label={zoomIn}
          title={zoomIn}
          onClick={() => map.value?.zoomBy(1)}
        >
          +
        </button>
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          aria-label={zoomOut}
          title={zoomOut}
          onClick={() => map.value?.zoomBy(-1)}
        >
          −
        </button>
        <button
          type="button"
          class="ds-button"
          data-variant="secondary"
          aria-label={showAll}
          title={showAll}
          onClick={() => go({ camera: undefined })}
        >
          ⤢
        </button>
      </div>
      <ZoneTip />
    </section>
  );
}

/** Listens to the window; the answer ends it. */
function listen(event: 'beforeprint', act: () => void): () => void {
  addEventListener(event, act);
  return () => removeEventListener(event, act);
}

/** Whether a zone set is valid at the end of a period, such as a year; one that is valid now is good for every later period too. */
function covers(set: ZoneSet, during: string): boolean {
  const day = `${during.slice(0, 4)}-12-31`;
  return set.validFrom <= day && (set.validTo === '' || day <= set.validTo);
}
