import { halfWidth, hasDigit } from '../half-width.ts';

/** A decimal number without binary rounding: units × 10^-scale. */
export type Decimal = { readonly units: bigint; readonly scale: number };

const written = /^([+-]?)(\d{1,40}|\d{1,3}(?:,\d{3}){1,12})(?:\.(\d{1,40}))?$/;

/** Signs that people write before or behind an amount; they do not change the number. */
const currency = /^(?:[¥￥]|人民币)?\s*([+-]?[\d,.]+)\s*元?$/;

/**
 * Reads a number or a number text: `1234.5`, `1,234.50`, `¥1,234.50`, `１２３`. Percent signs and units are no numbers.
 * Numbers count as their shortest decimal text. undefined for anything else.
 */
export function readDecimal(value: unknown): Decimal | undefined {
  if (typeof value === 'bigint') return { units: value, scale: 0 };
  if (typeof value === 'number') return Number.isFinite(value) ? readText(plainNumber(value)) : undefined;
  return typeof value === 'string' && value.length <= 100 && hasDigit(value) ? readText(halfWidth(value).trim()) : undefined;
}

function readText(text: string): Decimal | undefined {
  const match = written.exec(currency.exec(text)?.[1] ?? text);
  if (match?.[2] === undefined) return undefined;
  const fraction = match[3] ?? '';
  const units = BigInt(match[2].replaceAll(',', '') + fraction);
  return { units: match[1] === '-' ? -units : units, scale: fraction.length };
}

/** The whole number that a value is, if it is one and a number of the runtime holds it exactly. */
export function wholeNumber(value: unknown): number | undefined {
  const decimal = readDecimal(value);
  if (decimal === undefined) return undefined;
  const { units, scale } = trimmed(decimal);
  const number = Number(units);
  return scale === 0 && Number.isSafeInteger(number) ? number : undefined;
}

/** A number without exponent. */
function plainNumber(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match?.[2] === undefined) return text;
  const digits = match[2] + (match[3] ?? '');
  const point = 1 + Number(match[4]);
  const sign = match[1] ?? '';
  return point <= 0 ? `${sign}0.${'0'.repeat(-point)}${digits}` : `${sign}${digits.slice(0, point).padEnd(point, '0')}${digits.length > point ? `.${digits.slice(point)}` : ''}`;
}

export function decimalText({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  return `${units < 0n ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`;
}

/** Without zeros at the end of the fraction. */
export function trimmed(decimal: Decimal): Decimal {
  let { units, scale } = decimal;
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale--;
  }
  return { units, scale };
}

/** To so many decimals, half away from zero (四舍五入), or filled up with zeros. */
export function rounded(decimal: Decimal, decimals: number): Decimal {
  const { units, scale } = decimal;
  if (scale === decimals) return decimal;
  if (scale < decimals) return { units: units * 10n ** BigInt(decimals - scale), scale: decimals };
  return { units: halfUp(units, 10n ** BigInt(scale - decimals)), scale: decimals };
}

function halfUp(units: bigint, divisor: bigint): bigint {
  const sign = units < 0n !== divisor < 0n ? -1n : 1n;
  const dividend = units < 0n ? -units : units;
  const by = divisor < 0n ? -divisor : divisor;
  return sign * ((dividend * 2n + by) / (by * 2n));
}

/** With commas between groups of three digits. */
export function grouped(text: string): string {
  const match = /^(-?)(\d+)(.*)$/.exec(text);
  if (match?.[2] === undefined) return text;
  const digits = match[2];
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return `${match[1] ?? ''}${groups.join(',')}${match[3] ?? ''}`;
}

export function add(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale);
  return { units: rounded(left, scale).units + rounded(right, scale).units, scale };
}

export function negated({ units, scale }: Decimal): Decimal {
  return { units: -units, scale };
}

export function multiply(left: Decimal, right: Decimal): Decimal {
  return { units: left.units * right.units, scale: left.scale + right.scale };
}

/** Rounded half up to so many decimals; undefined when the divisor is 0. */
export function divide(left: Decimal, right: Decimal, decimals: number): Decimal | undefined {
  if (right.units === 0n) return undefined;
  const up = decimals + right.scale - left.scale;
  const dividend = up >= 0 ? left.units * 10n ** BigInt(up) : left.units;
  const divisor = up >= 0 ? right.units : right.units * 10n ** BigInt(-up);
  return { units: halfUp(dividend, divisor), scale: decimals };
}

/** Negative, 0 or positive, as left is less than, equal to or greater than right. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const { units } = add(left, negated(right));
  return units < 0n ? -1 : units > 0n ? 1 : 0;
}
