import type { Column } from '../api/column';
import { hasNumber } from '../api/statuses';
import { nameOf } from '../choose/subjects';
import { subject } from '../state/chosen';
import { rankedWithin, selectedPlace, type ZonePlace } from '../state/pointed';
import { column } from '../state/shown';
import { go } from '../state/view';
import { numbers, statusWord, texts } from '../text/speech';
import { intervalText, valueText } from '../text/values';
import { Lazy } from '../ui/Lazy';
import { Panel } from '../ui/Panel';

const loadStory = async () => (await import('./story/ZoneStory')).ZoneStory;
const loadRank = async () => (await import('./story/CertainRank')).CertainRank;

/** The zone whose panel is open: its number, how sure it is and its rank; what lies behind it comes in a file of its own. */
export function ZonePanel() {
  const place = selectedPlace.value;
  const shown = column.value;
  const choice = subject.value;
  if (place === undefined || !shown || !choice) return null;
  const { zonePanel } = texts.value;
  const status = shown.statuses[place]!;
  const interval = intervalText(shown, place);
  return (
    <Panel title={shown.names[place] ?? ''} of={shown.codes[place]!} close={() => go({ zone: '' })}>
      <p class="quiet">
        {nameOf(shown.name.subject)}, {shown.name.period}
      </p>
      <p class={hasNumber(status) ? 'zone-value' : 'zone-value is-missing'}>{valueText(shown, place)}</p>
      {interval && <p>{interval}</p>}
      <dl class="facts">
        {hasNumber(status) && status !== 'value' && (
          <>
            <dt>{zonePanel.status}</dt>
            <dd>{statusWord(status)}</dd>
          </>
        )}
        {hasNumber(status) && (
          <>
            <dt>{zonePanel.rank}</dt>
            <dd>
              {rankText(shown, place)}
              <Lazy load={loadRank} lines={1} />
            </dd>
          </>
        )}
        <dt>{zonePanel.code}</dt>
        <dd>{shown.codes[place]}</dd>
      </dl>
      <button
        type="button"
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        onClick={() => go({ compare: 'zones', picked: [shown.codes[place]!] })}
      >
        {texts.value.compare.withOthers}
      </button>
      <Lazy load={loadStory} lines={12} />
    </Panel>
  );
}

/** Equal values share the best of their ranks, as in the service. */
function rankText({ values, statuses }: Column, place: ZonePlace): string {
  const within = rankedWithin.value;
  const among = values.filter((_, other) => hasNumber(statuses[other]!) && (!within || within.inside[other]));
  const higher = among.filter(value => value > values[place]!).length;
  return texts.value.zonePanel.rankOf(numbers.value.rank(higher + 1), numbers.value.count(among.length), within?.kommune.name);
}
