import { numbers, texts } from '../text/speech';
import { Hatch } from './Hatch';
import { othersOf, weightNoise } from './recipe';
import { current, depends, sureness } from './sureness';
import type { Weighing } from './weighing';

/** How many zones would be in another tenth if the choices were made otherwise. */
export function Otherwise({ weighing }: { readonly weighing: Weighing }) {
  const { weigh, zoneCount } = texts.value;
  const { count, share } = numbers.value;
  const known = current.value;
  const depending = depends.value?.filter(Boolean).length ?? 0;
  const zones = known?.lowerDeciles.filter(decile => !Number.isNaN(decile)).length ?? 0;
  const { scales, joins } = othersOf(weighing);
  const named = (names: string[]) => names.map(name => name.toLowerCase()).join(', ');
  return (
    <section class="otherwise" aria-busy={!known}>
      <h3 class="ds-heading" data-size="2xs">
        {weigh.choices}
      </h3>
      <p role="status">
        {known ? weigh.dependCount(count(depending), zoneCount(count(zones), zones === 1)) : sureness.value.fault ? '' : weigh.working}
      </p>
      <p class="depend-mark">
        <Hatch />
        {weigh.dependMark}
      </p>
      {known && (
        <p class="quiet">
          {weigh.drawn(
            count(known.replicates),
            share(weightNoise),
            named(scales.map(scale => weigh.scales[scale].name)),
            named(joins.map(join => weigh.joins[join].name)),
            share(known.confidence),
          )}
        </p>
      )}
    </section>
  );
}
