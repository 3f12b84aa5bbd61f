/** Side of the tile, in CSS pixels. */
export const hatchSide = 12;

/** One tile of falling lines, dark with a light edge, over whatever colour a zone has. It meets itself at every edge. */
export function drawHatch(density: number): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = hatchSide * density;
  const pen = canvas.getContext('2d')!;
  pen.scale(density, density);
  for (const [colour, width] of [
    ['#ffffff', 3],
    ['#10151b', 1.2],
  ] as const) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    for (const shift of [-hatchSide, 0, hatchSide]) {
      pen.beginPath();
      pen.moveTo(shift - 2, -2);
      pen.lineTo(shift + hatchSide + 2, hatchSide + 2);
      pen.stroke();
    }
  }
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
