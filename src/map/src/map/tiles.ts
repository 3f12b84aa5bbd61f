import type { VectorSourceSpecification } from 'maplibre-gl';
import { here } from '../api/here';

/** A zone set as of a dataset version: what tiles are of. */
export interface ZoneTiles {
  readonly zoneSet: string;
  readonly version: bigint;
}

/** Outlines without anything else: numbers are joined to them by place. */
export function tilesOf({ zoneSet, version }: ZoneTiles): VectorSourceSpecification {
  return { type: 'vector', tiles: [`${here}tiles/${zoneSet}/{z}/{x}/{y}.mvt?attributes=none&as_of=${version}`], maxzoom: 14 };
}
