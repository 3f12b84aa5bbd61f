import { numbers, texts } from '../../text/speech';
import { current, rankInterval } from './readings';

/** Where the zone's rank surely lies; nothing where nobody knows. */
export function CertainRank() {
  const interval = current(rankInterval.value.value);
  if (!interval) return null;
  const { rank, share } = numbers.value;
  return (
    <span class="quiet"> {texts.value.story.certainRank(share(interval.confidence), rank(interval.lower), rank(interval.upper))}</span>
  );
}
