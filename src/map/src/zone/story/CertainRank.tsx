import { numbers, texts } from '../../text/speech';
import { current, rankInterval } from './readings';

/** Where the zone's rank surely lies, or that nobody knows. */
export function CertainRank() {
  const interval = current(rankInterval.value.value);
  if (!interval) return null;
  const { rank, share } = numbers.value;
  const { certainRank, unsureRank } = texts.value.story;
  return (
    <span class="quiet">
      {' '}
      {interval === 'unsure' ? unsureRank : certainRank(share(interval.confidence), rank(interval.lower), rank(interval.upper))}
    </span>
  );
}
