import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

/** How the server answers: as it should, late, with a refusal, never, without leave for other origins, or by hanging up. */
export type Manner = 'right' | 'late' | 'forbidden' | 'silent' | 'without CORS' | 'hangs up';

export interface TileServer {
  readonly port: number;
  manner: Manner;
  /** What was asked for, as path. */
  readonly asked: string[];
  readonly close: () => void;
}

/** The colour of every tile: none that the page has. */
export const tileColour = [20, 200, 90] as const;

/** A server of base map tiles over TLS, on a port of its own. */
export async function serveTiles(): Promise<TileServer> {
  const folder = mkdtempSync(join(tmpdir(), 'bolyst-tiles-'));
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=tiles', '-keyout', keyFile, '-out', certFile],
    {
      stdio: 'ignore',
    },
  );
  const tile = png(tileColour);
  const state = { manner: 'right' as Manner, asked: [] as string[] };
  const server = createServer({ key: readFileSync(keyFile), cert: readFileSync(certFile) }, (request, response) => {
    state.asked.push(request.url!);
    const send = () =>
      response
        .writeHead(200, { 'content-type': 'image/png', ...(state.manner === 'without CORS' ? {} : { 'access-control-allow-origin': '*' }) })
        .end(tile);
    if (state.manner === 'forbidden') response.writeHead(403, { 'access-control-allow-origin': '*' }).end();
    else if (state.manner === 'hangs up') request.socket.destroy();
    else if (state.manner === 'late') setTimeout(send, 3_000);
    else if (state.manner !== 'silent') send();
  });
  rmSync(folder, { recursive: true });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return Object.assign(state, { port: (server.address() as AddressInfo).port, close });
}

/** A picture of 256 by 256 pixels of one colour (PNG 1.2: signature, IHDR, IDAT, IEND). */
function png(colour: readonly number[]): Buffer {
  const side = 256;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.from([0, ...Array.from({ length: side }, () => colour).flat()]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: side }, () => row)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'ascii'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
