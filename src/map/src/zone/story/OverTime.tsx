import { TrendFigure } from '../../charts/TrendFigure';
import { nameOf } from '../../choose/subjects';
import { Skeleton } from '../../states/Skeleton';
import { numbers, texts } from '../../text/speech';
import { Section } from '../../ui/Section';
import { current, trend, zone } from './readings';

/** The zone's number through time, with the kommune and the country. */
export function OverTime() {
  const series = current(trend.value.value);
  const choice = zone.value?.choice;
  // Scores of an own weighing stand beside those of the same period.
  if (!choice || choice.kind === 'own') return null;
  const { story } = texts.value;
  const name = nameOf(choice);
  const product = choice.kind === 'index' && choice.definition.recipe.case === 'product';
  const caption = product
    ? story.indexTrend(name)
    : series?.confidence
      ? story.trend(name, numbers.value.share(series.confidence), series.lines[0]?.name ?? '')
      : story.criteriaTrend(name);
  return (
    <Section title={story.overTime} busy={trend.value.busy}>
      {series ? <TrendFigure trend={series} caption={caption} /> : <Skeleton lines={6} />}
    </Section>
  );
}
