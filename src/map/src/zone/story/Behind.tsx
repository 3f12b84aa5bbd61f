import { texts } from '../../text/speech';
import { Section } from '../../ui/Section';
import { Gathering } from './Gathering';
import { IndexParts } from './IndexParts';
import { OwnParts } from './OwnParts';
import { zone } from './readings';
import { Spread } from './Spread';

/** What a number is made of, its place among the zones, and on how many indicators difficulties gather. */
export function Behind() {
  const of = zone.value;
  if (!of) return null;
  return (
    <Section title={texts.value.story.behind}>
      {of.choice.kind === 'own' ? <OwnParts /> : of.choice.kind === 'index' ? <IndexParts /> : <Spread />}
      <Gathering />
    </Section>
  );
}
