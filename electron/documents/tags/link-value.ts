/** A value that is printed as a link: what the page shows, where it leads, and what a reader sees when pointing at it. */
export type LinkValue = { readonly text: string; readonly target: string; readonly tip: string | undefined };

/** Reads `{_type: 'link', target, text?, tooltip?}`, the form that easy-template-x knows and that the filter 链接 makes. undefined for anything else. */
export function linkValue(value: unknown): LinkValue | undefined {
  if (typeof value !== 'object' || value === null || own(value, '_type') !== 'link') return undefined;
  const target = own(value, 'target');
  const text = own(value, 'text');
  const tip = own(value, 'tooltip');
  if (typeof target !== 'string') return undefined;
  return { text: typeof text === 'string' && text !== '' ? text : target, target, tip: typeof tip === 'string' && tip !== '' ? tip : undefined };
}

function own(holder: object, name: string): unknown {
  return Object.hasOwn(holder, name) ? Reflect.get(holder, name) : undefined;
}
