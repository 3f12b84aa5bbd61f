// A style drawn by MapLibre in Chromium: node draw.mjs STYLE PICTURE [ZOOM]. Fits the map to the tiles, then zooms in if told to, and prints, as JSON, how many zones were
// drawn by each layer of the style (a zone counts once, whatever tiles it lies in), what failed, and what was asked for elsewhere.
import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { chromium } from 'playwright-core';

const [style, picture, zoom] = process.argv.slice(2);
const { origin } = new URL(style);
// The page lies at the service's own address: browsers keep pages from elsewhere away from this machine.
const home = `${origin}/maplibre/`;
const dist = new URL('node_modules/maplibre-gl/dist/', import.meta.url);
const types = { '.mjs': 'text/javascript', '.css': 'text/css' };

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
});
try {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  const elsewhere = [];
  const failed = [];
  page.on('request', request => {
    if (request.url().startsWith('http') && new URL(request.url()).origin !== origin) elsewhere.push(request.url());
  });
  page.on('response', answer => { if (answer.status() >= 400) failed.push(`${answer.status()} ${answer.url()}`); });
  page.on('console', message => { if (message.type() === 'error') failed.push(message.text()); });
  page.on('pageerror', error => failed.push(error.message));
  await page.route(home + '**', async route => {
    const file = route.request().url().slice(home.length);
    if (file === '')
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,"><link rel="stylesheet" href="maplibre-gl.css"><div id="map" style="position:absolute;inset:0"></div>' });
    return route.fulfill({ contentType: types[extname(file)], body: await readFile(new URL(file, dist)) });
  });
  await page.goto(home);
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
} finally {
  await browser.close();
}
