import { ringsOf } from '../picture/paths';
import type { Ring } from './rings';
import { readJson } from './web';
import type { Box } from './zones';

/** The layer of the service that holds all water. */
export const waterLayer = 'vann_flater';

/** Water as it was delivered. */
export interface Water {
  /** Source and licence. */
  readonly attribution: string;
  readonly bounds: Box;
}

/** What is known of the water that was delivered; null where none was. */
export async function readWater(asOf: bigint, signal: AbortSignal): Promise<Water | null> {
  const { attribution, bounds } = await readJson<{ readonly attribution: string; readonly bounds?: Box }>(
    `tiles/${waterLayer}/tilejson.json?as_of=${asOf}`,
    signal,
  );
  return bounds ? { attribution, bounds } : null;
}

/** The outlines of all water within a box, in metres of Web Mercator. */
export async function readWaterOutlines(box: Box, asOf: bigint, signal: AbortSignal): Promise<readonly Ring[]> {
  const query = new URLSearchParams({ f: 'json', limit: '10000', as_of: String(asOf), bbox: box.join(',') });
  const { features } = await readJson<{ readonly features: readonly { readonly geometry: unknown }[] }>(
    `ogc/collections/${waterLayer}/items?${query}`,
    signal,
  );
  return features.flatMap(({ geometry }) => ringsOf(geometry));
}
