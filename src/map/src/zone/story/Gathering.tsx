import { CriterionOutcome } from '../../../generated/bolyst/v1/index_service_pb';
import { zoneSet } from '../../state/chosen';
import { Pending } from '../../states/Pending';
import { numbers, texts } from '../../text/speech';
import { Criteria } from './Criteria';
import { numberOf } from './parts';
import { current, gathering } from './readings';

/** On how many indicators the zone is among the tenth where the numbers are hardest, of the zones that it is ranked among, and which. */
export function Gathering() {
  if (!gathering.value.value) return <Pending what={texts.value.indicators} of={[gathering.value]} lines={3} />;
  const answer = current(gathering.value.value);
  if (!answer) return null;
  const { explained, within } = answer;
  const { story } = texts.value;
  const { count } = numbers.value;
  const known = explained.criteria.filter(({ outcome }) => outcome !== CriterionOutcome.UNKNOWN);
  const met = known.filter(({ outcome }) => outcome === CriterionOutcome.MET);
  const zones = within?.places.length ?? zoneSet.value?.zoneCount ?? 0;
  const counted = texts.value.zoneCount(count(zones), zones === 1);
  // A tenth of fewer than ten zones is none.
  if (explained.criteria.every(({ limit }) => numberOf(limit) === undefined))
    return <p>{story.gatheringUnknown(counted, within?.kommune.name)}</p>;
  return (
    <>
      <p>
        {story.gathering(count(met.length), count(known.length), counted, within?.kommune.name)}{' '}
        <span class="quiet">{story.gatheringHelp}</span>
      </p>
      <details>
        <summary>{texts.value.indicators}</summary>
        <ul class="keys">
          {(['met', 'unknown', 'not_met'] as const).map(outcome => (
            <li key={outcome}>
              <span class="outcome" data-outcome={outcome} aria-hidden="true" />
              {story.outcomes[outcome]}
            </li>
          ))}
        </ul>
        <Criteria criteria={explained.criteria} />
      </details>
    </>
  );
}
