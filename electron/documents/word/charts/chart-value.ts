/** Own properties only: data may come from anywhere. */
export function own(holder: object, name: string): unknown {
  return Object.hasOwn(holder, name) ? Reflect.get(holder, name) : undefined;
}

const printed = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?=%?$)/;
/** What people print where there is no number. */
const gaps: ReadonlySet<string> = new Set(['', '-', '–', '—', '——', '/', '无']);

/** A number, or a number as printed (`1,234.5`, `98.5%` counts as 98.5); null where there is none on purpose; undefined for anything else. */
export function readNumber(value: unknown): number | null | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.length > 60) return undefined;
  const text = value.normalize('NFKC').trim();
  if (gaps.has(text)) return null;
  const digits = printed.exec(text)?.[0];
  const number = digits === undefined ? Number.NaN : Number(digits.replaceAll(',', ''));
  return Number.isFinite(number) ? number : undefined;
}
