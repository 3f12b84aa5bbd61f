import { type ZoneLink, ZoneLinkKind, type ZoneRef, ZoneView } from '../../generated/bolyst/v1/zone_pb';
import type { Catalogue } from './catalogue';
import { zones } from './clients';

/** A zone by set and code; a code means nothing without its set. */
export type ZoneId = Pick<ZoneRef, 'zoneSet' | 'code'>;

/** A larger zone around a zone. */
export interface Surrounding {
  readonly id: ZoneId;
  readonly name: string;
  readonly level: Level;
}

const levels = ['bydel', 'kommune', 'fylke', 'land'] as const;
type Level = (typeof levels)[number];

/** Nothing is nested deeper than this. */
const mostSteps = 5;

/** The bydel, kommune, fylke and land that a zone lies in, as far as they are delivered; the smallest first. */
export async function readSurroundings(zone: ZoneId, catalogue: Catalogue, signal: AbortSignal): Promise<readonly Surrounding[]> {
  const asOf = catalogue.version;
  const found = new Map<Level, Surrounding>();
  const seen = new Set<string>();
  let front: readonly ZoneId[] = [zone];
  for (let step = 0; step < mostSteps && front.length > 0; step++) {
    const answers = await Promise.all(front.map(id => readLinks(id, asOf, signal)));
    for (const { id, name, level } of answers) {
      const known = levels.find(each => each === level);
      if (step > 0 && known && !found.has(known)) found.set(known, { id, name, level: known });
    }
    front = answers
      .flatMap(({ links }) => links)
      .filter(upward)
      .map(link => link.zone!)
      .filter(id => !seen.has(keyOf(id)) && seen.add(keyOf(id)) && catalogue.zoneSets.get(id.zoneSet)?.validTo === '');
  }
  const country = [...catalogue.zoneSets.values()].find(set => set.level === 'land' && set.zoneCount === 1 && set.validTo === '');
  if (country && !found.has('land')) {
    const [only] = (await zones.listZones({ zoneSet: country.key, pageSize: 1, asOf }, { signal })).zones;
    if (only?.ref) found.set('land', { id: only.ref, name: only.name, level: 'land' });
  }
  return levels.map(level => found.get(level)).filter(each => each !== undefined);
}

async function readLinks(id: ZoneId, asOf: bigint, signal: AbortSignal) {
  // Links come with the outline alone; one that is simplified this much is empty or a few bytes.
  const view = { view: ZoneView.FULL, geometry: { simplificationM: 1_000_000 } };
  const { zone, zoneSet } = await zones.getZone({ zone: id, ...view, asOf }, { signal });
  return { id, name: zone?.name ?? id.code, level: zoneSet?.level ?? '', links: zone?.links ?? [] };
}

function upward({ kind, zone }: ZoneLink): boolean {
  return zone !== undefined && (kind === ZoneLinkKind.PARENT || kind === ZoneLinkKind.PART_OF);
}

export function keyOf({ zoneSet, code }: ZoneId): string {
  return `${zoneSet}/${code}`;
}
