import { TrendFigure } from '../charts/TrendFigure';
import { Pending } from '../states/Pending';
import { localized } from '../text/languages';
import { language, numbers, texts } from '../text/speech';
import { Section } from '../ui/Section';
import { current, measure, mostLines, trend, zones } from './readings';

/** The zones through time, with their kommune. */
export function Together() {
  const what = measure.value;
  const { compare, story } = texts.value;
  if (!what || zones.value.length === 0) return null;
  const series = current(trend.value.value, ` ${what.key}`);
  const name = localized(what.name, language.value);
  const caption = series?.confidence
    ? story.trend(name, numbers.value.share(series.confidence), series.lines[0]?.name ?? '')
    : story.criteriaTrend(name);
  return (
    <Section title={story.overTime} busy={trend.value.busy}>
      {series ? <TrendFigure trend={series} caption={caption} /> : <Pending what={story.overTime} of={[trend.value]} lines={6} />}
      {zones.value.length > mostLines && <p class="quiet">{compare.firstLines(numbers.value.count(mostLines))}</p>}
    </Section>
  );
}
