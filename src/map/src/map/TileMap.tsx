import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Hands } from '../plain/Hands';
import type { Pane } from '../state/pane';
import { lacking } from './awake';
import type { CameraLink } from './cameraLink';
import { hasWebGl } from './webGl';
import type { ZoneMap } from './zoneMap';

interface Properties {
  readonly pane: Pane;
  /** The maps that look where this one looks. */
  readonly link: CameraLink | undefined;
  /** The light map that lies over this one until it has been drawn. */
  readonly light: Hands;
  /** Set while the map lies open. */
  readonly open: Signal<ZoneMap | undefined>;
}

/** A map by MapLibre, which comes in a file of its own. */
export function TileMap({ pane, link, light, open }: Properties) {
  const ground = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const ending = new AbortController();
    const begin = async () => {
      const file = hasWebGl() ? await import('./openTiles').catch(() => undefined) : undefined;
      if (!file) lacking.value = hasWebGl() ? 'file' : 'webGl';
      else if (!ending.signal.aborted) open.value = await file.openTiles(ground.current!, { pane, link, light }, ending.signal);
    };
    void begin();
    return () => {
      ending.abort();
      open.value = undefined;
    };
  }, [pane, link, light, open]);
  useEffect(() => {
    const print = () => open.value?.drawOn(paper.current!);
    addEventListener('beforeprint', print);
    return () => removeEventListener('beforeprint', print);
  }, [open]);
  return (
    <>
      <div class="map-tiles" ref={ground} />
      <canvas class="map-print" ref={paper} />
    </>
  );
}
