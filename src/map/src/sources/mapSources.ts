import { sources } from '../state/sources';
import { water } from '../state/water';
import { texts } from '../text/speech';

/** Where all that a map shows comes from, in one sentence: the numbers, the outlines and the water. */
export function mapSources(): string {
  const drawn = water.value.value;
  const all = [...sources.value.map(({ text }) => text), ...(drawn ? [`${texts.value.water}: ${drawn.attribution}`] : [])];
  return `${texts.value.share.sources}: ${all.join(' · ')}`;
}
