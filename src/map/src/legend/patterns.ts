import type { Gap } from './classes';

/** Side of a pattern's tile, in pixels of the screen's density. */
const side = 12;

/**
 * Draws the pattern of a gap: thin diagonals for what is missing, crossed diagonals for what is hidden to protect persons, dots where too few
 * people live. They differ in shape, not only in density, so that they are told apart in print and on a projector.
 */
export function drawPattern(gap: Gap, ground: string, stroke: string, density: number): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * density;
  const pen = canvas.getContext('2d')!;
  pen.scale(density, density);
  pen.fillStyle = ground;
  pen.fillRect(0, 0, side, side);
  pen.strokeStyle = pen.fillStyle = stroke;
  pen.lineWidth = 1.1;
  if (gap === 'below-limit') {
    for (const [x, y] of [
      [3, 3],
      [9, 9],
    ] as const) {
      pen.beginPath();
      pen.arc(x, y, 1.4, 0, 2 * Math.PI);
      pen.fill();
    }
  } else {
    lines(pen, 1);
    if (gap === 'suppressed') lines(pen, -1);
  }
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

/** A diagonal that goes on in the next tile, rising (1) or falling (-1). */
function lines(pen: CanvasRenderingContext2D, rise: 1 | -1): void {
  for (const shift of [-side, 0, side]) {
    pen.beginPath();
    pen.moveTo(shift - 2, rise === 1 ? side + 2 : -2);
    pen.lineTo(shift + side + 2, rise === 1 ? -2 : side + 2);
    pen.stroke();
  }
}
