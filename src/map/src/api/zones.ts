import { toDegrees } from '../map/utm';
import { zones } from './clients';

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

/** A zone as one finds it. */
export interface NamedZone {
  readonly zoneSet: string;
  readonly code: string;
  readonly name: string;
  /** Where it lies; undefined for a zone without an outline. */
  readonly box: Box | undefined;
  /** A point surely inside, in EPSG:25833; undefined for a zone without an outline. */
  readonly inside: { readonly x: number; readonly y: number } | undefined;
}

const asked = new Map<string, Promise<readonly NamedZone[]>>();

/** Every zone of a set, in the order of codes. It is read once, whoever asks: for a country it is many megabytes. */
export function readZones(zoneSet: string, asOf: bigint): Promise<readonly NamedZone[]> {
  const key = `${zoneSet} ${asOf}`;
  const known = asked.get(key);
  if (known) return known;
  const reading = stream(zoneSet, asOf);
  asked.set(key, reading);
  reading.catch(() => asked.delete(key));
  return reading;
}

async function stream(zoneSet: string, asOf: bigint): Promise<readonly NamedZone[]> {
  const named: NamedZone[] = [];
  for await (const batch of zones.streamZones({ zoneSet, batchSize: 1000, asOf })) {
    for (const { ref, name, shape } of batch.zones) {
      const box: Box | undefined = shape && [...toDegrees(shape.minX, shape.minY), ...toDegrees(shape.maxX, shape.maxY)];
      named.push({ zoneSet, code: ref!.code, name, box, inside: shape && { x: shape.insideX, y: shape.insideY } });
    }
  }
  return named;
}
