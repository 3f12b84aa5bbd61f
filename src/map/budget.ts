import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Bytes, as sent to a browser that takes Brotli. */
const limits = { firstView: 150_000, withoutMapLibrary: 400_000 };

/** Fails a build whose page has grown too large for a slow network. It reads the .br files that `compressed` lays. */
export function budget(): Plugin {
  let folder = '';
  return {
    name: 'budget',
    apply: 'build',
    enforce: 'post',
    configResolved: config => {
      folder = config.build.outDir;
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      handler() {
        const page = readFileSync(join(folder, 'index.html'), 'utf8');
        const named = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css|svg))"/g)].map(([, path]) => path!);
        const files = readdirSync(join(folder, 'assets')).map(name => `assets/${name}`);
        // The one font file whose letters Norwegian and English need.
        const font = files.filter(name => /-latin-wght-normal-.*\.woff2$/.test(name));
        const parts = {
          firstView: ['index.html', ...named, ...font],
          withoutMapLibrary: files.filter(name => /\.(js|css)$/.test(name) && !name.includes('maplibre')),
        };
        for (const [part, limit] of Object.entries(limits) as [keyof typeof limits, number][]) {
          const bytes = parts[part].reduce((sum, path) => sum + sizeOf(join(folder, path)), 0);
          this.info(`${part}: ${bytes} of ${limit} bytes`);
          if (bytes > limit) this.error(`${part} is ${bytes} bytes compressed, more than ${limit}: ${parts[part].join(', ')}`);
        }
      },
    },
  };
}

function sizeOf(path: string): number {
  return statSync(path.endsWith('.woff2') ? path : `${path}.br`).size;
}
