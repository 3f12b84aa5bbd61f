import { CriterionOutcome } from '../../../generated/bolyst/v1/index_service_pb';
import { zoneSet } from '../../state/chosen';
import { Pending } from '../../states/Pending';
import { numbers, texts } from '../../text/speech';
import { Criteria } from './Criteria';
import { current, gathering } from './readings';

/** On how many indicators the zone is among the tenth of zones where the numbers are hardest, and which. */
export function Gathering() {
  if (!gathering.value.value) return <Pending what={texts.value.indicators} of={[gathering.value]} lines={3} />;
  const explained = current(gathering.value.value);
  if (!explained) return null;
  const { story } = texts.value;
  const { count } = numbers.value;
  const known = explained.criteria.filter(({ outcome }) => outcome !== CriterionOutcome.UNKNOWN);
  const met = known.filter(({ outcome }) => outcome === CriterionOutcome.MET);
  const zones = texts.value.zoneCount(count(zoneSet.value?.zoneCount ?? 0), zoneSet.value?.zoneCount === 1);
  return (
    <>
      <p>
        {story.gathering(count(met.length), count(known.length), zones)} <span class="quiet">{story.gatheringHelp}</span>
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
