import { Code, ConnectError } from '@connectrpc/connect';

/** Why a read failed, as far as a person can act on it. */
export type FaultKind = 'away' | 'not-found' | 'refused' | 'broken';

export interface Fault {
  readonly kind: FaultKind;
  /** The service's own sentence, in English: for the details of a message, not for its head. */
  readonly detail: string;
}

/** Waiting helps only against these. */
const away: ReadonlySet<Code> = new Set([Code.Unavailable, Code.DeadlineExceeded, Code.Unknown, Code.ResourceExhausted, Code.Aborted]);
const refused: ReadonlySet<Code> = new Set([Code.InvalidArgument, Code.FailedPrecondition, Code.OutOfRange, Code.PermissionDenied]);

export function faultOf(error: unknown): Fault {
  const told = ConnectError.from(error);
  const kind = told.code === Code.NotFound ? 'not-found' : away.has(told.code) ? 'away' : refused.has(told.code) ? 'refused' : 'broken';
  return { kind, detail: told.rawMessage };
}
