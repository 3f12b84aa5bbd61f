import { drawTile, type RepeatedTile } from '../legend/tile';

/** Falling lines, dark with a light edge, over whatever colour a zone has. */
export const hatch: RepeatedTile = {
  side: 12,
  mark: 'M-2-2L14 14M-14-2L2 14M10-2L26 14',
  inks: [
    ['#ffffff', 3],
    ['#10151b', 1.2],
  ],
};

export const drawHatch = (density: number): ImageData => drawTile(hatch, density);
