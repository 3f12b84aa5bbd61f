/** Side of the tile, in CSS pixels. */
export const hatchSide = 12;

/** The lines of the tile as an SVG path. */
export const hatchMark = 'M-2-2L14 14M-14-2L2 14M10-2L26 14';
/** Each with its width, the lower first. */
export const hatchInks = [
  ['#ffffff', 3],
  ['#10151b', 1.2],
] as const;

/** One tile of falling lines, dark with a light edge, over whatever colour a zone has. It meets itself at every edge. */
export function drawHatch(density: number): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = hatchSide * density;
  const pen = canvas.getContext('2d')!;
  pen.scale(density, density);
  for (const [colour, width] of hatchInks) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke(new Path2D(hatchMark));
  }
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
