import { partsOf, type RepeatedTile } from './tile';

interface Properties {
  readonly id: string;
  readonly tile: RepeatedTile;
  /** Units of the drawing to a pixel. Default 1. */
  readonly scale?: number;
}

/** A repeating square as an SVG paint server. */
export function TilePattern({ id, tile, scale = 1 }: Properties) {
  return (
    <pattern id={id} width={tile.side} height={tile.side} patternUnits="userSpaceOnUse" patternTransform={`scale(${scale})`}>
      {partsOf(tile).map(([Name, attributes], place) => (
        <Name key={place} {...attributes} />
      ))}
    </pattern>
  );
}
