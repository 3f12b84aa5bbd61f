import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Frame } from '../plain/Frame';
import { Hands } from '../plain/Hands';
import { PlainMap } from '../plain/PlainMap';
import { drawing } from '../state/choosing';
import type { Pane } from '../state/pane';
import { pointed } from '../state/pointed';
import { texts } from '../text/speech';
import { awake, few, lacking } from './awake';
import type { CameraLink } from './cameraLink';
import { press } from './keyboard';
import { MapNote } from './MapNote';
import { MapTools } from './MapTools';
import { placesWanted } from './readings';
import { TileMap } from './TileMap';
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

/**
 * A map. The light one, in SVG, is there with the numbers; MapLibre takes over when it is wanted, and whoever is at the map by keyboard or screen
 * reader stays where they are.
 */
export function MapView({ pane, label, link }: Properties) {
  const helpId = useId();
  const element = useRef<HTMLDivElement>(null);
  const hands = useMemo(() => new Hands(new Frame()), []);
  const tiles = useSignal<ZoneMap | undefined>(undefined);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      if (width > 0) hands.frame.size.value = { width, height };
    });
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [hands]);

  const ground = () => tiles.value?.camera ?? hands.frame;
  const light = !tiles.value && (lacking.value !== undefined || (!link && few.value));
  return (
    <section class="map" aria-label={label}>
      <p class="map-help" id={helpId}>
        {texts.value.mapHelp}
      </p>
      <div
        class="map-frame"
        ref={element}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keys of the map
        tabIndex={0}
        aria-label={label}
        aria-describedby={helpId}
        onKeyDown={event => {
          if (press(event, ground())) event.preventDefault();
        }}
        onFocus={() => {
          placesWanted.value = true;
        }}
        onPointerLeave={() => {
          pointed.value = undefined;
        }}
      >
        {(link || awake.value) && !lacking.value && <TileMap pane={pane} link={link} light={hands} open={tiles} />}
        {light && <PlainMap pane={pane} hands={hands} />}
      </div>
      <MapNote />
      <MapTools zoomBy={steps => ground().zoomBy(steps)} />
      {drawing.value && <div class="map-cross" aria-hidden="true" />}
      <ZoneTip pane={pane} />
    </section>
  );
}
