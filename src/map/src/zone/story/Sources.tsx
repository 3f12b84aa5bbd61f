import { SourceList } from '../../sources/SourceList';
import { Pending } from '../../states/Pending';
import { texts } from '../../text/speech';
import { Section } from '../../ui/Section';
import { current, profile, sources, surroundings, zone } from './readings';

/** Where the zone's numbers come from. */
export function Sources() {
  const found = current(sources.value.value);
  const of = zone.value;
  if (!found || !of) return <Pending what={texts.value.story.sources} of={[surroundings.value, profile.value, sources.value]} lines={4} />;
  const { story, zonePanel, dataset } = texts.value;
  const table = of.choice.kind === 'indicator' ? of.choice.indicator.sourceTable : '';
  return (
    <Section title={story.sources} busy={sources.value.busy}>
      <SourceList deliveries={found} />
      <p class="quiet">
        {table && `${story.tableOf} ${table} · `}
        {zonePanel.period} {of.name.period} · {dataset(String(of.known.version))}
      </p>
    </Section>
  );
}
