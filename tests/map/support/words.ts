/** Numbers as bokmål writes them, made apart from the page. */
const one = new Intl.NumberFormat('nb-NO', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const none = new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 0 });

/** A number in its unit: `12,4 %`. */
export function written(value: number, unit: string): string {
  if (unit === 'percent') return `${one.format(value)}\u00a0%`;
  if (unit === 'per1000') return `${one.format(value)}\u00a0‰`;
  if (unit === 'kroner') return `${none.format(value)}\u00a0kr`;
  return none.format(value);
}

/** A number without its unit. */
export function bare(value: number, unit: string): string {
  return unit === 'percent' || unit === 'per1000' ? one.format(value) : none.format(value);
}

/** A difference with its sign, and without its unit. */
export function signed(value: number, unit: string): string {
  return `${value < 0 ? '−' : '+'}${bare(Math.abs(value), unit)}`;
}
