/** Words people write behind an amount of work, by the unit of the field. */
const unitWords: Readonly<Record<string, RegExp>> = {
  人时: /^(\d{1,6}(?:\.\d{1,4})?)个?(?:小时|工时|人工时|人小时|钟头|h|hr|hrs|hours?)$/i,
  人日: /^(\d{1,6}(?:\.\d{1,4})?)个?(?:人天|工作日|工日|天|日|d|days?)$/i,
};

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/**
 * 1.5小时, 90分钟, 1小时30分, 半小时, 1个半小时 as hours of a field in 人时; 2天, 半天 as days of a field in 人日.
 * Undefined for anything else, which is then read as a plain number. `text` has no blanks.
 */
export function workAmount(text: string, unit: string | undefined): number | undefined {
  const pattern = unitWords[unit ?? ''];
  if (pattern === undefined) return undefined;
  const plain = pattern.exec(text)?.[1];
  if (plain !== undefined) return Number(plain);
  if (unit === '人日') return text === '半天' ? 0.5 : undefined;
  if (/^半个?小时$/.test(text)) return 0.5;
  const half = /^(\d{1,4})(?:个半小时|小时半)$/.exec(text)?.[1];
  if (half !== undefined) return Number(half) + 0.5;
  const both = /^(\d{1,4})个?小时(\d{1,2})分钟?$/.exec(text);
  if (both) return rounded(Number(both[1]) + Number(both[2]) / 60);
  const minutes = /^(\d{1,5})(?:分钟?|min|mins)$/i.exec(text)?.[1];
  return minutes === undefined ? undefined : rounded(Number(minutes) / 60);
}
