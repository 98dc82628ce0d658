import { capital, chineseNumber, everyday } from './chinese-number.ts';
import { add, decimalText, divide, grouped, multiply, negated, readDecimal, rounded, trimmed, wholeNumber, type Decimal } from './decimal.ts';
import { doubt, largestCount, type Filter, type FilterParameter } from './filter.ts';
import { counterComplaint, numbered } from './counter.ts';

const notNumber = '不是数字';

/** More decimals than any unit has. */
const mostDecimals = 20;

const decimalsParameter: FilterParameter = {
  name: '小数位',
  kind: 'constant',
  optional: true,
  complaint: (text) => ((wholeNumber(text) ?? -1) >= 0 && Number(text) <= mostDecimals ? undefined : `小数位应是 0 到 ${mostDecimals} 的整数`),
};

/** Number of decimals asked for, when it was written. */
export function decimalsOf(parameter: unknown): number | undefined {
  return wholeNumber(parameter);
}

/** Without needless zeros, or with so many decimals. */
function resultText(decimal: Decimal, decimals: number | undefined): string {
  return decimalText(decimals === undefined ? trimmed(decimal) : rounded(decimal, decimals));
}

/** The result of a calculation: a number, so that a cell of Excel can count with it, unless a number would print differently. */
export function calculated(decimal: Decimal, decimals?: number): number | string {
  const text = resultText(decimal, decimals);
  const number = Number(text);
  return String(number) === text ? number : text;
}

function ofNumber(apply: (number: Decimal, parameters: readonly unknown[], original: unknown) => unknown): Filter['apply'] {
  return (value, parameters) => {
    const number = readDecimal(value);
    return number === undefined ? doubt(value, notNumber) : apply(number, parameters, value);
  };
}

function calculation(apply: (left: Decimal, right: Decimal, decimals: number | undefined) => Decimal | undefined, reason: string): Filter['apply'] {
  return ofNumber((left, [parameter, decimals], original) => {
    const right = readDecimal(parameter);
    if (right === undefined) return doubt(original, '参数不是数字');
    const result = apply(left, right, decimalsOf(decimals));
    return result === undefined ? doubt(original, reason) : calculated(result);
  });
}

export const numberFilters: readonly Filter[] = [
  {
    name: '数字',
    aliases: ['number'],
    summary: '四舍五入到几位小数；再写“千分位”加上逗号',
    example: { data: { 数据量: '12345.678' }, tag: '{数据量|数字:1,千分位}', result: '12,345.7' },
    parameters: [decimalsParameter, { name: '千分位', kind: 'constant', optional: true, oneOf: ['千分位'] }],
    apply: ofNumber((number, [decimals, groups]) => {
      const places = decimalsOf(decimals);
      const text = decimalText(places === undefined ? number : rounded(number, places));
      return groups === undefined ? text : grouped(text);
    }),
  },
  {
    name: '千分位',
    aliases: ['thousands'],
    summary: '每三位加逗号，小数照旧',
    example: { data: { 数据量: '12345.5' }, tag: '{数据量|千分位}', result: '12,345.5' },
    parameters: [],
    apply: ofNumber((number) => grouped(decimalText(number))),
  },
  {
    name: '百分比',
    aliases: ['percent'],
    summary: '0.953 印成 95.3%；可写小数位',
    example: { data: { 完成率: '0.953' }, tag: '{完成率|百分比:2}', result: '95.30%' },
    parameters: [decimalsParameter],
    apply: (value, [decimals]) => {
      const share = typeof value === 'string' && /[%％]\s*$/.test(value) ? readDecimal(value.trim().slice(0, -1)) : undefined;
      const number = readDecimal(value);
      const percent = share ?? (number && multiply(number, { units: 100n, scale: 0 }));
      return percent === undefined ? doubt(value, notNumber) : `${resultText(percent, decimalsOf(decimals))}%`;
    },
  },
  {
    name: '中文数字',
    aliases: ['chineseNumber'],
    summary: '汉字的数',
    example: { data: { 参训人数: '123' }, tag: '{参训人数|中文数字}', result: '一百二十三' },
    parameters: [],
    apply: ofNumber((number, _, original) => chineseNumber(number, everyday) ?? doubt(original, '数太大，没有汉字写法')),
  },
  {
    name: '大写数字',
    aliases: ['capitalNumber'],
    summary: '大写汉字的数，不带元角分',
    example: { data: { 参训人数: '123' }, tag: '{参训人数|大写数字}', result: '壹佰贰拾叁' },
    parameters: [],
    apply: ofNumber((number, _, original) => chineseNumber(number, capital) ?? doubt(original, '数太大，没有汉字写法')),
  },
  {
    name: '补零',
    aliases: ['pad'],
    summary: '前面补零到几位',
    example: { data: { 期次: '7' }, tag: '{期次|补零:3}', result: '007' },
    parameters: [{ name: '位数', kind: 'number' }],
    apply: (value, [count]) => {
      const width = wholeNumber(count);
      if (width === undefined || width < 1 || width > largestCount) return doubt(value, `位数应是 1 到 ${largestCount} 的整数`);
      const number = wholeNumber(value);
      return number === undefined || number < 0 ? doubt(value, '不是整数') : String(number).padStart(width, '0');
    },
  },
  {
    name: '编号',
    aliases: ['counter'],
    summary: '照样子编号，样子里写第一个：1、01、一、壹、①、A、a、Ⅰ、甲，前后可以加字',
    example: { data: { 期次: '3' }, tag: '{期次|编号:"（一）"}', result: '（三）' },
    parameters: [{ name: '样子', kind: 'constant', complaint: counterComplaint }],
    apply: (value, [style]) => {
      const number = wholeNumber(value);
      if (number === undefined || number < 0) return doubt(value, '不是整数');
      return numbered(number, String(style)) ?? doubt(value, '这种编号没有这么多');
    },
  },
  {
    name: '加',
    aliases: ['add'],
    summary: '加上一个数或另一个标签',
    example: { data: { 投入工时: '1.1', 路途工时: '2.2' }, tag: '{投入工时|加:路途工时}', result: '3.3' },
    parameters: [{ name: '数', kind: 'number' }],
    apply: calculation(add, ''),
  },
  {
    name: '减',
    aliases: ['subtract'],
    summary: '减去一个数或另一个标签',
    example: { data: { 免费额度: '20', 累计已用人日: '13.5' }, tag: '{免费额度|减:累计已用人日}', result: '6.5' },
    parameters: [{ name: '数', kind: 'number' }],
    apply: calculation((left, right) => add(left, negated(right)), ''),
  },
  {
    name: '乘',
    aliases: ['multiply'],
    summary: '乘以一个数或另一个标签',
    example: { data: { 单价: '19.99', 份数: '3' }, tag: '{单价|乘:份数}', result: '59.97' },
    parameters: [{ name: '数', kind: 'number' }],
    apply: calculation(multiply, ''),
  },
  {
    name: '除',
    aliases: ['divide'],
    summary: '除以一个数或另一个标签；最多留 6 位小数，可另写位数',
    example: { data: { 投入工时: '20' }, tag: '{投入工时|除:8}', result: '2.5' },
    parameters: [{ name: '数', kind: 'number' }, decimalsParameter],
    apply: calculation((left, right, decimals) => divide(left, right, decimals ?? 6), '不能除以零'),
  },
];
