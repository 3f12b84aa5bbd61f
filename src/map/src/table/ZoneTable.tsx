import { useSignal } from '@preact/signals';
import { nameOf } from '../choose/subjects';
import { chooseZone } from '../state/choosing';
import { subject, zoneSet } from '../state/chosen';
import { shown as reading } from '../state/shown';
import { view } from '../state/view';
import { Skeleton } from '../states/Skeleton';
import { localized } from '../text/languages';
import { language, numbers, texts } from '../text/speech';
import { intervalText, remarkText, valueText } from '../text/values';
import { weighFacts } from '../weigh/sureness';

type Order = 'name' | 'code' | 'value';

/** The same as the map, as a table: every zone with its number, interval and status. */
export function ZoneTable() {
  const order = useSignal<{ by: Order; falling: boolean }>({ by: 'value', falling: true });
  const shown = reading.value.value?.column;
  const choice = subject.value;
  if (!shown || !choice) return <Skeleton lines={12} />;
  const { table } = texts.value;
  const { picked } = view.value;
  const picking = view.value.compare === 'zones';
  const { by, falling } = order.value;
  const within = reading.value.value?.within;
  const zones = within?.places ?? shown.codes.map((_, place) => place);
  const places = zones.toSorted((left, right) => compare(left, right) * (falling ? -1 : 1) || left - right);
  // What has no number comes last, whichever way the numbers run.
  if (by === 'value') places.sort((left, right) => Number(Number.isNaN(shown.values[left])) - Number(Number.isNaN(shown.values[right])));

  function compare(left: number, right: number): number {
    if (by === 'name') return numbers.value.compare(shown!.names[left]!, shown!.names[right]!);
    if (by === 'code') return left - right;
    return (shown!.values[left]! || 0) - (shown!.values[right]! || 0);
  }

  const head = (name: Order, text: string, numeric = false) => (
    <th scope="col" class={numeric ? 'numeric' : ''} aria-sort={by === name ? (falling ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        onClick={() => {
          order.value = { by: name, falling: by === name ? !falling : name === 'value' };
        }}
      >
        {text}
      </button>
    </th>
  );

  return (
    // A table wider than the screen scrolls by itself, and by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="table" tabIndex={0} aria-label={texts.value.layouts.table}>
      <table class="ds-table" data-zebra="true" data-border="true">
        <caption>
          {table.caption(
            nameOf(shown.name.subject),
            [localized(zoneSet.value?.name, language.value), within?.kommune.name].filter(Boolean).join(', '),
            shown.name.period,
          )}
        </caption>
        <thead>
          <tr>
            {head('name', table.zone)}
            {head('code', table.code)}
            {head('value', table.value, true)}
            <th scope="col">{table.interval}</th>
            <th scope="col">{table.note}</th>
          </tr>
        </thead>
        <tbody>
          {places.map(place => (
            <tr key={shown.codes[place]} aria-current={view.value.zone === shown.codes[place]}>
              <th scope="row">
                <button
                  type="button"
                  class="ds-link"
                  aria-pressed={picking ? picked.includes(shown.codes[place]!) : undefined}
                  onClick={() => chooseZone(shown.codes[place]!)}
                >
                  {shown.names[place]}
                </button>
              </th>
              <td>{shown.codes[place]}</td>
              <td class="numeric">{valueText(shown, place)}</td>
              <td>{intervalText(shown, place)}</td>
              <td>{[remarkText(shown, place), ...weighFacts(place)].filter(Boolean).join('. ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
