/** How the core's one thread is shared: whoever works long does so in turns, and waits for the next one behind everybody else. */
export type Turns = {
  /** Lets waiting calls and events go first, and all work that waits already. */
  readonly next: () => Promise<void>;
  /** Walks through steps, letting others in between, and answers what the steps come to. */
  readonly run: <Result>(steps: Iterator<unknown, Result>) => Promise<Result>;
};

/** Work shares the core's one thread: after so many milliseconds others are let in. A screen asks for several things at once, and each takes its turn. */
const turnLength = 12;

/**
 * A queue of its own for each core. Of all that waits one begins with each round of the event loop: were they all let in at once, a call of the window
 * would wait as many turns as there are tasks.
 */
export function createTurns(): Turns {
  const waiting: (() => void)[] = [];
  function round(): void {
    const first = waiting.shift();
    if (waiting.length > 0) setImmediate(round);
    first?.();
  }
  const next = (): Promise<void> => new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(round);
  });
  return {
    next,
    run: async (steps) => {
      for (let began = performance.now(); ;) {
        const step = steps.next();
        if (step.done === true) return step.value;
        if (performance.now() - began < turnLength) continue;
        await next();
        began = performance.now();
      }
    },
  };
}
