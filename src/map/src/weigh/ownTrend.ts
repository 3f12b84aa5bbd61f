import type { MessageInitShape } from '@bufbuild/protobuf';
import type { CompositeQuerySchema } from '../../generated/bolyst/v1/composite_pb';
import { indexesUnkept } from '../api/clients';
import { scoresOf } from '../api/column';
import type { Point, Trend } from '../api/trend';

/** A zone's score through time, by a question for each period; each period lies on a scale of its own zones. */
export async function readOwnTrend(
  queries: readonly MessageInitShape<typeof CompositeQuerySchema>[],
  periods: readonly string[],
  code: string,
  signal: AbortSignal,
): Promise<Trend> {
  const answers = await Promise.all(queries.map(query => indexesUnkept.computeIndex({ query }, { signal })));
  const points = answers.map((answer, at): Point => {
    const place = answer.codes.indexOf(code);
    const { values, statuses } = scoresOf({ zoneSet: '', subject: { kind: 'own', key: '' }, period: periods[at]! }, answer, 'score');
    const value = values[place];
    return { period: periods[at]!, value: Number.isFinite(value) ? value : undefined, status: statuses[place] ?? 'not_applicable' };
  });
  const name = answers.at(-1)?.names[answers.at(-1)!.codes.indexOf(code)] ?? code;
  return { unit: 'score', confidence: 0, lines: [{ name, points, breaks: [] }] };
}
