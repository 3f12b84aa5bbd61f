import type { RepeatedTile } from './tile';

interface Properties {
  readonly id: string;
  readonly tile: RepeatedTile;
  /** Units of the drawing to a pixel. Default 1. */
  readonly scale?: number;
}

/** A repeating square as an SVG paint server. */
export function TilePattern({ id, tile: { side, ground, mark, inks }, scale = 1 }: Properties) {
  return (
    <pattern id={id} width={side} height={side} patternUnits="userSpaceOnUse" patternTransform={`scale(${scale})`}>
      {ground && <rect width={side} height={side} fill={ground} />}
      {inks.map(([colour, width]) => (
        <path key={colour} d={mark} stroke={colour} stroke-width={width} fill="none" />
      ))}
    </pattern>
  );
}
