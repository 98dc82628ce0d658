/**
 * JSON with sorted names and no spaces, so that equal values give equal text and equal digests on every computer.
 * Names whose value is undefined are left out.
 */
export function canonicalJson(value: unknown): string {
  return canonical(value) ?? 'null';
}

/** Such names JavaScript puts before all others, by their number, in every object. */
function isArrayIndex(name: string): boolean {
  return String(Number(name) >>> 0) === name && name !== '4294967295';
}

function namesOf(value: object): readonly string[] {
  const names = Object.keys(value);
  const indexes = names.findIndex((name) => !isArrayIndex(name));
  return indexes === -1 ? names : [...names.slice(0, indexes), ...names.slice(indexes).sort()];
}

/** As `JSON.stringify` would write it; undefined for what JSON cannot say. Thousands of records are written like this when a contract is opened. */
function canonical(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((entry: unknown) => canonical(entry) ?? 'null').join(',')}]`;
  let text = '';
  for (const name of namesOf(value)) {
    const entry = canonical(Reflect.get(value, name));
    if (entry !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${entry}`;
  }
  return `{${text}}`;
}
