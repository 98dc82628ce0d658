import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, nameOf, parseExpression } from '../../../electron/documents/tags/expression.ts';
import { defaultDelimiters, findTags, type TagSyntax } from '../../../electron/documents/tags/find-tags.ts';
import { rootScope, sectionScopes, type Scope } from '../../../electron/documents/tags/scope.ts';
import { parseTag } from '../../../electron/documents/tags/tag.ts';
import { problemSentence } from '../../../electron/documents/tags/template-problem.ts';
import { valueText } from '../../../electron/documents/tags/value-text.ts';

const value = (written: string, scope: Scope): unknown => evaluate(parseExpression(written), scope);
const found = (text: string, syntax: TagSyntax = {}) => {
  const finding = findTags(text, defaultDelimiters, syntax);
  return { tags: finding.tags.map((tag) => tag.inside), faults: finding.faults.map((fault) => [fault.code, fault.excerpt]) };
};

describe('tags found in a text', () => {
  it('finds names in any script', () => {
    expect(found('编号：{编号}，{a.b}{.}')).toEqual({ tags: ['编号', 'a.b', '.'], faults: [] });
  });

  it('reports every fault, not just the first', () => {
    expect(found('a{b {c} d} {{e}} {f')).toEqual({
      tags: ['c'],
      faults: [['unclosed-tag', '{b '], ['unopened-tag', 'a{b {c} d}'], ['doubled-braces', '{{e}}'], ['unclosed-tag', '{f']],
    });
  });

  it('takes stray marks for text when told so', () => {
    expect(found('Hello {{{name} world', { allowUnclosedTag: true })).toEqual({ tags: ['name'], faults: [] });
    expect(found('a} {b}} c}', { allowUnopenedTag: true })).toEqual({ tags: ['b'], faults: [] });
    expect(found('{ {a} }', { allowUnopenedTag: true, allowUnclosedTag: true })).toEqual({ tags: ['a'], faults: [] });
  });

  it('changes delimiters within the text', () => {
    const finding = findTags('{a}{=[[ ]]=}{b}[[c]]', defaultDelimiters, {});
    expect([finding.tags.map((tag) => tag.inside), finding.silent.map((tag) => [tag.from, tag.to]), finding.delimiters]).toEqual([['a', 'c'], [[3, 12]], { start: '[[', end: ']]' }]);
    expect(found('{=[[]]=}').faults).toEqual([['bad-delimiters', '{=[[]]=}'], ['unopened-tag', '{=[[]]=}']]);
    expect(found('{=[[ ]]=}', { changeDelimiterPrefix: null }).tags).toEqual(['=[[ ]]=']);
  });

  it('reads equal marks as a pair', () => {
    expect(findTags('100%a% %b%', { start: '%', end: '%' }, {}).tags.map((tag) => tag.inside)).toEqual(['a', 'b']);
  });

  it('covers the text without gaps or overlaps, whatever it is', () => {
    const text = fc.string({ unit: fc.constantFrom('{', '}', '=', ' ', 'a', '日', '#', '/') });
    fc.assert(
      fc.property(text, fc.boolean(), fc.boolean(), (written, allowUnclosedTag, allowUnopenedTag) => {
        const finding = findTags(written, defaultDelimiters, { allowUnclosedTag, allowUnopenedTag });
        const stretches = [...finding.tags, ...finding.silent].sort((left, right) => left.from - right.from);
        const ends = stretches.map((stretch) => stretch.to);
        expect(stretches.every((stretch, index) => stretch.from >= (ends[index - 1] ?? 0) && stretch.to <= written.length)).toBe(true);
      }),
    );
  });
});

describe('a tag read', () => {
  it.each([
    ['name', { kind: 'value', expression: { kind: 'path', written: 'name', segments: ['name'] } }],
    ['#项目 ', { kind: 'open', name: '项目', inverted: false, expression: { kind: 'path', written: '项目 ', segments: ['项目'] } }],
    ['^a.b', { kind: 'open', name: 'a.b', inverted: true, expression: { kind: 'path', written: 'a.b', segments: ['a', 'b'] } }],
    ['/', { kind: 'close', name: '' }],
    ['/ a', { kind: 'close', name: 'a' }],
    ['@x', { kind: 'raw', expression: { kind: 'path', written: 'x', segments: ['x'] } }],
    ['-w:tr rows', { kind: 'open', name: 'rows', inverted: false, container: 'w:tr', expression: { kind: 'path', written: 'rows', segments: ['rows'] } }],
    ['-5', { kind: 'value', expression: { kind: 'path', written: '-5', segments: ['-5'] } }],
    [' #a', { kind: 'value', expression: { kind: 'path', written: ' #a', segments: ['#a'] } }],
  ])('%j', (inside, tag) => {
    expect(parseTag(inside)).toEqual(tag);
  });
});

describe('names looked up', () => {
  const root = rootScope({ 甲方: { 名称: '某中心', 电话: null }, 'a.b': 'whole name', a: { b: 'path' }, 备注: '外层', list: [{ 备注: null }, {}] });
  const [first, second] = sectionScopes(value('list', root), false, root);

  it('follows dots, and prefers a name that contains the dot', () => {
    expect([value('甲方.名称', root), value(' 甲方 . 名称 ', root), value('a.b', root)]).toEqual(['某中心', '某中心', 'whole name']);
  });

  it('asks the scope around when the item has no such name, but takes null for an answer', () => {
    expect([first && value('备注', first), second && value('备注', second)]).toEqual([null, '外层']);
  });

  it('knows the place in the loop', () => {
    const names = ['$index', '$number', '$序号', '$first', '$last'];
    expect(second && names.map((name) => value(name, second))).toEqual([1, 2, 2, false, true]);
  });

  it('finds nothing that the data does not own', () => {
    const names = ['constructor', '__proto__', 'toString', 'a.constructor', 'list.map', '__proto__.polluted', 'missing.deep.er'];
    expect(names.map((name) => value(name, root))).toEqual(names.map(() => undefined));
    expect(value('__proto__', rootScope(JSON.parse('{"__proto__":"own"}')))).toBe('own');
  });

  it('gives a name for reports only where there is one', () => {
    expect(['.', '$index', ' a . b '].map((written) => nameOf(parseExpression(written)))).toEqual([undefined, undefined, 'a.b']);
  });
});

describe('loops and conditions', () => {
  const scope = rootScope({ x: 1 });
  it.each<[unknown, number, number]>([
    [[1, 2, 3], 3, 0], [[], 0, 1], [true, 1, 0], [false, 0, 1], [{}, 1, 0], ['text', 1, 0], ['', 0, 1], [0, 0, 1], [5, 1, 0], [null, 0, 1], [undefined, 0, 1], [Number.NaN, 0, 1],
  ])('%j', (held, times, inverted) => {
    expect([sectionScopes(held, false, scope).length, sectionScopes(held, true, scope).length]).toEqual([times, inverted]);
  });

  it('keeps the scope for true and inverted, and enters a text, so that {.} prints it', () => {
    expect([sectionScopes(true, false, scope)[0] === scope, sectionScopes(false, true, scope)[0] === scope, sectionScopes('t', false, scope)[0]?.value]).toEqual([true, true, 't']);
  });
});

describe('values as text', () => {
  it.each<[unknown, string | undefined]>([
    ['a', 'a'], ['', ''], [0, '0'], [1.5, '1.5'], [Number.NaN, undefined], [true, 'true'], [null, undefined], [undefined, undefined], [{}, undefined], [['甲', 2], '甲、2'], [[], ''], [[{}], undefined], [10n, '10'],
  ])('%s', (given, text) => {
    expect(valueText(given)).toBe(text);
  });
});

it('tells a problem in one sentence', () => {
  const problem = { code: 'unclosed-tag', part: '正文', place: '第3段', tag: '{a', message: '标签没有写完' } as const;
  expect([problemSentence(problem), problemSentence({ ...problem, suggestion: '请补上 }' })]).toEqual(['正文第3段：标签没有写完', '正文第3段：标签没有写完（请补上 }）']);
});
