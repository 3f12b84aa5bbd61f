import type { MessageInitShape } from '@bufbuild/protobuf';
import type { CompositeQuerySchema } from '../../generated/bolyst/v1/composite_pb';
import { ReasonCode } from '../../generated/bolyst/v1/measured_pb';
import { indexesUnkept } from '../api/clients';
import type { Column, ColumnName } from '../api/column';
import { reasonName, type StatusName } from '../api/statuses';

/** The score of each zone by a person's own weighing, with its decile. */
export interface Own {
  /** By place; 1 for the hardest tenth, NaN without a score. */
  readonly deciles: readonly number[];
  readonly column: Column;
}

export async function readOwn(name: ColumnName, query: MessageInitShape<typeof CompositeQuerySchema>, signal: AbortSignal): Promise<Own> {
  const answer = await indexesUnkept.computeIndex({ query, classes: 10 }, { signal });
  const statuses = answer.codes.map((): StatusName => 'value');
  for (const missing of answer.missing) statuses[missing.position] = reasonName(missing.reason?.code ?? ReasonCode.INPUT_MISSING);
  return {
    deciles: answer.classes,
    column: {
      name,
      codes: answer.codes,
      names: answer.names,
      values: answer.scores,
      statuses,
      lower: [],
      upper: [],
      confidence: 0,
      unit: 'score',
    },
  };
}
