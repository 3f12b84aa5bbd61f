import type { Area } from '../state/address';

/** A corner in the area's own coordinates: longitude and latitude, or metres east and north. */
export type Corner = readonly [x: number, y: number];

/** Rings of polygons, the outer one first; the last corner of a ring is the first again. */
type Polygons = readonly (readonly (readonly Corner[])[])[];

/** The most characters of an area that fit into an address with everything else. */
export const longestArea = 6_000;

export type Refusal = 'unreadable' | 'tooLong';

/**
 * The area of a text: WKT, with `SRID=25833;` before it or not, or GeoJSON, whose coordinates are degrees unless its `crs` says otherwise.
 * @param srid What the coordinates are if the text does not say.
 */
export function readArea(written: string, srid: Area['srid']): Area | Refusal {
  const text = written.trim();
  const read = text.startsWith('{') ? ofGeoJson(text) : ofWkt(text, srid);
  if (!read || !filled(read.polygons) || !read.polygons.every(rings => filled(rings) && rings.every(isRing))) return 'unreadable';
  const area = { srid: read.srid, wkt: writeWkt(read.polygons) };
  return area.wkt.length > longestArea ? 'tooLong' : area;
}

/** The area inside corners that were drawn, in degrees; undefined with fewer than three. */
export function areaOf(corners: readonly Corner[]): Area | undefined {
  return corners.length < 3 ? undefined : { srid: 4326, wkt: writeWkt([[[...corners, corners[0]!]]]) };
}

/** The polygons of an area, for drawing them. */
export function polygonsOf({ wkt, srid }: Area): Polygons {
  return ofWkt(wkt, srid)?.polygons ?? [];
}

export const srids = [4326, 25833, 25832, 3857] as const;

function sridOf(number: string | undefined): Area['srid'] | undefined {
  return srids.find(srid => String(srid) === number);
}

function ofWkt(text: string, otherwise: Area['srid']): { polygons: Polygons; srid: Area['srid'] } | undefined {
  const found = /^(?:SRID=(\d+);\s*)?(MULTI)?POLYGON\s*(\(.*\))$/is.exec(text);
  if (!found) return undefined;
  const [, named, multi, body] = found;
  const srid = named ? sridOf(named) : otherwise;
  // Nested lists of corners are the same in JSON, but for the brackets and for what stands between two numbers.
  const json = body!
    .replace(/\(\s*(?=[-+\d.])/g, '([')
    .replace(/(?<=[\d.])\s*\)/g, '])')
    .replace(/(?<=[\d.])\s*,\s*(?=[-+\d.])/g, '],[');
  const nested = parse(
    json
      .replaceAll('(', '[')
      .replaceAll(')', ']')
      .replace(/(?<=[\d.])\s+(?=[-+\d.])/g, ','),
  );
  if (!srid || !Array.isArray(nested)) return undefined;
  return { polygons: (multi ? nested : [nested]) as Polygons, srid };
}

function ofGeoJson(text: string): { polygons: Polygons; srid: Area['srid'] } | undefined {
  const document = parse(text) as GeoJson | undefined;
  const named = /(\d+)$/.exec(document?.crs?.properties?.name ?? '')?.[1];
  const srid = named && named !== '84' ? sridOf(named) : 4326;
  const polygons = document && collect(document);
  return srid && polygons && { polygons, srid };
}

interface GeoJson {
  readonly type?: string;
  readonly crs?: { readonly properties?: { readonly name?: string } };
  readonly coordinates?: unknown;
  readonly geometry?: GeoJson;
  readonly geometries?: readonly GeoJson[];
  readonly features?: readonly GeoJson[];
}

/** The polygons of a document; undefined if there is anything else in it. */
function collect({ type, coordinates, geometry, geometries, features }: GeoJson): Polygons | undefined {
  if (type === 'Polygon') return [coordinates as Polygons[number]];
  if (type === 'MultiPolygon') return coordinates as Polygons;
  if (type === 'Feature') return geometry && collect(geometry);
  const parts = (features ?? geometries)?.map(collect);
  return parts?.every(part => part !== undefined) ? parts.flat() : undefined;
}

/** A list with something in it: JSON from elsewhere may have anything in its place. */
function filled(list: unknown): list is readonly unknown[] {
  return Array.isArray(list) && list.length > 0;
}

/** At least a triangle, closed, of numbers. */
function isRing(ring: unknown): boolean {
  if (!Array.isArray(ring) || ring.length < 4) return false;
  const corners = ring as readonly unknown[];
  const numbers = corners.every(corner => Array.isArray(corner) && corner.length >= 2 && corner.every(Number.isFinite));
  return numbers && String(corners[0]) === String(corners.at(-1));
}

function writeWkt(polygons: Polygons): string {
  const rings = (polygon: Polygons[number]) => `(${polygon.map(ring => `(${ring.map(([x, y]) => `${x} ${y}`).join(',')})`).join(',')})`;
  return polygons.length === 1 ? `POLYGON${rings(polygons[0]!)}` : `MULTIPOLYGON(${polygons.map(rings).join(',')})`;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
