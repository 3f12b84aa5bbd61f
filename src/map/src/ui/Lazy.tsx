import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { Skeleton } from '../states/Skeleton';
import { texts } from '../text/speech';

interface Properties {
  /** Imports the file that holds the part; the same function at every render. */
  readonly load: () => Promise<ComponentType>;
  /** How many grey lines stand in its place meanwhile. */
  readonly lines: number;
}

/** A part of the page that comes in a file of its own, the first time that it is shown. */
export function Lazy({ load, lines }: Properties) {
  const failed = useSignal(false);
  const part = useSignal<{ readonly Part: ComponentType } | undefined>(undefined);
  useEffect(() => {
    void load().then(
      Part => {
        part.value = { Part };
      },
      () => {
        failed.value = true;
      },
    );
  }, [load]);
  // A browser may keep the failure of a file as long as the page stands; the address holds all that was chosen.
  if (failed.value)
    return (
      <div class="pending" role="status">
        <p>{texts.value.faults.partAway}</p>
        <button type="button" class="ds-button" data-variant="secondary" data-size="sm" onClick={() => location.reload()}>
          {texts.value.faults.retry}
        </button>
      </div>
    );
  return part.value ? <part.value.Part /> : <Skeleton lines={lines} />;
}
