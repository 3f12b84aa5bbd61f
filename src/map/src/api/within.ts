import { zones } from './clients';
import type { ZoneId } from './surroundings';

/** The zones of a division that lie in a kommune. */
export interface Within {
  readonly zoneSet: string;
  readonly kommune: ZoneId & { readonly name: string };
  /** Their places in the division, ascending. */
  readonly places: readonly number[];
  /** By place in the division: whether the zone is one of them. */
  readonly inside: readonly boolean[];
}

/** What narrows a question to the zones that lie in a zone; undefined asks for all of the set. */
export function withinOf(around: ZoneId | undefined) {
  return around && { within: { zoneSet: around.zoneSet, code: around.code } };
}

export async function readWithin(
  zoneSet: string,
  zoneCount: number,
  kommune: Within['kommune'],
  asOf: bigint,
  signal: AbortSignal,
): Promise<Within> {
  const around = { zoneSet: kommune.zoneSet, code: kommune.code };
  const { positions } = await zones.findZonesWithin({ zoneSet, around, asOf }, { signal });
  const inside = new Array<boolean>(zoneCount).fill(false);
  for (const place of positions) inside[place] = true;
  return { zoneSet, kommune, places: positions, inside };
}
