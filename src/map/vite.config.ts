import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { budget } from './budget';

/** The service that `npm run dev` takes numbers and tiles from. */
const service = process.env.BOLYST_URL ?? 'http://localhost:5080';

/** Lays a .br and a .gz beside every text file: the service sends them as they are. */
function compressed(): Plugin {
  let folder = '';
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: config => {
      folder = config.build.outDir;
    },
    closeBundle: () => {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|html|svg|json)$/.test(name)) continue;
        const path = join(folder, name);
        const plain = readFileSync(path);
        writeFileSync(`${path}.br`, brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
        writeFileSync(`${path}.gz`, gzipSync(plain, { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  plugins: [compressed(), budget()],
  // Wherever a proxy puts the page, its files lie beside it.
  base: './',
  build: {
    outDir: '../../artifacts/map',
    emptyOutDir: true,
    target: 'es2022',
    // The policy of the service lets no data: address be a script or a font.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    reportCompressedSize: false,
    rollupOptions: { output: { manualChunks: { maplibre: ['maplibre-gl'] } } },
  },
  worker: { format: 'es' },
  server: {
    proxy: Object.fromEntries(
      ['/bolyst.v1.', '/tiles', '/ogc', '/readyz', '/styles', '/download', '/settings.json'].map(path => [path, service]),
    ),
  },
});
