import { readJson } from './web';

/** Outlines of områdesatsingar as GeoJSON, in the shape that the service's GIS door gives them. */
export interface Boundaries {
  readonly type: 'FeatureCollection';
  readonly features: readonly Boundary[];
}

export interface Boundary {
  readonly type: 'Feature';
  readonly geometry: unknown;
  readonly properties: {
    readonly key: string;
    readonly name: string;
    readonly start_year: number | null;
    readonly end_year: number | null;
    /** `proxy`: it stands in for the agreement's own. */
    readonly boundary: 'official' | 'proxy';
  };
}

/** The years that an områdesatsing runs, such as `2016–2025`; a year that is not stated is left out. */
export function yearsOf({ properties: { start_year, end_year } }: Boundary): string {
  return start_year === null && end_year === null ? '' : `${start_year ?? ''}–${end_year ?? ''}`;
}

/** The boundaries that were valid on some day of a year. */
export async function readBoundaries(year: string, asOf: bigint, signal: AbortSignal): Promise<Boundaries> {
  const query = new URLSearchParams({ f: 'json', limit: '10000', as_of: String(asOf), datetime: `${year}-01-01/${year}-12-31` });
  return readJson(`ogc/collections/omradesatsing_grenser/items?${query}`, signal);
}

/** Every boundary that was delivered, whenever it was valid. */
export async function readAllBoundaries(asOf: bigint, signal: AbortSignal): Promise<Boundaries> {
  const query = new URLSearchParams({ f: 'json', limit: '10000', as_of: String(asOf) });
  return readJson(`ogc/collections/omradesatsing_grenser/items?${query}`, signal);
}

/** Where a zone set lies: west, south, east, north in degrees. */
export async function readBounds(zoneSet: string, asOf: bigint, signal: AbortSignal): Promise<[number, number, number, number]> {
  const address = `tiles/${zoneSet}/tilejson.json?attributes=none&indicators=none&indexes=none&as_of=${asOf}`;
  return (await readJson<{ readonly bounds: [number, number, number, number] }>(address, signal)).bounds;
}
