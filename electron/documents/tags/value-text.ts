import { linkValue } from './link-value.ts';

/**
 * How a value is written into a page; undefined when there is nothing to write (absent, null, or an object, which has no text unless it
 * is a link).
 * Lists of plain values are joined the Chinese way, 甲、乙、丙.
 */
export function valueText(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return Number.isFinite(value) ? String(value) : undefined;
    case 'boolean':
    case 'bigint':
      return String(value);
    default:
      return Array.isArray(value) ? listText(value) : linkValue(value)?.text;
  }
}

function listText(list: readonly unknown[]): string | undefined {
  const texts = list.filter((item) => !Array.isArray(item)).map(valueText).filter((text) => text !== undefined);
  return texts.length === 0 && list.length > 0 ? undefined : texts.join('、');
}
