/** Widths of lines in pixels by zoom, rising; between two zooms in proportion. */
export type Widths = readonly (readonly [zoom: number, pixels: number])[];

export const borderWidths: Widths = [
  [6, 0.2],
  [11, 0.7],
  [15, 1.5],
];

export const kommuneWidths: Widths = [
  [4, 0.5],
  [10, 1.8],
];

/** The width at a zoom; beyond the ends that of the end. */
export function widthAt(widths: Widths, zoom: number): number {
  const after = widths.findIndex(([at]) => at >= zoom);
  if (after <= 0) return widths.at(after)![1];
  const [[fromZoom, from], [toZoom, to]] = [widths[after - 1]!, widths[after]!];
  return from + ((zoom - fromZoom) / (toZoom - fromZoom)) * (to - from);
}
