import { AppError } from '../../../shared/app-error.ts';
import { mostFilterWork } from './template-limits.ts';

/** Where names are looked up: the data of the document, or one item of a loop with the scopes around it. */
export type Scope = {
  readonly value: unknown;
  readonly parent: Scope | undefined;
  /** Place of the item in its loop, from 0. */
  readonly index: number;
  /** Number of items in that loop. */
  readonly count: number;
  /** Of the outermost scope: what the filters of the document may still go through. */
  readonly work?: FilterWork;
};

/** Counts down as filters work; made anew for every document. */
export type FilterWork = { left: number };

/** The scope of a whole document. */
export function rootScope(data: unknown): Scope {
  return { value: data, parent: undefined, index: 0, count: 1, work: { left: mostFilterWork } };
}

/**
 * Counts the work of a filter on this many items.
 * @throws AppError render-failed when a document needs more than any real one
 */
export function countFilterWork(scope: Scope, items: number): void {
  let outermost = scope;
  while (outermost.parent !== undefined) outermost = outermost.parent;
  const { work } = outermost;
  if (work === undefined) return;
  work.left -= items;
  if (work.left < 0) throw new AppError('render-failed', '循环里反复处理很长的列表或文字，已停止生成。请把处理列表的过滤器写在循环外面，或减少数据。', { limit: mostFilterWork });
}

/**
 * Looks a name up from the inside out. Own properties only: `constructor` or `__proto__` in a template find nothing.
 * The name as written (it may contain dots or spaces, like a heading) goes before the dotted path. The innermost scope that has
 * the first segment decides; null there means “empty on purpose”, not “ask further out”.
 */
export function lookUp(scope: Scope, written: string, segments: readonly string[]): unknown {
  const first = segments[0] ?? '';
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const holder = at.value;
    if (typeof holder !== 'object' || holder === null) continue;
    const whole = ownProperty(holder, written);
    if (whole !== undefined) return whole;
    let value = ownProperty(holder, first);
    if (value === undefined) continue;
    for (let index = 1; index < segments.length; index++) {
      if (typeof value !== 'object' || value === null) return undefined;
      value = ownProperty(value, segments[index] ?? '');
    }
    return value;
  }
  return undefined;
}

/** The value under exactly this name in the innermost scope that has it. */
export function namedExactly(scope: Scope, name: string): unknown {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const value = typeof at.value === 'object' && at.value !== null ? ownProperty(at.value, name) : undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}

/** What an item has under a dotted name; own properties only. The name with its dots goes before the path. */
export function valueAt(item: unknown, segments: readonly string[]): unknown {
  if (typeof item !== 'object' || item === null) return undefined;
  const whole = ownProperty(item, segments.join('.'));
  return whole ?? segments.reduce<unknown>((value, segment) => (typeof value === 'object' && value !== null ? ownProperty(value, segment) : undefined), item);
}

/** Whether a value counts as true in a condition: a list by its length, anything else as in JavaScript. */
export function holds(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/**
 * The scopes in which the body of a loop or condition is written: one per item of a list, one for any other true value, none for
 * false, 0, '', null, an absent value and an empty list; with inverted the other way round.
 */
export function sectionScopes(value: unknown, inverted: boolean, scope: Scope): readonly Scope[] {
  const list = Array.isArray(value) ? value : undefined;
  const isTrue = holds(value);
  if (inverted) return isTrue ? [] : [scope];
  if (!isTrue) return [];
  if (list !== undefined) return list.map((item: unknown, index) => ({ value: item, parent: scope, index, count: list.length }));
  // A plain true says nothing about the data inside; a name or an object does.
  if (value === true) return [scope];
  return [{ value, parent: scope, index: 0, count: 1 }];
}

function ownProperty(holder: object, name: string): unknown {
  return Object.hasOwn(holder, name) ? Reflect.get(holder, name) : undefined;
}
