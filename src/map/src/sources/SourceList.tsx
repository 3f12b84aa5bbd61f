import type { GetDeliveryResponse } from '../../generated/bolyst/v1/delivery_service_pb';
import { localized } from '../text/languages';
import { language, numbers, texts } from '../text/speech';

/** Deliveries that numbers come from: what, from whom, on what terms, when. */
export function SourceList({ deliveries }: { readonly deliveries: readonly GetDeliveryResponse[] }) {
  const { story } = texts.value;
  return (
    <>
      {deliveries.map(({ delivery }) => (
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
    </>
  );
}
