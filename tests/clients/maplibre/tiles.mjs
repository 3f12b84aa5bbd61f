// Tiles drawn by MapLibre in Chromium, from a TileJSON source: node tiles.mjs TILEJSON PICTURE NUMBER ZOOM…
// Colours areas by a NUMBER of the features and points for those too small to be areas. Prints, as JSON, for each zoom what was drawn:
// by id its code, number and status. The picture is of the last zoom.
import { writeFile } from 'node:fs/promises';
import { withPage } from './page.mjs';

const [tilejson, picture, number, ...zooms] = process.argv.slice(2);
await withPage(new URL(tilejson).origin, async (page, failed, elsewhere) => {
  const seen = await page.evaluate(async ({ tilejson, number, zooms }) => {
    const { Map, setWorkerUrl } = await import('/maplibre/maplibre-gl.mjs');
    setWorkerUrl('/maplibre/maplibre-gl-worker.mjs');
    const { bounds, vector_layers: [{ id: layer }] } = await (await fetch(tilejson)).json();
    const colour = ['case', ['has', number], ['interpolate', ['linear'], ['get', number], 0, '#fff7ec', 40, '#7f0000'], '#999999'];
    const map = new Map({
      container: 'map',
      fadeDuration: 0,
      attributionControl: false,
      style: { version: 8, sources: {}, layers: [] },
      canvasContextAttributes: { preserveDrawingBuffer: true },
    });
    const errors = [];
    map.on('error', event => errors.push(event.error.message));
    await new Promise(done => map.once('load', done));
    map.addSource('zones', { type: 'vector', url: tilejson });
    map.addLayer({ id: 'areas', type: 'fill', source: 'zones', 'source-layer': layer, filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': colour, 'fill-outline-color': '#444444' } });
    map.addLayer({ id: 'points', type: 'circle', source: 'zones', 'source-layer': layer, filter: ['==', ['geometry-type'], 'Point'], paint: { 'circle-radius': 2, 'circle-color': colour } });
    const drawn = {};
    for (const zoom of zooms) {
      map.jumpTo({ zoom: Number(zoom), center: [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2] });
      await new Promise(done => map.once('idle', done));
      drawn[zoom] = Object.fromEntries(map.queryRenderedFeatures({ layers: ['areas', 'points'] }).map(feature =>
        [feature.id, { code: feature.properties.code, number: feature.properties[number] ?? null, status: feature.properties[`${number}_status`], point: feature.layer.id === 'points' }]));
    }
    return { drawn, errors };
  }, { tilejson, number, zooms });
  await writeFile(picture, await page.screenshot());
  console.log(JSON.stringify({ ...seen, elsewhere, failed }));
});
