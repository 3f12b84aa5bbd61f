import { useEffect, useRef } from 'preact/hooks';
import { colours } from './classes';
import { drawHatch, hatch } from './hatch';

const [across, down, density] = [3, 2, 2];

/** A sample of how zones are marked whose decile depends on the choices. */
export function Hatch() {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const pen = canvas.current!.getContext('2d')!;
    pen.fillStyle = colours[1];
    pen.fillRect(0, 0, pen.canvas.width, pen.canvas.height);
    const tile = document.createElement('canvas');
    tile.width = tile.height = hatch.side * density;
    tile.getContext('2d')!.putImageData(drawHatch(density), 0, 0);
    pen.fillStyle = pen.createPattern(tile, 'repeat')!;
    pen.fillRect(0, 0, pen.canvas.width, pen.canvas.height);
  }, []);
  return (
    <span class="swatch" aria-hidden="true">
      <canvas ref={canvas} width={across * hatch.side * density} height={down * hatch.side * density} />
    </span>
  );
}
