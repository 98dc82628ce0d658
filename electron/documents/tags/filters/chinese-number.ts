import { decimalText, trimmed, type Decimal } from './decimal.ts';

/** The characters of numbers: everyday ones, and the capital ones that nobody can alter. */
export type NumberScript = { readonly digits: string; readonly units: readonly [string, string, string, string]; readonly point: string; readonly minus: string };

export const everyday: NumberScript = { digits: '零一二三四五六七八九', units: ['', '十', '百', '千'], point: '点', minus: '负' };
export const capital: NumberScript = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'], point: '点', minus: '负' };

/** The largest number that has a name here is below 一亿亿. */
export const largestWhole = 10n ** 16n;

/** 一百二十三, 十二, 一万零二十点五; undefined from 10^16 on. */
export function chineseNumber(decimal: Decimal, script: NumberScript): string | undefined {
  const exact = trimmed(decimal);
  const absolute = exact.units < 0n ? -exact.units : exact.units;
  const whole = absolute / 10n ** BigInt(exact.scale);
  if (whole >= largestWhole) return undefined;
  const fraction = exact.scale === 0 ? '' : decimalText({ units: absolute, scale: exact.scale }).split('.')[1] ?? '';
  const head = chineseWhole(whole, script);
  // Everyday numbers from 10 to 19 begin with 十; capital ones keep the 壹.
  const short = script === everyday && head.startsWith('一十') ? head.slice(1) : head;
  return `${exact.units < 0n ? script.minus : ''}${short}${fraction === '' ? '' : `${script.point}${digitByDigit(fraction, script)}`}`;
}

/** A whole number from 0 to 10^16 - 1, with a 零 wherever zeros stand between other digits (of one group or of two). */
export function chineseWhole(whole: bigint, script: NumberScript): string {
  if (whole === 0n) return script.digits.charAt(0);
  const upper = Number(whole / 100_000_000n);
  const lower = Number(whole % 100_000_000n);
  const zero = script.digits.charAt(0);
  const head = upper === 0 ? '' : `${belowHundredMillion(upper, script)}亿`;
  if (lower === 0) return head;
  return `${head}${head !== '' && lower < 10_000_000 ? zero : ''}${belowHundredMillion(lower, script)}`;
}

function belowHundredMillion(value: number, script: NumberScript): string {
  const upper = Math.floor(value / 10_000);
  const lower = value % 10_000;
  const zero = script.digits.charAt(0);
  const head = upper === 0 ? '' : `${belowTenThousand(upper, script)}万`;
  if (lower === 0) return head;
  return `${head}${head !== '' && lower < 1000 ? zero : ''}${belowTenThousand(lower, script)}`;
}

function belowTenThousand(value: number, script: NumberScript): string {
  let text = '';
  let skipped = false;
  for (const [place, digit] of Array.from(String(value)).map(Number).entries()) {
    if (digit === 0) {
      skipped = true;
      continue;
    }
    if (skipped) text += script.digits.charAt(0);
    skipped = false;
    text += script.digits.charAt(digit) + (script.units[String(value).length - 1 - place] ?? '');
  }
  return text;
}

/** 二〇二四 for everyday digits (GB/T 15835: 〇 where digits are read one by one), 贰零贰肆 for capital ones. */
export function digitByDigit(digits: string, script: NumberScript): string {
  return Array.from(digits, (digit) => (digit === '0' && script === everyday ? '〇' : script.digits.charAt(Number(digit)))).join('');
}
