import { TrendFigure } from '../../charts/TrendFigure';
import { nameOf } from '../../choose/subjects';
import { Pending } from '../../states/Pending';
import { numbers, texts } from '../../text/speech';
import { Section } from '../../ui/Section';
import { current, surroundings, trend, zone } from './readings';

/** The zone's number through time, with the kommune and the country. */
export function OverTime() {
  const series = current(trend.value.value);
  const choice = zone.value?.choice;
  if (!choice) return null;
  const { story, weigh } = texts.value;
  const name = nameOf(choice);
  const product = choice.kind === 'index' && choice.definition.recipe.case === 'product';
  const caption = product
    ? story.indexTrend(name)
    : choice.kind === 'own'
      ? weigh.trend
      : series?.confidence
        ? story.trend(name, numbers.value.share(series.confidence), series.lines[0]?.name ?? '')
        : story.criteriaTrend(name);
  return (
    <Section title={story.overTime} busy={trend.value.busy}>
      {series ? (
        <TrendFigure trend={series} caption={caption} />
      ) : (
        <Pending what={story.overTime} of={[surroundings.value, trend.value]} lines={6} />
      )}
    </Section>
  );
}
