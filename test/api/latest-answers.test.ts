import { expect, test } from 'vitest';
import { latestAnswers } from '../../electron/api/latest-answers.ts';

test('the same question from the same things is computed once, from others anew', async () => {
  const answers = latestAnswers<string>();
  const records: readonly string[] = [];
  let computed = 0;
  const ask = (contract: string, ...basis: readonly unknown[]): Promise<string> => answers.of(contract, basis, async () => `${contract} ${++computed}`);

  expect(await Promise.all([ask('a', records, 1), ask('a', records, 1), ask('b', records, 1)])).toEqual(['a 1', 'a 1', 'b 2']);
  expect(await ask('a', [], 1)).toBe('a 3');
  expect(await ask('a', records, 2)).toBe('a 4');
  answers.forget();
  expect(await ask('b', records, 1)).toBe('b 5');
});

test('a failed computation is tried again', async () => {
  const answers = latestAnswers<string>();

  await expect(answers.of('a', [1], async () => { throw new Error('磁盘'); })).rejects.toThrow('磁盘');
  expect(await answers.of('a', [1], async () => 'now')).toBe('now');
});
