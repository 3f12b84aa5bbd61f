import { type OwnChoice, subject } from '../state/chosen';
import { tryOut } from '../state/trying';
import { localized } from '../text/languages';
import { language, numbers, texts } from '../text/speech';
import { Select } from '../ui/Select';
import { HowMade } from './HowMade';
import { Otherwise } from './Otherwise';
import { takes } from './offered';
import { Slider } from './Slider';
import { StartFrom } from './StartFrom';
import { alike, goTogether, joins, scales, type Weighing, withScale, withWeight, writeWeighing } from './weighing';
import './weigh.css';

/** The sliders and the choice of method, what the choices mean for the zones, and how it was made. */
export function Desk() {
  const choice = subject.value;
  if (choice?.kind !== 'own') return null;
  const { weighing, offered } = choice;
  const { weigh } = texts.value;
  const change = (next: Weighing) => tryOut({ kind: 'own', key: writeWeighing(next) });
  return (
    <form class="weigh" onSubmit={event => event.preventDefault()}>
      <p>
        <strong>{weigh.notOfficial}</strong> {weigh.help}
      </p>
      <StartFrom weighing={weighing} offered={offered} choose={change} />
      <fieldset class="sliders">
        <legend class="ds-label" data-weight="medium">
          {weigh.weights}
        </legend>
        {byName(choice).map(({ indicator, name }) => (
          <Slider
            key={indicator.key}
            indicator={indicator}
            name={name}
            weighing={weighing}
            move={weight => change(withWeight(weighing, indicator.key, weight))}
          />
        ))}
        <p class="quiet">{weigh.notOffered}</p>
      </fieldset>
      {weighing.weights.size === 0 && <p role="status">{weigh.nothingWeighs}</p>}
      <Select
        label={weigh.scale}
        value={weighing.scale}
        options={scales.filter(scale => takes(scale, weighing, offered)).map(scale => ({ value: scale, text: weigh.scales[scale].name }))}
        choose={chosen => change(withScale(weighing, scales.find(scale => scale === chosen)!))}
      />
      <p class="quiet">{weigh.scales[weighing.scale].help}</p>
      <Select
        label={weigh.join}
        value={weighing.join}
        options={joins.filter(join => goTogether(weighing.scale, join)).map(join => ({ value: join, text: weigh.joins[join].name }))}
        choose={chosen => change({ ...weighing, join: joins.find(join => join === chosen)! })}
      />
      <p class="quiet">{weigh.joins[weighing.join].help}</p>
      <button type="button" class="ds-button" data-variant="secondary" onClick={() => change(alike(offered.map(({ key }) => key)))}>
        {weigh.reset}
      </button>
      <Otherwise weighing={weighing} />
      <HowMade choice={choice} />
    </form>
  );
}

function byName({ offered }: OwnChoice) {
  return offered
    .map(indicator => ({ indicator, name: localized(indicator.name, language.value) }))
    .sort((left, right) => numbers.value.compare(left.name, right.name));
}
