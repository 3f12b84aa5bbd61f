import { Skeleton } from '../../states/Skeleton';
import { localized } from '../../text/languages';
import { language, numbers, texts } from '../../text/speech';
import { current, sources, zone } from './readings';
import { Section } from './Section';

/** Where the zone's numbers come from. */
export function Sources() {
  const found = current(sources.value.value);
  const of = zone.value;
  if (!found || !of) return <Skeleton lines={4} />;
  const { story, zonePanel, dataset } = texts.value;
  const table = of.choice.kind === 'indicator' ? of.choice.indicator.sourceTable : '';
  return (
    <Section title={story.sources} busy={sources.value.busy}>
      {found.map(({ delivery }) => (
        <dl key={String(delivery?.version)} class="facts">
          <dt>{story.delivery}</dt>
          <dd>
            {/^https?:/.test(delivery?.sourceUrl ?? '') ? (
              <a class="ds-link" href={delivery!.sourceUrl} rel="noreferrer">
                {localized(delivery?.title, language.value)}
              </a>
            ) : (
              localized(delivery?.title, language.value)
            )}
          </dd>
          <dt>{story.supplier}</dt>
          <dd>{delivery?.supplier}</dd>
          <dt>{story.licence}</dt>
          <dd>{delivery?.licence}</dd>
          {delivery?.receivedOn && (
            <>
              <dt>{story.received}</dt>
              <dd>{numbers.value.day(delivery.receivedOn)}</dd>
            </>
          )}
        </dl>
      ))}
      <p class="quiet">
        {table && `${story.tableOf} ${table} · `}
        {zonePanel.period} {of.name.period} · {dataset(String(of.known.version))}
      </p>
    </Section>
  );
}
