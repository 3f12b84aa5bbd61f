import { useEffect, useRef } from 'preact/hooks';
import type { Gap } from './classes';
import { drawPattern } from './patterns';
import { palette } from './shading';

type Properties = { readonly colour: string; readonly gap?: never } | { readonly gap: Gap; readonly colour?: never };

/** A sample of a colour or of a pattern, drawn as the map draws it. */
export function Swatch({ colour, gap }: Properties) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { gapGround, gapStroke } = palette.value;
  useEffect(() => {
    const pen = canvas.current!.getContext('2d')!;
    const tile = new OffscreenCanvas(24, 24);
    if (gap) tile.getContext('2d')!.putImageData(drawPattern(gap, gapGround, gapStroke, 2), 0, 0);
    pen.fillStyle = gap ? pen.createPattern(tile, 'repeat')! : colour;
    pen.fillRect(0, 0, 56, 40);
  }, [colour, gap, gapGround, gapStroke]);
  return (
    <span class="swatch" aria-hidden="true">
      <canvas ref={canvas} width="56" height="40" />
    </span>
  );
}
