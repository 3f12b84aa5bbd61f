import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { palette } from '../legend/palette';
import { kommunerOver } from '../map/readings';
import { kommuneWidths, widthAt } from '../map/widths';
import { addCorner, chooseZone, drawing as corners, finishDrawing } from '../state/choosing';
import { wanted } from '../state/looking';
import { first, type Pane } from '../state/pane';
import { pointed } from '../state/pointed';
import { column } from '../state/shown';
import { depends } from '../weigh/sureness';
import { Boundaries } from './Boundaries';
import { drawing, kommunePath } from './drawing';
import type { Hands } from './Hands';
import { Marks, Sketched, Spot } from './Marks';
import { Names } from './Names';
import { placeOf, Zones } from './Zones';
import './plain.css';

interface Properties {
  readonly pane: Pane;
  readonly hands: Hands;
}

/** The light map: SVG, which is there without waiting for a library or for WebGL, with the same answers to the pointer as MapLibre gives. */
export function PlainMap({ pane, hands }: Properties) {
  const element = useRef<HTMLDivElement>(null);
  const { frame } = hands;
  useSignalEffect(() => {
    if (!wanted.value) return;
    frame.showBox(wanted.value);
    wanted.value = undefined;
  });

  const pointOf = ({ clientX, clientY }: MouseEvent) => {
    const { left, top } = element.current!.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  // Taken away from under the pointer, it never hears that the pointer leaves.
  useEffect(
    () => () => {
      if (pointed.peek()?.by === 'pointer') pointed.value = undefined;
    },
    [],
  );
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
  const zoom = frame.camera.value?.zoom ?? 0;
  return (
    <div class="plain-map" ref={element}>
      {seen && drawn && (
        <svg
          aria-hidden="true"
          viewBox={`${seen.west - drawn.west} ${drawn.north - seen.north} ${seen.east - seen.west} ${seen.north - seen.south}`}
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
          onClick={choose}
        >
          {shown && (
            <Zones shown={shown} drawing={drawn} hatched={pane === first ? depends.value : undefined} metres={metres} zoom={zoom} />
          )}
          {kommunerOver(pane) && (
            <path class="plain-kommuner" d={kommunePath.value} stroke={palette.value.kommune} stroke-width={widthAt(kommuneWidths, zoom)} />
          )}
          <Marks within={drawn} />
          <Boundaries of={pane.boundaries.value.value?.features ?? []} within={drawn} />
          <Sketched within={drawn} metres={metres} />
          <Spot within={drawn} metres={metres} />
        </svg>
      )}
      <Names frame={frame} pane={pane} />
    </div>
  );
}
