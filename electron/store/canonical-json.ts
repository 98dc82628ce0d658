/**
 * JSON with sorted names and no spaces, so that equal values give equal text and equal digests on every computer.
 * Names whose value is undefined are left out.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value) ?? null);
}

/** From entries, not by assignment: a name like `__proto__` must stay a name. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value);
  entries.sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([name, entry]) => [name, sorted(entry)]));
}
