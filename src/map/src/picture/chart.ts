import { escaped, linesOf } from './lines';

/** What is read from the page's style: a file of its own has no style sheet. */
const inherited = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'fill-opacity',
  'font-size',
  'font-weight',
  'text-anchor',
];

const margin = 16;
const line = 18;

/**
 * A chart of the page as a document of its own, with its caption over it and its sources under it.
 * @param chart The chart as it is drawn now.
 */
export function chartDocument(chart: SVGSVGElement, caption: string, sources: string): string {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const drawn = [chart, ...chart.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, at) => {
    const style = getComputedStyle(drawn[at]!);
    for (const property of inherited) element.setAttribute(property, style.getPropertyValue(property));
    element.removeAttribute('class');
  });
  const width = Math.max(chart.clientWidth, 480);
  const letters = Math.floor(width / 7);
  const [head, foot] = [linesOf(caption, letters), linesOf(sources, letters)];
  const top = margin + head.length * line + 8;
  const height = top + chart.clientHeight + foot.length * line + 2 * margin;
  copy.setAttribute('x', String(margin));
  copy.setAttribute('y', String(top));
  const text = (lines: readonly string[], from: number) =>
    lines.map((said, at) => `<text x="${margin}" y="${from + at * line}">${escaped(said)}</text>`).join('');
  const ground = getComputedStyle(document.body).backgroundColor;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width + 2 * margin}" height="${height}" font-family="Inter, 'Helvetica Neue', Arial, sans-serif" ` +
    `font-size="13" fill="${getComputedStyle(document.body).color}"><rect width="100%" height="100%" fill="${ground}"/>` +
    `${text(head, margin + line)}${new XMLSerializer().serializeToString(copy)}${text(foot, top + chart.clientHeight + margin + line)}</svg>`
  );
}
