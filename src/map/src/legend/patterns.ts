import type { Pattern } from '../api/classes';

/** Side of a pattern's tile, in CSS pixels. */
const side = 8;

/** Draws one tile of a pattern. It meets itself at every edge. */
export function drawPattern(pattern: Pattern, ground: string, ink: string, density: number): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * density;
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  pen.scale(density, density);
  pen.fillStyle = ground;
  pen.fillRect(0, 0, side, side);
  pen.strokeStyle = pen.fillStyle = ink;
  strokes[pattern](pen);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

const strokes: Readonly<Record<Pattern, (pen: CanvasRenderingContext2D) => void>> = {
  dots: pen => {
    pen.beginPath();
    pen.arc(side / 2, side / 2, 1.2, 0, 2 * Math.PI);
    pen.fill();
  },
  diagonal: pen => slant(pen, true),
  cross: pen => {
    slant(pen, true);
    slant(pen, false);
  },
  horizontal: pen => line(pen, 0, side / 2, side, side / 2),
  vertical: pen => line(pen, side / 2, 0, side / 2, side),
};

/** A slanting line, and the corners of its neighbours that reach into the tile. */
function slant(pen: CanvasRenderingContext2D, rising: boolean): void {
  for (const shift of [-side, 0, side]) line(pen, shift - 1, rising ? side + 1 : -1, shift + side + 1, rising ? -1 : side + 1);
}

function line(pen: CanvasRenderingContext2D, fromX: number, fromY: number, toX: number, toY: number): void {
  pen.beginPath();
  pen.moveTo(fromX, fromY);
  pen.lineTo(toX, toY);
  pen.stroke();
}
