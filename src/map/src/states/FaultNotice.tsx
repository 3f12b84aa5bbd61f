import type { Fault } from '../api/faults';
import { texts } from '../text/speech';

/** Says what went wrong in plain words; the service's own sentence is a click away. */
export function FaultNotice({ fault }: { readonly fault: Fault | undefined }) {
  return (
    <div class="notice" role="alert">
      {fault && (
        <div class="ds-alert" data-color={fault.kind === 'away' ? 'warning' : 'danger'}>
          <p>
            <strong>{faultHead(fault)}.</strong> {fault.kind === 'away' && texts.value.faults.awayText}
          </p>
          {fault.kind !== 'away' && <FaultDetail fault={fault} />}
        </div>
      )}
    </div>
  );
}

/** The kind of a fault in a few words. */
export function faultHead({ kind }: Fault): string {
  const { faults } = texts.value;
  return { away: faults.away, 'not-found': faults.notFound, refused: faults.refused, broken: faults.broken }[kind];
}

/** The service's own words. */
export function FaultDetail({ fault }: { readonly fault: Fault }) {
  return (
    <details>
      <summary>{texts.value.faults.details}</summary>
      <p lang="en">{fault.detail}</p>
    </details>
  );
}
