// A style drawn by MapLibre in Chromium: node draw.mjs STYLE PICTURE [ZOOM]. Fits the map to the tiles, then zooms in if told to, and prints, as JSON, how many zones were
// drawn by each layer of the style (a zone counts once, whatever tiles it lies in), what failed, and what was asked for elsewhere.
import { writeFile } from 'node:fs/promises';
import { withPage } from './page.mjs';

const [style, picture, zoom] = process.argv.slice(2);
await withPage(new URL(style).origin, async (page, failed, elsewhere) => {
  const drawn = await page.evaluate(async ({ style, zoom }) => {
    const { Map, setWorkerUrl } = await import('/maplibre/maplibre-gl.mjs');
    setWorkerUrl('/maplibre/maplibre-gl-worker.mjs');
    const description = await (await fetch(style)).json();
    const { bounds } = await (await fetch(description.sources.zones.url)).json();
    const map = new Map({ container: 'map', style, bounds, fitBoundsOptions: { padding: 20 }, fadeDuration: 0, attributionControl: false, canvasContextAttributes: { preserveDrawingBuffer: true } });
    if (zoom) map.jumpTo({ zoom: Number(zoom) });
    const errors = [];
    map.on('error', event => errors.push(event.error.message));
    await new Promise(done => map.once('idle', done));
    const zones = {};
    for (const layer of description.layers)
      zones[layer.id] = new Set(map.queryRenderedFeatures({ layers: [layer.id] }).map(feature => feature.properties.code)).size;
    return { zones, errors, zoom: map.getZoom() };
  }, { style, zoom });
  await writeFile(picture, await page.screenshot());
  console.log(JSON.stringify({ ...drawn, elsewhere, failed }));
});
