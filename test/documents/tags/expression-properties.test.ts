import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, namesOf, parseExpression } from '../../../electron/documents/tags/expression.ts';
import { filterReference } from '../../../electron/documents/tags/filters/filter-table.ts';
import type { ComparisonSign, Formula } from '../../../electron/documents/tags/formula.ts';
import { rootScope, sectionScopes } from '../../../electron/documents/tags/scope.ts';

const names = ['甲', '乙.丙', '没有', '客户 名称', '工时（人时）', 'R&D'] as const;
const data = { 甲: '文字', 乙: { 丙: 5 }, '客户 名称': '5.0', '工时（人时）': ['一', '二'], 'R&D': '' };

/** What each name has in the data, without the code that looks it up. */
const held: Readonly<Record<(typeof names)[number], unknown>> = { 甲: '文字', '乙.丙': 5, 没有: undefined, '客户 名称': '5.0', '工时（人时）': ['一', '二'], 'R&D': '' };

type Tree =
  | { readonly kind: 'name'; readonly name: (typeof names)[number] }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'not'; readonly operand: Tree }
  | { readonly kind: 'and' | 'or'; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'compare'; readonly sign: ComparisonSign; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'default'; readonly input: Tree; readonly fallback: Tree }
  | { readonly kind: 'count'; readonly input: Tree };

const text = fc.string({ unit: fc.constantFrom('a', '文', ' ', '|', '=', '且', '(', '）', '：', ',', '}', '5', '\\', "'", '\n'), maxLength: 6 });
const literal = fc.oneof(text, fc.integer({ min: -999, max: 999 }), fc.integer({ min: -999, max: 999 }).map((value) => value / 8), fc.boolean(), fc.constant(null));
const signs: readonly ComparisonSign[] = ['==', '!=', '>', '>=', '<', '<='];

const { tree } = fc.letrec<{ tree: Tree }>((again) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.record({ kind: fc.constant('name'), name: fc.constantFrom(...names) }),
    fc.record({ kind: fc.constant('literal'), value: literal }),
    fc.record({ kind: fc.constant('not'), operand: again('tree') }),
    fc.record({ kind: fc.constantFrom('and', 'or'), left: again('tree'), right: again('tree') }),
    fc.record({ kind: fc.constant('compare'), sign: fc.constantFrom(...signs), left: again('tree'), right: again('tree') }),
    fc.record({ kind: fc.constant('default'), input: again('tree'), fallback: again('tree') }),
    fc.record({ kind: fc.constant('count'), input: again('tree') }),
  ),
}));

/** Ways of writing the same sign, chosen by the numbers of a list one after the other. */
const spellings = {
  not: ['!', '！', '非 ', 'not ', 'NOT　'], and: [' 且 ', ' and ', '&&', '＆＆'], or: [' 或 ', ' OR ', '||', '｜｜'], pipe: ['|', '｜', ' | '], colon: [':', '：', ' : '], open: ['(', '（', '( '], close: [')', '）', ' )'],
  '==': ['==', '＝＝', '=', ' == ', '==='], '!=': ['!=', '！＝', '≠', '<>'], '>': ['>', '＞'], '>=': ['>=', '≥', '＞＝', '=>'], '<': ['<', '＜'], '<=': ['<=', '≤', '=<'],
  quotes: ['""', '“”', '””', '„“', '＂＂'],
} as const;

type Write = (sign: keyof typeof spellings) => string;

function written(node: Tree, write: Write): string {
  const operand = (inner: Tree): string => (inner.kind === 'name' || inner.kind === 'literal' ? written(inner, write) : `${write('open')}${written(inner, write)}${write('close')}`);
  switch (node.kind) {
    case 'name':
      return node.name;
    case 'literal': {
      const marks = write('quotes');
      return typeof node.value === 'string' ? `${marks.charAt(0)}${node.value}${marks.charAt(1)}` : String(node.value);
    }
    case 'not':
      return `${write('not')}${operand(node.operand)}`;
    case 'and':
    case 'or':
      return `${operand(node.left)}${write(node.kind)}${operand(node.right)}`;
    case 'compare':
      return `${operand(node.left)}${write(node.sign)}${operand(node.right)}`;
    case 'default':
      return `${operand(node.input)}${write('pipe')}默认${write('colon')}${operand(node.fallback)}`;
    case 'count':
      return `${operand(node.input)}${write('pipe')}条数`;
  }
}

function formulaOf(node: Tree): Formula {
  switch (node.kind) {
    case 'name':
      return { kind: 'path', written: node.name, segments: node.name.split('.') };
    case 'literal':
      return node;
    case 'not':
      return { kind: 'not', operand: formulaOf(node.operand) };
    case 'and':
    case 'or':
      return { kind: node.kind, left: formulaOf(node.left), right: formulaOf(node.right) };
    case 'compare':
      return { kind: 'compare', sign: node.sign, left: formulaOf(node.left), right: formulaOf(node.right) };
    case 'default':
      return { kind: 'filter', filter: '默认', input: formulaOf(node.input), parameters: [formulaOf(node.fallback)] };
    case 'count':
      return { kind: 'filter', filter: '条数', input: formulaOf(node.input), parameters: [] };
  }
}

/** The rules once more, in as few words as possible, for values that are no dates. */
function valueOf(node: Tree): unknown {
  switch (node.kind) {
    case 'name':
      return held[node.name];
    case 'literal':
      return node.value;
    case 'not':
      return !isTrue(valueOf(node.operand));
    case 'and':
      return isTrue(valueOf(node.left)) ? valueOf(node.right) : valueOf(node.left);
    case 'or':
      return isTrue(valueOf(node.left)) ? valueOf(node.left) : valueOf(node.right);
    case 'compare':
      return compared(node.sign, valueOf(node.left), valueOf(node.right));
    case 'default': {
      const value = valueOf(node.input);
      return value === undefined || value === null || value === '' ? valueOf(node.fallback) : value;
    }
    case 'count': {
      const value = valueOf(node.input);
      return Array.isArray(value) ? value.length : value === undefined || value === null || value === '' ? 0 : value;
    }
  }
}

const isTrue = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));
const isNothing = (value: unknown): boolean => value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
const textOf = (value: unknown): string => (Array.isArray(value) ? value.join('、') : String(value)).trim();
const numberOf = (value: unknown): number | undefined => (/^-?\d+(\.\d+)?$/.test(textOf(value)) ? Number(textOf(value)) : undefined);
const saysYes = (value: unknown): boolean | undefined => new Map([['true', true], ['1', true], ['false', false], ['0', false]]).get(textOf(value));

function compared(sign: ComparisonSign, left: unknown, right: unknown): boolean {
  if (sign === '!=') return !compared('==', left, right);
  if (isNothing(left) || isNothing(right)) return sign === '==' && isNothing(left) && isNothing(right);
  const [number, other] = [numberOf(left), numberOf(right)];
  if (typeof left === 'boolean' || typeof right === 'boolean') return sign === '==' && saysYes(left) !== undefined && saysYes(left) === saysYes(right);
  if ((number === undefined) !== (other === undefined)) return false;
  const order = number !== undefined && other !== undefined ? number - other : textOf(left) < textOf(right) ? -1 : Number(textOf(left) > textOf(right));
  return { '==': order === 0, '>': order > 0, '>=': order >= 0, '<': order < 0, '<=': order <= 0 }[sign];
}

describe('an expression written down', () => {
  it('reads as the tree it was written from and has its value, in every spelling', () => {
    const choices = fc.array(fc.nat({ max: 59 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(tree, choices, (node, numbers) => {
        let at = 0;
        const text = written(node, (sign) => spellings[sign][(numbers[at++ % numbers.length] ?? 0) % spellings[sign].length] ?? '');
        fc.pre(text.length <= 1000);
        const expression = parseExpression(text);
        const formula = formulaOf(node);
        // A name alone, or what is no text, is the name it always was.
        fc.pre(expression.kind === 'computed' || (node.kind !== 'name' && node.kind !== 'literal'));
        expect([expression, evaluate(expression, rootScope(data))]).toEqual([{ kind: 'computed', written: text, formula }, valueOf(node)]);
      }),
      { numRuns: 2000 },
    );
  });
});

const pieces = fc.constantFrom(
  ...filterReference.flatMap(({ name, aliases }) => [name, ...aliases]), ...Array.from('|｜:：,，()（）"“”\'‘’!！=＝<>≥&＆ \u00a0　.'), ' 且 ', ' 或 ', '非 ', ' and ', '==', '&&', '||', '真', '空', '甲', '乙', 'constructor', '__proto__', 'toString', 'length', '$序号', '1', '2.5', '-3', '1000', '999999999', '日期', '2024年8月5日', '正', '降序', '一', 'YYYY-MM-DD', '\n', '𠮷', '\ud800',
);
const anyText = fc.oneof(fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 60 }));
const anyData = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.dictionary(fc.constantFrom('甲', '乙', '日期', '1', 'constructor', '__proto__', 'length'), fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('2024年8月5日', '1,234.5', '待定', '9'.repeat(40), 1e300, Number.NaN), fc.array(fc.dictionary(fc.constantFrom('甲', '乙', '日期'), fc.jsonValue({ maxDepth: 2 }))))),
);

describe('whatever somebody writes between braces', () => {
  it('is read without throwing, and evaluated without throwing or leaving the data', () => {
    fc.assert(
      fc.property(anyText, anyData, (text, value) => {
        const expression = parseExpression(text);
        const scope = rootScope(value);
        const doubts: string[] = [];
        const result = evaluate(expression, scope, doubts);
        namesOf(expression);
        sectionScopes(result, false, scope);
        expect([typeof result === 'function', Object.is(result, Object.prototype), Object.is(result, Array.prototype), typeof result === 'string' && result.length > 200_000, doubts.every((doubt) => doubt.length > 0)]).toEqual([false, false, false, false, true]);
        expect([parseExpression(text), evaluate(expression, scope)]).toEqual([expression, result]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is read in no time, however it tries to take long', () => {
    const long = ['(', ')', '!', '非 ', 'a|', 'a||', 'a|默认:', 'a 且 ', '"', '“a”', "'", '=', '＝ ', '< ', ':', 'a ', ' ', '（a', 'a|日期:"Y"'].flatMap((piece) => [piece.repeat(Math.floor(1000 / piece.length)), piece.repeat(100_000)]);
    const started = performance.now();
    for (const text of long) evaluate(parseExpression(text), rootScope({ a: 1 }));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
