import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePath, valueAt, withValueAt } from '../../renderer/state/at-path.ts';

test('a value is read and replaced by its path, and its neighbours stay the same objects', () => {
  const before = { client: { name: '甲' }, items: [{ no: 1 }, { no: 2 }] };

  const after = withValueAt(before, ['items', 1, 'no'], 3);

  expect(after).toEqual({ client: { name: '甲' }, items: [{ no: 1 }, { no: 3 }] });
  expect(valueAt(after, ['client'])).toBe(before.client);
  expect(valueAt(after, ['items', 0])).toBe(before.items[0]);
  expect(before.items[1]).toEqual({ no: 2 });
});

test('nothing at a path removes the name', () => {
  expect(withValueAt({ a: 1, b: 2 }, ['a'], undefined)).toEqual({ b: 2 });
});

test('a path into nothing makes the objects on its way', () => {
  expect(withValueAt({}, ['vocabularies', 'serviceChannel'], ['电话'])).toEqual({ vocabularies: { serviceChannel: ['电话'] } });
});

test('names of the prototype are no values', () => {
  expect(valueAt({}, ['constructor'])).toBeUndefined();
  expect(valueAt([], ['length'])).toBeUndefined();
});

test('what was written is read back, for any names', () => {
  fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 4 }), fc.jsonValue(), (path, value) => {
    expect(valueAt(withValueAt({}, path, value), path)).toEqual(value);
  }));
});

test('a path is written with dots', () => {
  expect(parsePath('serviceItems.3.name')).toEqual(['serviceItems', 3, 'name']);
});
