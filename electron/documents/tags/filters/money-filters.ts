import { capital, chineseWhole, largestWhole } from './chinese-number.ts';
import { decimalText, grouped, readDecimal, rounded, trimmed, type Decimal } from './decimal.ts';
import { doubt, type Filter } from './filter.ts';

/** Both spellings of an amount agree on a page, so neither rounds: what has more than 分 is for a person to decide. */
function toCents(value: unknown): Decimal | string {
  const amount = readDecimal(value);
  if (amount === undefined) return '不是金额';
  if (trimmed(amount).scale > 2) return '金额小数超过两位，可先用“数字:2”四舍五入';
  return rounded(amount, 2);
}

/**
 * An amount in capital characters, after 正确填写票据和结算凭证的基本规定 (附于支付结算办法):
 * 到“元”为止的，“元”之后写“整”；“角”之后可以写“整”，这里写上，不留添改的余地；有“分”的，“分”后面不写“整”。
 * 中间有 0 的写“零”，连续几个 0 只写一个“零”；元位是 0 而角位不是 0 的，可写可不写，这里写（壹仟陆佰捌拾元零叁角贰分）；
 * 角位是 0 而分位不是 0 的，“元”后写“零”（叁佰贰拾伍元零肆分）。
 */
export function capitalAmount(cents: Decimal, whole: string): string | undefined {
  const absolute = cents.units < 0n ? -cents.units : cents.units;
  const yuan = absolute / 100n;
  if (yuan >= largestWhole) return undefined;
  const jiao = Number((absolute / 10n) % 10n);
  const fen = Number(absolute % 10n);
  const digit = (value: number): string => capital.digits.charAt(value);
  const sign = cents.units < 0n ? capital.minus : '';
  const head = yuan === 0n ? (absolute === 0n ? '零元' : '') : `${chineseWhole(yuan, capital)}元`;
  if (jiao === 0 && fen === 0) return `${sign}${head}${whole}`;
  const zero = head !== '' && (jiao === 0 || yuan % 10n === 0n) ? '零' : '';
  const tail = `${jiao === 0 ? '' : `${digit(jiao)}角`}${fen === 0 ? whole : `${digit(fen)}分`}`;
  return `${sign}${head}${zero}${tail}`;
}

export const moneyFilters: readonly Filter[] = [
  {
    name: '金额大写',
    aliases: ['人民币大写', 'capital'],
    summary: '金额的大写写法，“整”字可换成“正”；小数超过两位的不改写',
    example: { data: { 合同价款: '1680.32' }, tag: '{合同价款|金额大写}', result: '壹仟陆佰捌拾元零叁角贰分' },
    parameters: [{ name: '整或正', kind: 'constant', optional: true, oneOf: ['整', '正'] }],
    apply: (value, [whole]) => {
      const cents = toCents(value);
      if (typeof cents === 'string') return doubt(value, cents);
      return capitalAmount(cents, whole === '正' ? '正' : '整') ?? doubt(value, '金额超过万万亿元');
    },
  },
  {
    name: '金额',
    aliases: ['money'],
    summary: '千分位、两位小数、前面加 ¥；可换成别的符号，写一对空引号就不加',
    example: { data: { 合同价款: '1234.5' }, tag: '{合同价款|金额}', result: '¥1,234.50' },
    parameters: [{ name: '符号', kind: 'constant', optional: true }],
    apply: (value, [symbol]) => {
      const cents = toCents(value);
      return typeof cents === 'string' ? doubt(value, cents) : `${typeof symbol === 'string' ? symbol : '¥'}${grouped(decimalText(cents))}`;
    },
  },
];
