/** How the lines and marks of a chart are told apart: by colour, dashes and shape alike. The colours follow the theme. */
export const looks = [
  { colour: 'var(--chart-1)', dash: undefined, symbol: 'circle' },
  { colour: 'var(--chart-2)', dash: '6 3', symbol: 'square' },
  { colour: 'var(--chart-3)', dash: '2 3', symbol: 'triangle' },
  { colour: 'var(--chart-4)', dash: '8 3 2 3', symbol: 'diamond' },
  { colour: 'var(--chart-5)', dash: '4 2', symbol: 'star' },
  { colour: 'var(--chart-6)', dash: '1 2', symbol: 'wye' },
] as const;
