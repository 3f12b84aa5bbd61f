import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { type Fault, faultOf } from '../api/faults';

/** Something that is read from the service and follows the view. */
export interface Reading<T> {
  /** The newest answer; it stays while the next one is on its way, and while the service is away. */
  readonly value: T | undefined;
  readonly busy: boolean;
  /** Why the last attempt failed. */
  readonly fault: Fault | undefined;
}

/** What to read. Equal keys are the same question: it is asked once and its answer kept. */
export interface Question<T> {
  readonly key: string;
  readonly read: (abort: AbortSignal) => Promise<T>;
  /** For what is asked many times a second: a question on its way is let finish and its answer shown, and then the newest is asked. */
  readonly paced?: boolean;
}

const mostAnswers = 60;
const firstPause = 2_000;
const longestPause = 30_000;

/**
 * Reads whenever the question changes. A question that is overtaken is dropped, unless both are paced; one that fails because the service is away is asked again,
 * at growing intervals and as soon as the browser is online.
 * @param ask The question of the moment, from signals; undefined while there is none.
 */
export function reading<T>(ask: () => Question<T> | undefined): ReadonlySignal<Reading<T>> {
  const state = signal<Reading<T>>({ value: undefined, busy: true, fault: undefined });
  const answers = new Map<string, T>();
  let key = '';
  let running: { readonly question: Question<T>; readonly control: AbortController } | undefined;
  let waiting: Question<T> | undefined;

  effect(() => {
    const question = ask();
    if (!question || question.key === key) return;
    key = question.key;
    const known = answers.get(key);
    waiting = undefined;
    if (known === undefined && question.paced && running?.question.paced) {
      waiting = question;
      return;
    }
    running?.control.abort();
    running = undefined;
    if (known === undefined) start(question);
    else state.value = { value: known, busy: false, fault: undefined };
  });

  function start(question: Question<T>): void {
    const control = new AbortController();
    running = { question, control };
    state.value = { value: state.peek().value, busy: true, fault: undefined };
    void attempt(question, control.signal).then(async () => {
      // Asked at once, answers would come faster than a slow machine draws them, and take its time.
      if (question.paced) await whenShown();
      if (control.signal.aborted) return;
      running = undefined;
      const next = waiting;
      waiting = undefined;
      if (next) start(next);
    });
  }

  async function attempt(question: Question<T>, abort: AbortSignal): Promise<void> {
    for (let pause = firstPause; !abort.aborted; pause = Math.min(2 * pause, longestPause)) {
      try {
        const value = await question.read(abort);
        if (abort.aborted) return;
        keep(question.key, value);
        state.value = { value, busy: waiting !== undefined, fault: undefined };
        return;
      } catch (error) {
        if (abort.aborted) return;
        const fault = faultOf(error);
        state.value = { value: state.peek().value, busy: fault.kind === 'away', fault };
        if (fault.kind !== 'away' || waiting) return;
        await whenWorthwhile(pause, abort);
      }
    }
  }

  function keep(question: string, value: T): void {
    answers.set(question, value);
    const oldest = answers.keys().next().value;
    if (answers.size > mostAnswers && oldest !== undefined) answers.delete(oldest);
  }

  return state;
}

/** Waits for the frame that shows what has come. */
function whenShown(): Promise<unknown> {
  return new Promise(requestAnimationFrame);
}

/** Waits for a while, or until the browser is online again. */
function whenWorthwhile(pause: number, abort: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      abort.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, pause);
    addEventListener('online', done);
    abort.addEventListener('abort', done);
  });
}
