import { useSignalEffect } from '@preact/signals';
import { useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { palette } from '../legend/palette';
import { press } from '../map/keyboard';
import { MapTools } from '../map/MapTools';
import { kommunerOver, placesWanted } from '../map/readings';
import { ZoneTip } from '../map/ZoneTip';
import { addCorner, chooseZone, drawing as corners, finishDrawing } from '../state/choosing';
import { wanted } from '../state/looking';
import { first, type Pane } from '../state/pane';
import { pointed } from '../state/pointed';
import { column } from '../state/shown';
import { texts } from '../text/speech';
import { depends } from '../weigh/sureness';
import { Boundaries } from './Boundaries';
import { drawing, kommunePath } from './drawing';
import { Frame } from './Frame';
import { Hands } from './Hands';
import { Marks } from './Marks';
import { Names } from './Names';
import { placeOf, Zones } from './Zones';
import './plain.css';

/** The map in a browser without WebGL: SVG, with the same keys and the same answers to the pointer. */
export function PlainMap({ pane, label }: { readonly pane: Pane; readonly label: string }) {
  const helpId = useId();
  const element = useRef<HTMLDivElement>(null);
  const frame = useMemo(() => new Frame(), []);
  const hands = useMemo(() => new Hands(frame), [frame]);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      if (width > 0) frame.size.value = { width, height };
    });
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [frame]);
  useSignalEffect(() => {
    if (!wanted.value) return;
    frame.showBox(wanted.value);
    wanted.value = undefined;
  });

  const pointOf = ({ clientX, clientY }: MouseEvent) => {
    const { left, top } = element.current!.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const move = (event: PointerEvent) => {
    const moving = hands.move(event.pointerId, pointOf(event));
    // From then on the map goes along wherever the pointer goes.
    if (moving && event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId);
    const place = moving ? undefined : placeOf(event.target);
    pointed.value = place === undefined ? undefined : { place, by: 'pointer', ...pointOf(event) };
  };
  const letGo = (event: PointerEvent) => hands.up(event.pointerId);
  const choose = (event: MouseEvent) => {
    if (hands.moved) return;
    const place = placeOf(event.target);
    const { longitude, latitude } = frame.spotAt(pointOf(event));
    if (corners.value) addCorner(longitude, latitude);
    else if (place !== undefined) chooseZone(column.value?.codes[place] ?? '');
  };

  const zoomIn = (event: MouseEvent) => {
    frame.pull(pointOf(event), pointOf(event), 2);
    frame.rest();
  };

  const seen = frame.seen.value;
  const drawn = drawing.value;
  const shown = pane.shown.value.value;
  const metres = frame.metres.value;
  return (
    <section class="map" aria-label={label}>
      <p class="map-help" id={helpId}>
        {texts.value.mapHelp}
      </p>
      <div class="plain" ref={element}>
        {seen && drawn && (
          <svg
            role="application"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the keys of the map, as MapLibre's canvas does
            tabIndex={0}
            aria-label={label}
            aria-describedby={helpId}
            viewBox={`${seen.west - drawn.west} ${drawn.north - seen.north} ${seen.east - seen.west} ${seen.north - seen.south}`}
            onKeyDown={event => {
              if (press(event, frame)) event.preventDefault();
            }}
            onFocus={() => {
              placesWanted.value = true;
            }}
            onDblClick={event => {
              if (corners.value) finishDrawing();
              else zoomIn(event);
            }}
            onWheel={event => {
              event.preventDefault();
              hands.wheel(event, pointOf(event));
            }}
            onPointerDown={event => {
              if (event.button === 0) hands.down(event.pointerId, pointOf(event));
            }}
            onPointerMove={move}
            onPointerUp={letGo}
            onPointerCancel={letGo}
            onPointerLeave={() => {
              pointed.value = undefined;
            }}
            onClick={choose}
          >
            {shown && <Zones shown={shown} drawing={drawn} hatched={pane === first ? depends.value : undefined} metres={metres} />}
            {kommunerOver(pane) && <path class="plain-kommuner" d={kommunePath.value} stroke={palette.value.kommune} />}
            <Boundaries of={pane.boundaries.value.value?.features ?? []} within={drawn} />
            <Marks within={drawn} metres={metres} />
          </svg>
        )}
        <Names frame={frame} pane={pane} />
      </div>
      <p class="plain-note quiet">{texts.value.noWebGl}</p>
      <MapTools zoomBy={steps => frame.zoomBy(steps)} />
      {corners.value && <div class="map-cross" aria-hidden="true" />}
      <ZoneTip pane={pane} />
    </section>
  );
}
