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

/** Every zone of a set, in the order of codes. */
export async function readZoneNames(zoneSet: string, asOf: bigint, signal: AbortSignal): Promise<readonly NamedZone[]> {
  const named: NamedZone[] = [];
  for await (const batch of zones.streamZones({ zoneSet, batchSize: 1000, asOf }, { signal })) {
    for (const { ref, name, shape } of batch.zones) {
      const box: Box | undefined = shape && [...toDegrees(shape.minX, shape.minY), ...toDegrees(shape.maxX, shape.maxY)];
      named.push({ zoneSet, code: ref!.code, name, box, inside: shape && { x: shape.insideX, y: shape.insideY } });
    }
  }
  return named;
}
