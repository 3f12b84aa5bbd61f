import { SourceList } from '../../sources/SourceList';
import { Skeleton } from '../../states/Skeleton';
import { texts } from '../../text/speech';
import { Section } from '../../ui/Section';
import { current, sources, zone } from './readings';

/** Where the zone's numbers come from. */
export function Sources() {
  const found = current(sources.value.value);
  const of = zone.value;
  if (!found || !of) return <Skeleton lines={4} />;
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
