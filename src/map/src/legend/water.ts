import { drawTile, type RepeatedTile } from './tile';

/** How water is drawn: waves on a colour of its own, so that it is no class of anything; the same in both themes, as the classes are. */
export const water: RepeatedTile = {
  side: 16,
  ground: '#c9dde9',
  mark: 'M0 4q2-2.5 4 0t4 0M8 12q2-2.5 4 0t4 0',
  inks: [['#5c8aa6', 1]],
};

export const drawWater = (density: number): ImageData => drawTile(water, density);
