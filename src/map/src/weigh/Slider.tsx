import { useId } from 'preact/hooks';
import { type Indicator, Polarity } from '../../generated/bolyst/v1/value_pb';
import { numbers, texts } from '../text/speech';
import { heaviest, shareOf, type Weighing } from './weighing';

interface Properties {
  readonly indicator: Indicator;
  readonly name: string;
  readonly weighing: Weighing;
  readonly move: (weight: number) => void;
}

/** What one indicator weighs, by hand: the browser's own slider, which every aid knows. */
export function Slider({ indicator, name, weighing, move }: Properties) {
  const id = useId();
  const { weigh } = texts.value;
  const weight = weighing.weights.get(indicator.key) ?? 0;
  const share = numbers.value.share(shareOf(weighing, indicator.key));
  return (
    <div class="slider" data-indicator={indicator.key}>
      <label for={id}>
        {name}
        {indicator.polarity === Polarity.HIGHER_IS_BETTER && <span class="quiet"> ({weigh.lowIsHard})</span>}
      </label>
      <output for={id} class="quiet">
        {weight === 0 ? '–' : share}
      </output>
      <input
        id={id}
        type="range"
        min={0}
        max={heaviest}
        step={1}
        value={weight}
        aria-valuetext={weight === 0 ? weigh.noWeight : weigh.weight(numbers.value.count(weight), share)}
        onInput={event => move(event.currentTarget.valueAsNumber)}
      />
    </div>
  );
}
