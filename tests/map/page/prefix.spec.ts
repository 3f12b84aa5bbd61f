import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '../support/ports';
import { wake } from '../support/wake';

/** nginx with the service under a path, as a kommune puts it beside its own pages. */
async function behindNginx(): Promise<{ address: string; end: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'bolyst-nginx-'));
  const port = await freePort();
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${folder};`).join(' ');
  await writeFile(
    join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr warn; events {}
    http {
      access_log off; ${own}
      server {
        listen 127.0.0.1:${port};
        location /levekar/ { proxy_pass ${new URL('/', process.env.BOLYST_URL)}; }
      }
    }`,
  );
  const nginx = spawn('/usr/sbin/nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>(resolve => nginx.once('exit', () => resolve()));
  return {
    address: `http://localhost:${port}/levekar/`,
    end: async () => {
      nginx.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

test('the page works under a path of somebody else, and asks for nothing outside it', async ({ page }) => {
  const proxy = await behindNginx();
  try {
    const asked: string[] = [];
    page.on('request', request => asked.push(request.url()));
    await expect(() => page.goto(`${proxy.address}?zones=elvsund-grunnkrets-2018&show=social-assistance&year=2020`)).toPass();
    await wake(page);
    await expect.poll(() => asked.some(url => url.includes('/levekar/tiles/') && url.includes('.mvt'))).toBe(true);
    await page.getByRole('button', { name: 'Del og last ned' }).click();
    expect(await page.getByLabel('Kart og tegnforklaring i en ramme').inputValue()).toContain(`src="${proxy.address}?`);
    const csv = page.getByRole('dialog').getByRole('link', { name: 'CSV' });
    expect(await csv.evaluate(link => (link as HTMLAnchorElement).href)).toContain(`${proxy.address}download/`);

    // data: and blob: are pictures that the page draws.
    expect(asked.filter(url => url.startsWith('http') && !url.startsWith(proxy.address))).toEqual([]);
    expect(asked.filter(url => url.includes('/levekar/bolyst.v1.')).length).toBeGreaterThan(0);
  } finally {
    await proxy.end();
  }
});
