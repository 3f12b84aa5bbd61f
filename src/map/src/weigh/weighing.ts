/** How indicators come onto one scale, of the methods that the service has. */
export const scales = ['min_max', 'z_score', 'percentile', 'rank', 'decile', 'exponential', 'percent'] as const;
export type Scale = (typeof scales)[number];

/** How indicators become one number. */
export const joins = ['arithmetic', 'geometric', 'harmonic', 'mazziotta', 'maximum'] as const;
export type Join = (typeof joins)[number];

/** A person's own index: what each indicator counts, and by which method. */
export interface Weighing {
  /** Weights by key of the indicator, above 0 and at most `heaviest`; only proportions count. What weighs nothing is not here. */
  readonly weights: ReadonlyMap<string, number>;
  readonly scale: Scale;
  readonly join: Join;
}

export const heaviest = 100;
/** What an indicator weighs that is as heavy as the others. */
export const middling = 50;

/** Scales on which the lowest zone is at zero, which some methods cannot take. */
const fromZero: ReadonlySet<Scale> = new Set<Scale>(['percentile', 'exponential']);
const aboveZero: ReadonlySet<Join> = new Set<Join>(['geometric', 'harmonic']);

/** Whether a scale and a way to join go together. */
export function goTogether(scale: Scale, join: Join): boolean {
  return !(fromZero.has(scale) && aboveZero.has(join));
}

/** All that are given weigh alike. */
export function alike(indicators: readonly string[], scale: Scale = 'min_max', join: Join = 'arithmetic'): Weighing {
  return { weights: new Map(indicators.map(indicator => [indicator, middling])), scale, join };
}

export function withWeight(weighing: Weighing, indicator: string, weight: number): Weighing {
  const weights = new Map(weighing.weights);
  if (weight > 0) weights.set(indicator, weight);
  else weights.delete(indicator);
  return { ...weighing, weights };
}

/** Another scale; a way to join that does not go with it becomes the plain mean. */
export function withScale(weighing: Weighing, scale: Scale): Weighing {
  return { ...weighing, scale, join: goTogether(scale, weighing.join) ? weighing.join : 'arithmetic' };
}

/** An indicator's part of all weights, 0 to 1. */
export function shareOf({ weights }: Weighing, indicator: string): number {
  const sum = [...weights.values()].reduce((all, weight) => all + weight, 0);
  return sum === 0 ? 0 : (weights.get(indicator) ?? 0) / sum;
}

/** As it stands in an address: `employed.20,unemployed.50,min_max,arithmetic`. Equal weighings are written alike. */
export function writeWeighing({ weights, scale, join }: Weighing): string {
  const written = [...weights].map(([indicator, weight]) => `${indicator}.${weight}`).sort();
  return [...written, scale, join].join(',');
}

/** What an address holds; a part that cannot be read is as good as absent. */
export function readWeighing(written: string): Weighing {
  const parts = written.split(',');
  const weights = new Map<string, number>();
  for (const part of parts) {
    const dot = part.lastIndexOf('.');
    const weight = Number(part.slice(dot + 1));
    if (dot > 0 && Number.isInteger(weight) && weight > 0 && weight <= heaviest) weights.set(part.slice(0, dot), weight);
  }
  const read = { weights, scale: 'min_max' as Scale, join: joins.find(join => parts.includes(join)) ?? 'arithmetic' };
  return withScale(read, scales.find(scale => parts.includes(scale)) ?? 'min_max');
}
