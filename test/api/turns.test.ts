import { expect, test } from 'vitest';
import { createTurns } from '../../electron/api/turns.ts';

/** Work longer than a turn, so that it waits after each of its steps. */
function* longWork(seen: string[], name: string, steps: number): Generator<undefined, string> {
  for (let step = 1; step <= steps; step++) {
    const until = performance.now() + 15;
    while (performance.now() < until) { /* busy */ }
    seen.push(`${name}${step}`);
    yield;
  }
  return name;
}

/** A call of the window in every round of the event loop, as long as work goes on. */
function callEachRound(seen: string[], isOver: () => boolean): void {
  setImmediate(() => {
    seen.push('call');
    if (!isOver()) callEachRound(seen, isOver);
  });
}

test('long work lets others in between and comes to its result', async () => {
  const seen: string[] = [];
  setImmediate(() => seen.push('somebody else'));

  expect(await createTurns().run(longWork(seen, 'a', 4))).toBe('a');
  expect(seen.indexOf('somebody else')).toBe(1);
});

test('between two calls of the window there is one turn, whatever waits; all work goes on by turns', async () => {
  const seen: string[] = [];
  const turns = createTurns();
  let isOver = false;
  const work = Promise.all(['a', 'b', 'c', 'd'].map((name) => turns.run(longWork(seen, name, 3))));
  callEachRound(seen, () => isOver);

  expect(await work).toEqual(['a', 'b', 'c', 'd']);
  isOver = true;
  // All four begin at once, by the calls that they are the answers to; from then on they share.
  const rounds = seen.join(' ').split('call').map((round) => round.trim().split(' ').filter((part) => part !== ''));
  expect([seen.filter((what) => what !== 'call').join(' '), rounds.slice(1).every((round) => round.length <= 1)]).toEqual(['a1 b1 c1 d1 a2 b2 c2 d2 a3 b3 c3 d3', true]);
});

test('who waits comes behind those who wait already, also when it waits again at once', async () => {
  const { next } = createTurns();
  const seen: string[] = [];
  const waitTwice = async (name: string): Promise<void> => {
    await next();
    seen.push(`${name}1`);
    await next();
    seen.push(`${name}2`);
  };
  await Promise.all(['a', 'b', 'c'].map(waitTwice));
  expect(seen).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'c2']);
});

test('two cores do not wait for each other', async () => {
  const seen: string[] = [];
  const [one, other] = [createTurns(), createTurns()];
  await Promise.all([one.next().then(() => seen.push('one')), one.next().then(() => seen.push('one again')), other.next().then(() => seen.push('other'))]);
  expect(seen).toEqual(['one', 'other', 'one again']);
});
