import type { Reading } from '../state/reading';
import { texts } from '../text/speech';
import { FaultDetail, faultHead } from './FaultNotice';
import { Skeleton } from './Skeleton';

interface Properties {
  /** What is on its way, in words. */
  readonly what: string;
  /** What it waits for: the first that failed is told. */
  readonly of: readonly Reading<unknown>[];
  /** How many grey lines stand in its place meanwhile. */
  readonly lines: number;
}

/** Holds the place of what is on its way, or says why it does not come. What a service that is away was asked is asked again by itself. */
export function Pending({ what, of, lines }: Properties) {
  const fault = of.map(reading => reading.fault).find(each => each !== undefined);
  if (!fault) return <Skeleton lines={lines} />;
  return (
    <div class="pending" role="status">
      <p>{fault.kind === 'away' ? texts.value.faults.later(what) : `${what}: ${faultHead(fault)}.`}</p>
      {fault.kind !== 'away' && <FaultDetail fault={fault} />}
    </div>
  );
}
