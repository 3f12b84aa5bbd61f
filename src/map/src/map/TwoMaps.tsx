import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { nameOf } from '../choose/subjects';
import { first, type Pane, second } from '../state/pane';
import { go, view } from '../state/view';
import { numbers, texts } from '../text/speech';
import { CameraLink } from './cameraLink';
import { MapView } from './MapView';
import './two-maps.css';

/** Two maps that look at the same place: beside each other, or the second over the first, drawn aside by a slider. */
export function TwoMaps() {
  const link = useMemo(() => new CameraLink(), []);
  const { firstMap, secondMap, swipe } = texts.value.layouts;
  const over = view.value.layout === 'swipe';
  // While the handle is held the address waits: browsers take only so many changes of it.
  const held = useSignal<number | undefined>(undefined);
  const share = held.value ?? view.value.swipe;
  // The middle of the handle: it stays whole at both ends.
  const edge = `calc(1.375rem + (100% - 2.75rem) * ${share / 100})`;
  return (
    <div class={over ? 'two-maps is-swipe' : 'two-maps'}>
      <div class="one-map">
        <MapView key={firstMap} pane={first} label={firstMap} link={link} />
        <Title pane={first} />
      </div>
      <div class="one-map" style={{ clipPath: over ? `inset(0 0 0 ${edge})` : 'none' }}>
        <MapView key={secondMap} pane={second} label={secondMap} link={link} />
        <Title pane={second} />
      </div>
      {over && (
        <>
          <div class="swipe-line" style={{ insetInlineStart: edge }} />
          <input
            class="swipe"
            type="range"
            min={0}
            max={100}
            value={share}
            aria-label={swipe}
            aria-valuetext={numbers.value.share(share / 100)}
            onInput={event => {
              held.value = event.currentTarget.valueAsNumber;
            }}
            onChange={event => {
              held.value = undefined;
              go({ swipe: event.currentTarget.valueAsNumber }, 'same');
            }}
          />
        </>
      )}
    </div>
  );
}

function Title({ pane }: { readonly pane: Pane }) {
  const name = pane.shown.value.value?.column.name;
  return (
    <p class="map-title">
      {name && nameOf(name.subject)} <strong>{name?.period}</strong>
    </p>
  );
}
