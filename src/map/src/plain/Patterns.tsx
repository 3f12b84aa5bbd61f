import type { Classes } from '../api/classes';
import { patternMark } from '../picture/patternMarkup';
import { hatchInks, hatchMark, hatchSide } from '../weigh/hatch';

const side = 8;

interface Properties {
  /** Before each pattern's own name: two maps on a page have two of each. */
  readonly name: string;
  readonly classes: Classes;
  /** Metres that a pixel covers. */
  readonly metres: number;
}

/** The patterns of zones without a number, and the hatch. They keep their size on the screen however large the ground is. */
export function Patterns({ name, classes, metres }: Properties) {
  const { ground, ink } = classes.pattern_look;
  const scale = { patternUnits: 'userSpaceOnUse', patternTransform: `scale(${metres})` } as const;
  return (
    <defs>
      <pattern id={`${name}-hatch`} width={hatchSide} height={hatchSide} {...scale}>
        {hatchInks.map(([colour, width]) => (
          <path key={colour} d={hatchMark} stroke={colour} stroke-width={width} />
        ))}
      </pattern>
      {classes.without_number.map(({ pattern }) => (
        <pattern key={pattern} id={`${name}-${pattern}`} width={side} height={side} {...scale}>
          <rect width={side} height={side} fill={ground} />
          {patternMark[pattern] ? <path d={patternMark[pattern]} stroke={ink} /> : <circle cx="4" cy="4" r="1.2" fill={ink} />}
        </pattern>
      ))}
    </defs>
  );
}
