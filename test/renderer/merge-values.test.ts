import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeValues, withTheirs } from '../../renderer/forms/merge-values.ts';
import type { RecordValues } from '../../renderer/forms/record-values.ts';

const base: RecordValues = { body: { place: '大厅', feedback: '好', items: [{ item: 'CPU', result: '正常' }, { item: '内存' }] }, extra: {}, signOff: {} };

test('what only one side changed is taken from it, in fields and in cells', () => {
  const mine = { ...base, body: { ...base.body, place: '机房', items: [{ item: 'CPU', result: '异常' }, { item: '内存' }] } };
  const theirs = { ...base, body: { ...base.body, feedback: '很好', items: [{ item: 'CPU', result: '正常' }, { item: '内存', result: '正常' }] }, signOff: { executor: '林远航' } };

  expect(mergeValues(base, mine, theirs)).toEqual({
    values: { body: { place: '机房', feedback: '很好', items: [{ item: 'CPU', result: '异常' }, { item: '内存', result: '正常' }] }, extra: {}, signOff: { executor: '林远航' } },
    clashes: [],
  });
});

test('what both changed differently is a clash; mine stands until theirs is chosen', () => {
  const mine = { ...base, lateReason: '补录', body: { ...base.body, place: '机房', items: [{ item: 'CPU' }] } };
  const theirs = { ...base, body: { ...base.body, place: '前台', items: [] } };

  const merged = mergeValues(base, mine, theirs);

  expect(merged.clashes).toEqual([
    { path: ['body', 'place'], mine: '机房', theirs: '前台' },
    { path: ['body', 'items'], mine: [{ item: 'CPU' }], theirs: [] },
  ]);
  expect(merged.values).toEqual(mine);
  expect(withTheirs(merged.values, merged.clashes)).toEqual({ ...theirs, lateReason: '补录' });
});

test('whatever was changed, nothing is lost: every place has mine, theirs, or what both had', () => {
  const text = fc.option(fc.constantFrom('甲', '乙', '丙'), { nil: undefined });
  const values = fc.record({ a: text, b: text, c: text }).map((body): RecordValues => ({ body: Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)), extra: {}, signOff: {} }));
  fc.assert(fc.property(values, values, values, (old, mine, theirs) => {
    const merged = mergeValues(old, mine, theirs);
    for (const name of ['a', 'b', 'c']) {
      const [o, m, t] = [old, mine, theirs].map(({ body }) => body[name]);
      expect(merged.values.body[name]).toBe(m === o ? t : m);
      expect(merged.clashes.some(({ path }) => path[1] === name)).toBe(m !== o && t !== o && m !== t);
    }
  }));
});
