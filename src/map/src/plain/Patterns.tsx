import type { Classes } from '../api/classes';
import { patternTile } from '../legend/patterns';
import { TilePattern } from '../legend/TilePattern';
import { water } from '../legend/water';
import { hatch } from '../weigh/hatch';

interface Properties {
  /** Before each pattern's own name: two maps on a page have two of each. */
  readonly name: string;
  readonly classes: Classes;
  /** Metres that a pixel covers. */
  readonly metres: number;
}

/** The patterns of zones without a number, the hatch and water. They keep their size on the screen however large the ground is. */
export function Patterns({ name, classes, metres }: Properties) {
  const { ground, ink } = classes.pattern_look;
  return (
    <defs>
      <TilePattern id={`${name}-hatch`} tile={hatch} scale={metres} />
      <TilePattern id={`${name}-water`} tile={water} scale={metres} />
      {classes.without_number.map(({ pattern }) => (
        <TilePattern key={pattern} id={`${name}-${pattern}`} tile={patternTile(pattern, ground, ink)} scale={metres} />
      ))}
    </defs>
  );
}
