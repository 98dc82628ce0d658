/** Where names are looked up: the data of the document, or one item of a loop with the scopes around it. */
export type Scope = {
  readonly value: unknown;
  readonly parent: Scope | undefined;
  /** Place of the item in its loop, from 0. */
  readonly index: number;
  /** Number of items in that loop. */
  readonly count: number;
};

/** The scope of a whole document. */
export function rootScope(data: unknown): Scope {
  return { value: data, parent: undefined, index: 0, count: 1 };
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

/**
 * The scopes in which the body of a loop or condition is written: one per item of a list, one for any other true value, none for
 * false, 0, '', null, an absent value and an empty list; with inverted the other way round.
 */
export function sectionScopes(value: unknown, inverted: boolean, scope: Scope): readonly Scope[] {
  const list = Array.isArray(value) ? value : undefined;
  const holds = list === undefined ? Boolean(value) : list.length > 0;
  if (inverted) return holds ? [] : [scope];
  if (!holds) return [];
  if (list !== undefined) return list.map((item: unknown, index) => ({ value: item, parent: scope, index, count: list.length }));
  // A plain true says nothing about the data inside; a name or an object does.
  if (value === true) return [scope];
  return [{ value, parent: scope, index: 0, count: 1 }];
}

function ownProperty(holder: object, name: string): unknown {
  return Object.hasOwn(holder, name) ? Reflect.get(holder, name) : undefined;
}
