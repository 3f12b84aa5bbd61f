// Compares an archive with a service, tile by tile: node compare.mjs FILE http://HOST:PORT/tiles/ZONE_SETS '?query'
// Takes every tile of every zoom in the archive's bounds and one beyond them; prints how many are equal and which are not.
import { openArchive } from './archive.mjs';

const [path, address, query = ''] = process.argv.slice(2);
const { archive, close } = await openArchive(path);
const { minLon, minLat, maxLon, maxLat, minZoom, maxZoom } = await archive.getHeader();
const column = (zoom, lon) => Math.floor(((lon + 180) / 360) * 2 ** zoom);
const row = (zoom, lat) => Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** zoom);
const answer = { equal: 0, empty: 0, different: [] };
for (let zoom = minZoom; zoom <= maxZoom; zoom++) {
  const last = 2 ** zoom - 1;
  for (let x = Math.max(0, column(zoom, minLon) - 1); x <= Math.min(last, column(zoom, maxLon) + 1); x++) {
    for (let y = Math.max(0, row(zoom, maxLat) - 1); y <= Math.min(last, row(zoom, minLat) + 1); y++) {
      const served = Buffer.from(await (await fetch(`${address}/${zoom}/${x}/${y}.mvt${query}`)).arrayBuffer());
      const kept = await archive.getZxy(zoom, x, y);
      if (!kept && served.length === 0) answer.empty++;
      else if (kept && served.equals(Buffer.from(kept.data))) answer.equal++;
      else answer.different.push(`${zoom}/${x}/${y}`);
    }
  }
}

console.log(JSON.stringify(answer));
await close();
