/** The period that is asked for if there are numbers for it, else the newest before it, else the oldest. Periods are ordered, oldest first. */
export function nearestPeriod(covered: readonly { readonly period: string; readonly zonesWithValue: number }[], wanted: string): string {
  const known = covered.filter(({ zonesWithValue }) => zonesWithValue > 0).map(({ period }) => period);
  return known.findLast(period => period <= wanted) ?? known[0] ?? wanted;
}
