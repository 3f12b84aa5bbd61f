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

/** The scores of some zones, in the order of their places. */
export function pick({ column, deciles }: Own, places: readonly number[]): Own {
  const of = <T>(list: readonly T[]) => places.map(place => list[place]!);
  return {
    deciles: of(deciles),
    column: { ...column, codes: of(column.codes), names: of(column.names), values: of(column.values), statuses: of(column.statuses) },
  };
}

/** The scores of some zones laid out over all zones of the set, whose codes and names are given. */
export function layOut({ column, deciles }: Own, places: readonly number[], { codes, names }: Pick<Column, 'codes' | 'names'>): Own {
  const over = <T>(list: readonly T[], elsewhere: T) => spreadOut(list, places, codes.length, elsewhere);
  return {
    deciles: over(deciles, Number.NaN),
    column: { ...column, codes, names, values: over(column.values, Number.NaN), statuses: over(column.statuses, 'not_applicable') },
  };
}

/** A list over some places as a list over all of them. */
export function spreadOut<T>(list: readonly T[], places: readonly number[], count: number, elsewhere: T): T[] {
  const all = new Array<T>(count).fill(elsewhere);
  places.forEach((place, at) => {
    all[place] = list[at]!;
  });
  return all;
}
