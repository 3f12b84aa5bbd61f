// Prints header, metadata and some tiles of an archive: node read.mjs FILE z/x/y... Tiles are base64, null where there is none.
import { openArchive } from './archive.mjs';

const [path, ...tiles] = process.argv.slice(2);
const { archive, close } = await openArchive(path);
const read = async (tile) => {
  const found = await archive.getZxy(...tile.split('/').map(Number));
  return found ? Buffer.from(found.data).toString('base64') : null;
};
console.log(JSON.stringify({ header: await archive.getHeader(), metadata: await archive.getMetadata(), tiles: await Promise.all(tiles.map(read)) }));
await close();
