import type { Places } from '../api/places';

export type Direction = 'up' | 'down' | 'left' | 'right';

const ways: Readonly<Record<Direction, readonly [east: number, north: number]>> = {
  up: [0, 1],
  down: [0, -1],
  left: [-1, 0],
  right: [1, 0],
};

/**
 * The zone to go to from a zone: the nearest whose point lies within 45° of the direction, where what lies aside counts double. Undefined at the
 * edge of the map.
 */
export function nextIn(direction: Direction, from: number, { east, north }: Pick<Places, 'east' | 'north'>): number | undefined {
  const [towardsEast, towardsNorth] = ways[direction];
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let place = 0; place < east.length; place++) {
    const ahead = (east[place]! - east[from]!) * towardsEast + (north[place]! - north[from]!) * towardsNorth;
    const aside = Math.abs((east[place]! - east[from]!) * towardsNorth) + Math.abs((north[place]! - north[from]!) * towardsEast);
    const distance = ahead + 2 * aside;
    if (ahead > 0 && aside <= ahead && distance < least) {
      best = place;
      least = distance;
    }
  }
  return best;
}
