import type { MessageInitShape } from '@bufbuild/protobuf';
import type { CompositeQuerySchema } from '../../generated/bolyst/v1/composite_pb';
import { indexesUnkept } from '../api/clients';
import { type Column, type ColumnName, scoresOf } from '../api/column';

/** The score of each zone by a person's own weighing, with its decile. */
export interface Own {
  /** By place; 1 for the hardest tenth, NaN without a score. */
  readonly deciles: readonly number[];
  readonly column: Column;
}

export async function readOwn(name: ColumnName, query: MessageInitShape<typeof CompositeQuerySchema>, signal: AbortSignal): Promise<Own> {
  const answer = await indexesUnkept.computeIndex({ query, classes: 10 }, { signal });
  return { deciles: answer.classes, column: scoresOf(name, answer, 'score') };
}
