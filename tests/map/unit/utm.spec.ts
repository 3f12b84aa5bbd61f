import { expect, test } from '@playwright/test';
import { toDegrees } from '../../../src/map/src/map/utm';

// PostGIS: select ST_AsText(ST_Transform(ST_SetSRID(ST_MakePoint(x, y), 25833), 4258))
const points = [
  [262_000, 6_649_000, 10.742714678436759, 59.9096049512713],
  [62_542.6, 7_299_983.5, 5.508796354670911, 65.52444317118302],
  [-32_000, 6_570_000, 5.738030510091467, 58.93705547636097],
  [1_114_000, 7_940_000, 31.910877624471677, 70.78728936370197],
] as const;

for (const [east, north, longitude, latitude] of points) {
  test(`${east}, ${north} is where PostGIS says, to a centimetre`, () => {
    const [x, y] = toDegrees(east, north);
    expect(Math.abs(x - longitude)).toBeLessThan(1e-7);
    expect(Math.abs(y - latitude)).toBeLessThan(1e-7);
  });
}
