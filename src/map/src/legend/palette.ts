/** Colours of a map, chosen so that neighbouring classes differ for colour-blind eyes too. */
export interface Palette {
  /** From low to high, one for each class. */
  readonly classes: readonly string[];
  /** Ground of the patterns, and their strokes. */
  readonly gapGround: string;
  readonly gapStroke: string;
  /** What lies where no zone is. */
  readonly ground: string;
  readonly border: string;
  readonly kommune: string;
  readonly omradesatsing: string;
  readonly omradesatsingHalo: string;
  readonly selected: string;
  readonly selectedHalo: string;
  readonly text: string;
}

// ColorBrewer BuPu; the dark theme's is the same from its middle outwards to light.
const steps: Readonly<Record<number, readonly string[]>> = {
  1: ['#8c96c6'],
  2: ['#b3cde3', '#8856a7'],
  3: ['#c9dcec', '#8c96c6', '#810f7c'],
  4: ['#d8e7f1', '#b3cde3', '#8c96c6', '#88419d'],
  5: ['#e0ecf4', '#b3cde3', '#8c96c6', '#8856a7', '#6e016b'],
};

export function paletteOf(dark: boolean, classes: number): Palette {
  const colours = steps[Math.min(Math.max(classes, 1), 5)]!;
  return dark
    ? {
        classes: colours,
        gapGround: '#3a4048',
        gapStroke: '#9aa4af',
        ground: '#12181f',
        border: '#12181f',
        kommune: '#d5dde5',
        omradesatsing: '#ffb454',
        omradesatsingHalo: '#12181f',
        selected: '#ffffff',
        selectedHalo: '#000000',
        text: '#f4f6f8',
      }
    : {
        classes: colours,
        gapGround: '#f4f4f2',
        gapStroke: '#767b82',
        ground: '#eef3f5',
        border: '#ffffff',
        kommune: '#3c4650',
        omradesatsing: '#9c3d00',
        omradesatsingHalo: '#ffffff',
        selected: '#0b1f33',
        selectedHalo: '#ffffff',
        text: '#1b242d',
      };
}
