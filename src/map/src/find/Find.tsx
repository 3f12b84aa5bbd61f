import { useComputed, useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { faultOf } from '../api/faults';
import { lookUp, type Place } from '../api/lookup';
import type { NamedZone } from '../api/zones';
import { toDegrees } from '../map/utm';
import { catalogue } from '../state/catalogue';
import { zoneSet } from '../state/chosen';
import { division } from '../state/divisions';
import { wanted } from '../state/looking';
import { go } from '../state/view';
import { localized } from '../text/languages';
import { language, numbers, texts } from '../text/speech';
import { readCoordinate } from './coordinates';
import './find.css';
import { looking, namedZones } from './found';
import { matchesOf } from './matches';

const mostMatches = 10;

/** Whether a zone set is a generation of the division that is shown: then it is another period that shows its zones. */
function generationOf(zoneSet: string): boolean {
  return division.value?.sets.some(({ key }) => key === zoneSet) ?? false;
}

/** Finds a zone by name, code or coordinate: a combobox with a list, by WAI-ARIA's pattern. */
export function Find() {
  const id = useId();
  const written = useSignal('');
  const open = useSignal(false);
  const active = useSignal(-1);
  const said = useSignal('');
  const field = useRef<HTMLInputElement>(null);
  const { find } = texts.value;

  // A coordinate leads to a zone: before it is known which zones there are it leads nowhere.
  const place = useComputed(() => (zoneSet.value && catalogue.value.value ? readCoordinate(written.value) : undefined));
  const matches = useComputed(() =>
    place.value ? [] : matchesOf(namedZones.value.value ?? [], written.value, zoneSet.value?.key ?? '', mostMatches),
  );
  const count = place.value ? 1 : matches.value.length;
  const shown = open.value && written.value.trim() !== '';
  const waiting = shown && !place.value && namedZones.value.busy;

  const close = (text: string) => {
    open.value = false;
    active.value = -1;
    written.value = text;
  };

  const goToZone = (zone: NamedZone) => {
    close(zone.name);
    said.value = '';
    go({
      zone: zone.code,
      compare: '',
      spot: undefined,
      ...(zone.zoneSet !== zoneSet.value?.key && {
        zoneSet: zone.zoneSet,
        camera: undefined,
        ...(generationOf(zone.zoneSet) && { period: '' }),
      }),
    });
    wanted.value = zone.box;
  };

  const goToPlace = async (at: Place) => {
    const set = zoneSet.value;
    const version = catalogue.value.value?.version;
    if (!set || version === undefined) return;
    close(written.value);
    try {
      const [zone] = await lookUp(at, set, version, AbortSignal.timeout(30_000));
      const [longitude, latitude] = at.srid === 4326 ? [at.x, at.y] : toDegrees(at.x, at.y, at.srid === 25832 ? 32 : 33);
      said.value = zone ? find.liesIn(zone.name) : find.liesNowhere(localized(set.name, language.value));
      go({ zone: zone?.code ?? '', compare: '', spot: { longitude: degrees(longitude), latitude: degrees(latitude) } });
      wanted.value = [longitude - 0.02, latitude - 0.01, longitude + 0.02, latitude + 0.01];
    } catch (error) {
      said.value = faultOf(error).kind === 'away' ? texts.value.faults.away : texts.value.faults.broken;
    }
  };

  const choose = (option: number) => {
    if (place.value) void goToPlace(place.value);
    else if (matches.value[option]) goToZone(matches.value[option]);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      open.value = true;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (count > 0) active.value = (Math.max(active.value, step > 0 ? -1 : 0) + step + count) % count;
    } else if (event.key === 'Enter') choose(Math.max(active.value, 0));
    else if (event.key === 'Escape') close(open.value ? written.value : '');
    else return;
    event.preventDefault();
  };

  return (
    <search class="find">
      <label class="ds-sr-only" for={`${id}-field`}>
        {find.label}
      </label>
      <input
        ref={field}
        id={`${id}-field`}
        class="ds-input"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        placeholder={find.label}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-activedescendant={shown && active.value >= 0 ? `${id}-${active.value}` : undefined}
        aria-describedby={`${id}-help`}
        value={written.value}
        onFocus={() => {
          looking.value = true;
        }}
        onInput={event => {
          written.value = event.currentTarget.value;
          said.value = '';
          open.value = true;
          active.value = -1;
        }}
        onBlur={() => {
          open.value = false;
        }}
        onKeyDown={onKeyDown}
      />
      <p class="ds-sr-only" id={`${id}-help`}>
        {find.help}
      </p>
      <div class="find-sheet" hidden={!shown}>
        <div role="listbox" id={`${id}-list`} aria-label={find.label}>
          {shown && place.value && (
            <Option id={`${id}-0`} active={active.value === 0} choose={() => choose(0)}>
              <strong>{find.coordinate}</strong>
              <span class="quiet">{placeText(place.value)}</span>
            </Option>
          )}
          {shown &&
            matches.value.map((zone, option) => (
              <Option
                key={`${zone.zoneSet} ${zone.code}`}
                id={`${id}-${option}`}
                active={active.value === option}
                choose={() => choose(option)}
              >
                <strong>{zone.name}</strong>
                <span class="quiet">
                  {zone.code} · {localized(catalogue.value.value?.zoneSets.get(zone.zoneSet)?.name, language.value)}
                </span>
              </Option>
            ))}
        </div>
        {shown && count === 0 && <p class="quiet">{waiting ? texts.value.loading : find.nothing}</p>}
      </div>
      <p class={said.value ? 'find-said' : 'ds-sr-only'} role="status">
        {said.value || (shown && !waiting ? find.count(numbers.value.count(count), count === 1) : '')}
      </p>
    </search>
  );
}

interface OptionProperties {
  readonly id: string;
  readonly active: boolean;
  readonly choose: () => void;
  readonly children: preact.ComponentChildren;
}

/** A line of the list. The focus stays in the field, which names the line that the keyboard stands on. */
function Option({ id, active, choose, children }: OptionProperties) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: by WAI-ARIA's pattern the focus stays in the field
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
    <div
      id={id}
      role="option"
      aria-selected={active}
      // Pressing must not take the focus from the field, which would close the list before the click.
      onMouseDown={event => event.preventDefault()}
      onClick={choose}
      ref={line => {
        if (active) line?.scrollIntoView({ block: 'nearest' });
      }}
    >
      {children}
    </div>
  );
}

function placeText({ srid, x, y }: Place): string {
  if (srid === 4326) return `${y}° N ${x}° ${texts.value.find.east}`;
  return `UTM ${srid === 25832 ? 32 : 33}: ${Math.round(x)} ${texts.value.find.east} ${Math.round(y)} N`;
}

/** As exact as a doorstep. */
function degrees(value: number): number {
  return Number(value.toFixed(5));
}
