import { shown } from '../state/shown';
import { texts } from '../text/speech';
import { save } from '../ui/save';

interface Properties {
  readonly caption: string;
  /** The chart as it is drawn now. */
  readonly chart: () => SVGSVGElement | null | undefined;
}

/** Takes a chart along as a picture, with its caption and the sources. */
export function SaveChart({ caption, chart }: Properties) {
  const { share } = texts.value;
  const take = async (kind: 'svg' | 'png') => {
    const drawn = chart();
    if (!drawn) return;
    const [{ chartDocument }, { pngOf }] = await Promise.all([import('../picture/chart'), import('../picture/png')]);
    const sources = shown.peek().value?.classes.sources.map(({ text }) => text) ?? [];
    const svg = chartDocument(drawn, caption, `${share.sources}: ${sources.join(' · ')}. ${texts.peek().notOfficial}`);
    const content = kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pngOf(svg);
    save(content, `bolyst.${kind}`);
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
