/** A square that repeats and meets itself at every edge, in CSS pixels. */
export interface RepeatedTile {
  readonly side: number;
  /** What lies under the lines; nothing where they go over something else. */
  readonly ground?: string;
  /** The lines as an SVG path. */
  readonly mark: string;
  /** Colour and width of the lines, the lower first. */
  readonly inks: readonly (readonly [colour: string, width: number])[];
}

/** The elements that draw a tile in SVG, the lowest first: their names and attributes. */
export function partsOf({ side, ground, mark, inks }: RepeatedTile) {
  const lines = inks.map(([colour, width]) => ['path', { d: mark, stroke: colour, 'stroke-width': width, fill: 'none' }] as const);
  return ground ? [['rect', { width: side, height: side, fill: ground }] as const, ...lines] : lines;
}

/** @param density Pixels of the image to one of the page. */
export function drawTile({ side, ground, mark, inks }: RepeatedTile, density: number): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * density;
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  pen.scale(density, density);
  if (ground) {
    pen.fillStyle = ground;
    pen.fillRect(0, 0, side, side);
  }
  for (const [colour, width] of inks) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.stroke(new Path2D(mark));
  }
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}
