import type { NamedZone } from '../api/zones';

/** How well a zone fits, 0 best; undefined if it does not. */
function fit(zone: NamedZone, wanted: string): number | undefined {
  const name = zone.name.toLowerCase();
  if (zone.code.toLowerCase() === wanted || name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (zone.code.toLowerCase().startsWith(wanted)) return 2;
  if (name.split(/[\s,/()-]+/).some(word => word.startsWith(wanted))) return 3;
  return name.includes(wanted) ? 4 : undefined;
}

/**
 * The zones whose name or code holds a text, those that fit best first, and among equals those of the set that is shown.
 * @param most The most to give.
 */
export function matchesOf(zones: readonly NamedZone[], written: string, shownSet: string, most: number): readonly NamedZone[] {
  const wanted = written.trim().toLowerCase();
  if (wanted === '') return [];
  const found: { zone: NamedZone; rank: number }[] = [];
  for (const zone of zones) {
    const how = fit(zone, wanted);
    if (how !== undefined) found.push({ zone, rank: 2 * how + Number(zone.zoneSet !== shownSet) });
  }
  return found
    .sort((left, right) => left.rank - right.rank)
    .slice(0, most)
    .map(({ zone }) => zone);
}
