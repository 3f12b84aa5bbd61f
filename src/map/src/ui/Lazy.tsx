import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { Skeleton } from '../states/Skeleton';

interface Properties {
  /** Imports the file that holds the part; the same function at every render. */
  readonly load: () => Promise<ComponentType>;
  /** How many grey lines stand in its place meanwhile. */
  readonly lines: number;
}

/** A part of the page that comes in a file of its own, the first time that it is shown. */
export function Lazy({ load, lines }: Properties) {
  const part = useSignal<{ readonly Part: ComponentType } | undefined>(undefined);
  useEffect(() => {
    void load().then(Part => {
      part.value = { Part };
    });
  }, [load]);
  return part.value ? <part.value.Part /> : <Skeleton lines={lines} />;
}
