// Opens a PMTiles file on disk with the reader that maps use in browsers.
import { open } from 'node:fs/promises';
import { PMTiles } from 'pmtiles';

export async function openArchive(path) {
  const file = await open(path);
  const source = {
    getKey: () => path,
    getBytes: async (offset, length) => {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset);
      return { data: buffer.buffer.slice(0, bytesRead) };
    },
  };
  return { archive: new PMTiles(source), close: () => file.close() };
}
