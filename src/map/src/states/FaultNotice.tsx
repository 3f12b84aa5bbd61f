import type { Fault } from '../api/faults';
import { texts } from '../text/speech';

/** Says what went wrong in plain words; the service's own sentence is a click away. */
export function FaultNotice({ fault }: { readonly fault: Fault | undefined }) {
  const { faults } = texts.value;
  const heads = { away: faults.away, 'not-found': faults.notFound, refused: faults.refused, broken: faults.broken };
  return (
    <div class="notice" role="alert">
      {fault && (
        <div class="ds-alert" data-color={fault.kind === 'away' ? 'warning' : 'danger'}>
          <p>
            <strong>{heads[fault.kind]}.</strong> {fault.kind === 'away' && faults.awayText}
          </p>
          {fault.kind !== 'away' && (
            <details>
              <summary>{faults.details}</summary>
              <p lang="en">{fault.detail}</p>
            </details>
          )}
        </div>
      )}
    </div>
  );
}
