import { fileName } from '../share/fileName';
import { sources } from '../state/sources';
import { withPaper } from '../state/theme';
import { texts } from '../text/speech';
import { save } from '../ui/save';

interface Properties {
  /** What the chart is, in the name of its file. */
  readonly is: string;
  readonly caption: string;
  /** The chart as it is drawn now. */
  readonly chart: () => SVGSVGElement | null | undefined;
}

/** Takes a chart along as a picture, with its caption and the sources. */
export function SaveChart({ is, caption, chart }: Properties) {
  const { share } = texts.value;
  const take = async (kind: 'svg' | 'png') => {
    const drawn = chart();
    if (!drawn) return;
    const [{ chartDocument }, { pngOf }] = await Promise.all([import('../picture/chart'), import('../picture/png')]);
    const from = sources.peek().map(({ text }) => text);
    const foot = `${share.sources}: ${from.join(' · ')}. ${texts.peek().notOfficial}`;
    const svg = withPaper(() => chartDocument(drawn, caption, foot));
    const content = kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pngOf(svg);
    save(content, `${fileName(is)}.${kind}`);
  };
  return (
    <p class="chart-save">
      {(['png', 'svg'] as const).map(kind => (
        <button
          key={kind}
          type="button"
          class="ds-link"
          aria-label={share.saveChart(kind.toUpperCase(), caption)}
          onClick={() => void take(kind)}
        >
          {kind.toUpperCase()}
        </button>
      ))}
    </p>
  );
}
