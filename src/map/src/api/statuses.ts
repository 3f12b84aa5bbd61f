import { ReasonCode } from '../../generated/bolyst/v1/measured_pb';
import { ObservationStatus } from '../../generated/bolyst/v1/value_pb';

/** What stands in a cell, by the name that layers, tiles and classes give it: `value`, `suppressed`, `input_missing`. */
export type StatusName = Lowercase<keyof typeof ObservationStatus> | Lowercase<keyof typeof ReasonCode>;

const withNumber: ReadonlySet<StatusName> = new Set<StatusName>(['value', 'below_half_unit', 'break_in_series', 'imputed']);

export function statusName(status: ObservationStatus): StatusName {
  return ObservationStatus[status].toLowerCase() as StatusName;
}

export function reasonName(reason: ReasonCode): StatusName {
  return ReasonCode[reason].toLowerCase() as StatusName;
}

/** Whether a status comes with a number. */
export function hasNumber(status: StatusName): boolean {
  return withNumber.has(status);
}
