import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../electron/store/canonical-json.ts';

/** The same by way of objects whose names are put in order. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([name, entry]) => [name, sorted(entry)]));
}

/** Names that JavaScript or JSON treats otherwise than others, beside any. */
const anyName = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor', 'toJSON', '0', '00', '9', '10', '-1', '4294967294', '4294967295', '4294967296', '名称', '\ud800'));
const { any } = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 4 }, fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined), fc.array(tie('any')), fc.dictionary(anyName, tie('any'))),
}));

test('texts are those of JSON with names in order, whatever the names and values', () => {
  fc.assert(fc.property(any, (value) => {
    expect(canonicalJson(value)).toBe(JSON.stringify(sorted(value) ?? null));
  }));
});

test('whatever order an object was written in, its text is the same', () => {
  fc.assert(fc.property(fc.array(fc.tuple(anyName, any), { maxLength: 8 }), (entries) => {
    const kept = [...new Map(entries)];
    expect(canonicalJson(Object.fromEntries(kept.toReversed()))).toBe(canonicalJson(Object.fromEntries(kept)));
  }));
});

test('names in order of their characters, numbers first; what is undefined is left out, or null in a list', () => {
  expect(canonicalJson({ b: [1, undefined, 'x'], 10: true, a: undefined, 9: null, A: { 名: '值', n: -0 } })).toBe('{"9":null,"10":true,"A":{"n":0,"名":"值"},"b":[1,null,"x"]}');
  expect([canonicalJson(undefined), canonicalJson('引"号'), canonicalJson(Number.NaN)]).toEqual(['null', '"引\\"号"', 'null']);
});
