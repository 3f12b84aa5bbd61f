// A page in Debian's Chromium that can load MapLibre, at the service's own address: browsers keep pages from elsewhere away from this machine.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { chromium } from 'playwright-core';

const dist = new URL('node_modules/maplibre-gl/dist/', import.meta.url);
const types = { '.mjs': 'text/javascript', '.css': 'text/css' };

// Opens the page, does something with it and closes the browser. The page holds <div id="map">; './maplibre-gl.mjs' is beside it.
// `failed` fills with answers of 400 and above and with what the page complained of, `elsewhere` with addresses of other servers.
export async function withPage(origin, act) {
  const home = `${origin}/maplibre/`;
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
    return await act(page, failed, elsewhere);
  } finally {
    await browser.close();
  }
}
