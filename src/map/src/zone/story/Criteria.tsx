import { type CriterionExplanation, CriterionOutcome } from '../../../generated/bolyst/v1/index_service_pb';
import { DataTable } from '../../charts/DataTable';
import { measureText } from '../../text/measures';
import { numbers, texts } from '../../text/speech';
import { computedText, nameOfPart, unitOfPart } from './parts';

/** Criteria, those that are met first: the zone's number, the limit, and whether it is past it, in words and by a sign. */
export function Criteria({ criteria }: { readonly criteria: readonly CriterionExplanation[] }) {
  const { story } = texts.value;
  const order = [CriterionOutcome.MET, CriterionOutcome.UNKNOWN, CriterionOutcome.NOT_MET];
  return (
    <DataTable caption={texts.value.indicators} heads={[story.indicator, story.here, story.limit]}>
      <tbody>
        {criteria
          .toSorted((left, right) => order.indexOf(left.outcome) - order.indexOf(right.outcome))
          .map(({ selection, input, limit, outcome }) => {
            const unit = unitOfPart(selection?.indicator);
            const word = wordOf(outcome);
            return (
              <tr key={selection?.indicator}>
                <th scope="row">
                  <span class="outcome" data-outcome={word} aria-hidden="true" />
                  {nameOfPart(selection?.indicator)}
                  <span class="ds-sr-only">: {story.outcomes[word]}</span>
                </th>
                <td class="numeric">{measureText(input, unit)}</td>
                <td class="numeric">{computedText(limit, value => numbers.value.value(value, unit))}</td>
              </tr>
            );
          })}
      </tbody>
    </DataTable>
  );
}

function wordOf(outcome: CriterionOutcome): keyof typeof texts.value.story.outcomes {
  return outcome === CriterionOutcome.MET ? 'met' : outcome === CriterionOutcome.NOT_MET ? 'not_met' : 'unknown';
}
