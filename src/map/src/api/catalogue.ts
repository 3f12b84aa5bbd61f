import type { IndexDefinition } from '../../generated/bolyst/v1/index_pb';
import type { PeriodCoverage } from '../../generated/bolyst/v1/indicator_service_pb';
import type { Omradesatsing } from '../../generated/bolyst/v1/omradesatsing_service_pb';
import type { Indicator } from '../../generated/bolyst/v1/value_pb';
import type { ZoneSet } from '../../generated/bolyst/v1/zone_pb';
import { indexes, indicators, omradesatsinger, zones } from './clients';

/** What there is to choose from, as of one dataset version: everything read later names that version, so that all of the page agrees. */
export interface Catalogue {
  readonly version: bigint;
  readonly zoneSets: ReadonlyMap<string, ZoneSet>;
  /** Keys of the zone sets that have numbers of any kind. */
  readonly withNumbers: ReadonlySet<string>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly indexes: ReadonlyMap<string, IndexDefinition>;
  readonly omradesatsinger: ReadonlyMap<string, Omradesatsing>;
}

const pageSize = 1000;

/** @param dataset The dataset version; undefined: the newest. */
export async function readCatalogue(dataset: bigint | undefined, signal: AbortSignal): Promise<Catalogue> {
  const first = await zones.listZoneSets({ pageSize, asOf: dataset ?? 0n }, { signal });
  const asOf = first.datasetVersion;
  const numbered = async (sets: readonly ZoneSet[]) => {
    const known = await Promise.all(sets.map(({ key }) => indicators.listIndicators({ zoneSet: key, pageSize: 1, asOf }, { signal })));
    return sets.filter((_, place) => known[place]!.indicators.length > 0).map(({ key }) => key);
  };
  const [numberedSets, moreSets, allIndicators, allIndexes, allSatsinger] = await Promise.all([
    numbered(first.zoneSets),
    rest(first, page => zones.listZoneSets({ pageSize, pageToken: page, asOf }, { signal })),
    all(page => indicators.listIndicators({ pageSize, pageToken: page, asOf }, { signal })),
    all(page => indexes.listIndexDefinitions({ pageSize, pageToken: page }, { signal })),
    all(page => omradesatsinger.listOmradesatsinger({ pageSize, pageToken: page, asOf }, { signal })),
  ]);
  const more = moreSets.flatMap(page => page.zoneSets);
  return {
    version: asOf,
    zoneSets: byKey([...first.zoneSets, ...more]),
    withNumbers: new Set([...numberedSets, ...(await numbered(more))]),
    indicators: byKey(allIndicators.flatMap(page => page.indicators)),
    indexes: byKey(allIndexes.flatMap(page => page.definitions)),
    omradesatsinger: byKey(allSatsinger.flatMap(page => page.omradesatsinger)),
  };
}

/** What a zone set has numbers for: the periods of each indicator, oldest first, with the zones that have a number. */
export type Coverage = ReadonlyMap<string, readonly PeriodCoverage[]>;

export async function readCoverage(zoneSet: string, asOf: bigint, signal: AbortSignal): Promise<Coverage> {
  const { periods } = await indicators.getCoverage({ zoneSet, asOf }, { signal });
  const coverage = new Map<string, PeriodCoverage[]>();
  for (const period of periods) {
    const known = coverage.get(period.indicator);
    if (known) known.push(period);
    else coverage.set(period.indicator, [period]);
  }
  return coverage;
}

interface Page {
  readonly nextPageToken: string;
}

async function all<T extends Page>(read: (page: string) => Promise<T>): Promise<T[]> {
  const first = await read('');
  return [first, ...(await rest(first, read))];
}

async function rest<T extends Page>(first: T, read: (page: string) => Promise<T>): Promise<T[]> {
  const pages: T[] = [];
  for (let token = first.nextPageToken; token !== ''; ) {
    const page = await read(token);
    pages.push(page);
    token = page.nextPageToken;
  }
  return pages;
}

function byKey<T extends { readonly key: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map(item => [item.key, item]));
}
