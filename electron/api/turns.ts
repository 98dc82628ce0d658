/** Lets waiting calls and events go first. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => { setImmediate(resolve); });
}

/** Work shares the core's one thread: after so many milliseconds others are let in. A screen asks for several things at once, and each takes its turn. */
const turnLength = 12;

/** Walks through steps, letting other calls in between, and answers what the steps come to. */
export async function inTurns<Result>(steps: Iterator<unknown, Result>): Promise<Result> {
  for (let began = performance.now(); ;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - began < turnLength) continue;
    await nextTurn();
    began = performance.now();
  }
}
