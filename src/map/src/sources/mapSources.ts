import type { Classes } from '../api/classes';
import { water } from '../state/water';
import { texts } from '../text/speech';

/** Where all that a map shows comes from, in one sentence: the numbers, the outlines and the water. */
export function mapSources(classes: Classes | undefined): string {
  const drawn = water.value.value;
  const sources = [...(classes?.sources ?? []).map(({ text }) => text), ...(drawn ? [`${texts.value.water}: ${drawn.attribution}`] : [])];
  return `${texts.value.share.sources}: ${sources.join(' · ')}`;
}
