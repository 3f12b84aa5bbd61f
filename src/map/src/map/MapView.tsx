import { effect, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type Boundaries, readBoundaries, readBounds } from '../api/boundaries';
import { palette } from '../legend/palette';
import { classes, shading } from '../legend/shading';
import { catalogue, column, period, zoneSet } from '../state/chosen';
import { pointed, selectedPlace } from '../state/pointed';
import { reading } from '../state/reading';
import { go, view } from '../state/view';
import { texts } from '../text/speech';
import { ZoneTip } from './ZoneTip';
import type { ZoneMap } from './zoneMap';

/** Where the zone set lies. */
const bounds = reading(() => {
  const set = zoneSet.value?.key;
  const version = catalogue.value.value?.version;
  return set && version !== undefined
    ? { key: set, read: async abort => ({ zoneSet: set, version, bounds: await readBounds(set, version, abort) }) }
    : undefined;
});

/** The boundaries of områdesatsinger in the year that is shown. */
const boundaries = reading<Boundaries>(() => {
  const version = catalogue.value.value?.version;
  const year = period.value.slice(0, 4);
  return version !== undefined && year ? { key: year, read: abort => readBoundaries(year, version, abort) } : undefined;
});

/** The map. MapLibre comes in a file of its own, while the numbers are already on their way. */
export function MapView() {
  const frame = useRef<HTMLDivElement>(null);
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
          if (where && where.zoneSet === zoneSet.value?.key) void made.showZones(where, palette.peek(), view.peek().camera === undefined);
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
        effect(() => void made.select(selectedPlace.value)),
      );
      map.value = made;
    });
    return () => {
      gone = true;
      for (const stop of stops) stop();
      map.value?.remove();
    };
  }, []);

  const { zoomIn, zoomOut, showAll } = texts.value;
  const showEverything = () => {
    go({ camera: undefined });
    map.value?.showAll();
  };
  return (
    <section class="map" aria-label={texts.value.map}>
      <div class="map-frame" ref={frame} />
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
        <button type="button" class="ds-button" data-variant="secondary" aria-label={showAll} title={showAll} onClick={showEverything}>
          ⤢
        </button>
      </div>
      <ZoneTip />
    </section>
  );
}
