import { beside, pause, play, playing, step } from '../state/player';
import { texts } from '../text/speech';

/** Goes through the years, by itself or step by step. */
export function Player() {
  const { before, after, start, stop } = texts.value.player;
  const runs = playing.value;
  return (
    <div class="player">
      <Button label={before} sign="‹" disabled={runs || beside(-1) === undefined} press={() => step(-1)} />
      <Button label={runs ? stop : start} sign={runs ? '❚❚' : '▶'} disabled={false} press={runs ? pause : play} />
      <Button label={after} sign="›" disabled={runs || beside(1) === undefined} press={() => step(1)} />
    </div>
  );
}

interface Properties {
  readonly label: string;
  readonly sign: string;
  readonly disabled: boolean;
  readonly press: () => void;
}

function Button({ label, sign, disabled, press }: Properties) {
  return (
    <button type="button" class="ds-button" data-variant="secondary" aria-label={label} title={label} disabled={disabled} onClick={press}>
      {sign}
    </button>
  );
}
