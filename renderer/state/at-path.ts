/** Steps into an object or array: names and indexes. */
export type Path = readonly (string | number)[];

function child(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[step];
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(child, value);
}

/**
 * The same value with one place changed; everything beside the way there is shared, not copied.
 * `undefined` removes a name from its object, because an absent field and an empty one are the same to a form.
 */
export function withValueAt(value: unknown, path: Path, next: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return next;
  const inner = withValueAt(child(value, step), rest, next);
  if (Array.isArray(value)) return value.map((entry: unknown, index) => (index === Number(step) ? inner : entry));
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const others = entries.filter(([name]) => name !== String(step));
  if (inner === undefined) return Object.fromEntries(others);
  // An existing name keeps its place, so that tables and files do not shuffle.
  const known = entries.some(([name]) => name === String(step));
  return Object.fromEntries(known ? entries.map(([name, entry]) => [name, name === String(step) ? inner : entry]) : [...others, [String(step), inner]]);
}

/** `serviceItems.3.name` → its steps. */
export function parsePath(text: string): Path {
  return text.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
