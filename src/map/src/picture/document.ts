import type { Pattern } from '../api/classes';
import { patternTile } from '../legend/patterns';
import { water } from '../legend/water';
import { escaped, linesOf } from './lines';
import type { Size } from './mercator';
import { tileMarkup } from './tileMarkup';

/** What a picture of the map says. Everything that is text is in the language of the page. */
export interface Picture {
  readonly title: string;
  readonly subtitle: string;
  /** How each zone is drawn; `fill` is a colour or the name of a pattern. */
  readonly zones: readonly { readonly path: string; readonly fill: string; readonly name: string }[];
  /** Drawn over the zones' colours and under their borders; empty where there is none. */
  readonly water: string;
  readonly boundaries: readonly string[];
  readonly legend: readonly { readonly fill: string; readonly text: string; readonly count: string }[];
  /** Under the legend, one paragraph each. */
  readonly remarks: readonly string[];
  /** At the foot: sources, caveats, where the picture is from. */
  readonly foot: readonly string[];
  readonly patterns: readonly Pattern[];
  readonly look: { readonly ground: string; readonly ink: string };
  readonly map: Size;
}

const margin = 24;
const legendWidth = 300;
const line = 17;

/** The picture as a document of its own: SVG 1.1, without scripts, fonts or anything from elsewhere. */
export function svgOf(picture: Picture): string {
  const { map } = picture;
  const width = map.width + legendWidth + 3 * margin;
  const head = 72;
  const foot = picture.foot.flatMap(text => linesOf(text, Math.floor((width - 2 * margin) / 6.2)));
  const height = head + map.height + foot.length * line + 2 * margin;
  const legendX = map.width + 2 * margin;
  const rows = picture.legend.flatMap(entry => {
    const texts = linesOf(entry.text, 27);
    return texts.map((text, at) => ({ ...entry, text, first: at === 0 }));
  });
  const remarks = picture.remarks.flatMap(text => linesOf(text, 46));
  const remarksY = head + 24 + rows.length * 26;
  const text = (x: number, y: number, said: string, more = '') => `<text x="${x}" y="${y}"${more}>${escaped(said)}</text>`;
  const fillOf = (fill: string) => (fill.startsWith('#') ? fill : `url(#${fill})`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, 'Helvetica Neue', Arial, sans-serif" font-size="14" fill="#1e2b3c" role="img">`,
    `<title>${escaped(`${picture.title}. ${picture.subtitle}`)}</title>`,
    `<defs><clipPath id="frame"><rect width="${map.width}" height="${map.height}"/></clipPath>`,
    ...picture.patterns.map(pattern => tileMarkup(pattern, patternTile(pattern, picture.look.ground, picture.look.ink))),
    picture.water === '' ? '' : tileMarkup('water', water),
    `</defs><rect width="${width}" height="${height}" fill="#ffffff"/>`,
    text(margin, 34, picture.title, ' font-size="22" font-weight="600"'),
    text(margin, 56, picture.subtitle, ' fill="#4c5a69"'),
    `<g transform="translate(${margin} ${head})" clip-path="url(#frame)"><rect width="${map.width}" height="${map.height}" fill="#e9eff2"/>`,
    '<g fill-rule="evenodd">',
    ...picture.zones.map(({ path, fill, name }) => `<path d="${path}" fill="${fillOf(fill)}"><title>${escaped(name)}</title></path>`),
    picture.water === '' ? '' : `<path d="${picture.water}" fill="url(#water)"/>`,
    '</g><g fill="none" stroke-linejoin="round">',
    `<path d="${picture.zones.map(({ path }) => path).join('')}" stroke="#595959" stroke-width="0.7"/>`,
    ...picture.boundaries.map(path => `<path d="${path}" stroke="#ffffff" stroke-width="6" stroke-opacity="0.85"/>`),
    ...picture.boundaries.map(path => `<path d="${path}" stroke="#0b3d91" stroke-width="2.5" stroke-dasharray="7.5 3.75"/>`),
    '</g></g>',
    ...rows.map(({ fill, text: said, count, first }, at) => {
      const y = head + 4 + at * 26;
      const swatch = `<rect x="${legendX}" y="${y}" width="28" height="20" fill="${fillOf(fill)}" stroke="#595959" stroke-width="0.5"/>`;
      return first
        ? swatch + text(legendX + 38, y + 15, said) + text(width - margin, y + 15, count, ' text-anchor="end" fill="#4c5a69"')
        : text(legendX + 38, y + 9, said);
    }),
    ...remarks.map((said, at) => text(legendX, remarksY + at * line, said, ' font-size="12.5" fill="#4c5a69"')),
    ...foot.map((said, at) => text(margin, head + map.height + 28 + at * line, said, ' font-size="12" fill="#4c5a69"')),
    '</svg>',
  ].join('\n');
}
