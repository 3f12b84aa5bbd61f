import { partsOf, type RepeatedTile } from '../legend/tile';

/** A repeating square as an SVG paint server, in text. */
export function tileMarkup(id: string, tile: RepeatedTile): string {
  const parts = partsOf(tile).map(([name, attributes]) => `<${name} ${written(attributes)}/>`);
  return `<pattern id="${id}" width="${tile.side}" height="${tile.side}" patternUnits="userSpaceOnUse">${parts.join('')}</pattern>`;
}

function written(attributes: object): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
}
