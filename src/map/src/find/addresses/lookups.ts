import { batch, signal } from '@preact/signals';
import { type Fault, faultOf } from '../../api/faults';
import { lookUp } from '../../api/lookup';
import { catalogue } from '../../state/catalogue';
import { zoneSet } from '../../state/chosen';
import { inParallel } from './inParallel';
import { type Columns, placeOfRow, type Sheet } from './sheet';

/** What became of a row: its zone, or why it has none. */
export type Outcome = { readonly code: string; readonly name: string } | 'unreadable' | 'outside';

export interface Progress {
  readonly sheet: Sheet;
  readonly zoneSet: string;
  /** By row; undefined: not asked yet. */
  readonly outcomes: readonly (Outcome | undefined)[];
  readonly done: number;
  readonly running: boolean;
  /** Why it stopped, if it did not finish and nobody asked it to stop. */
  readonly fault: Fault | undefined;
}

const lanes = 6;
/** How often the page shows how far it has come, in milliseconds. */
const pace = 150;

/** How far the file is looked up; kept in this page's memory alone. */
export const progress = signal<Progress | undefined>(undefined);

let running: AbortController | undefined;

/** Looks up every row that has no outcome yet. */
export async function start(sheet: Sheet, columns: Columns): Promise<void> {
  const set = zoneSet.peek();
  const version = catalogue.peek().value?.version;
  if (!set || version === undefined) return;
  stop();
  const abort = new AbortController();
  running = abort;
  const before = progress.peek();
  const resumed = before?.sheet === sheet && before.zoneSet === set.key;
  const outcomes: (Outcome | undefined)[] = resumed ? [...before.outcomes] : sheet.rows.map(() => undefined);
  const show = (more: Partial<Progress> = {}) => {
    const done = outcomes.filter(outcome => outcome !== undefined).length;
    if (running === abort)
      progress.value = { sheet, zoneSet: set.key, outcomes: [...outcomes], done, running: true, fault: undefined, ...more };
  };
  show();
  const ticking = setInterval(show, pace);
  try {
    const left = [...outcomes.keys()].filter(row => outcomes[row] === undefined);
    await inParallel(left, lanes, abort.signal, async row => {
      const place = placeOfRow(sheet.rows[row]!, columns);
      outcomes[row] = place ? ((await lookUp(place, set, version, abort.signal))[0] ?? 'outside') : 'unreadable';
    });
    show({ running: false });
  } catch (error) {
    show({ running: false, fault: abort.signal.aborted ? undefined : faultOf(error) });
  } finally {
    clearInterval(ticking);
  }
}

/** Stops; what was found stays. */
export function stop(): void {
  running?.abort();
}

/** Forgets the file and what was found. */
export function forget(): void {
  batch(() => {
    stop();
    running = undefined;
    progress.value = undefined;
  });
}
