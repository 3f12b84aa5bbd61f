import { here } from './here';
import type { Ring } from './rings';
import { tilesOver } from './tilePyramid';
import { ringsOfTile } from './vectorTile';
import { waterLayer } from './water';
import { readBytes } from './web';
import type { Box } from './zones';

/** The outlines of all water within a box, as coarse as a map of the box can show, tile by tile, in metres of Web Mercator; cut a little outside each tile. */
export async function readWaterTiles(box: Box, asOf: bigint, signal: AbortSignal): Promise<readonly (readonly Ring[])[]> {
  return Promise.all(
    tilesOver(box).map(async name => {
      const { z, x, y } = name;
      const tile = await readBytes(`${here}tiles/${waterLayer}/${z}/${x}/${y}.mvt?attributes=none&as_of=${asOf}`, signal);
      return ringsOfTile(tile, name);
    }),
  );
}
