import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compareDecimals, decimalText, divide, multiply, readDecimal, rounded, trimmed } from '../../../../electron/documents/tags/filters/decimal.ts';
import { evaluated, through } from './evaluated.ts';

const textOf = (value: unknown): string | undefined => {
  const decimal = readDecimal(value);
  return decimal && decimalText(decimal);
};

describe('decimal numbers', () => {
  it.each<[unknown, string | undefined]>([
    [0, '0'], [-0, '0'], [1.5, '1.5'], [1e21, '1000000000000000000000'], [1.25e-7, '0.000000125'], [-1.5e22, '-15000000000000000000000'], [5e-324, undefined], [1e300, undefined], [10n, '10'],
    ['1234.50', '1234.50'], ['+5', '5'], ['-0.50', '-0.50'], ['007', '7'], ['1,234,567.8', '1234567.8'], ['12,34', undefined], ['1,2345', undefined], ['.5', undefined], ['5.', undefined], ['', undefined], ['-', undefined], ['1e5', undefined], ['０．５', '0.5'],
    ['¥ 5', '5'], ['5 元', '5'], ['5%', undefined], ['5天', undefined], ['NaN', undefined], [Number.NaN, undefined], [Number.POSITIVE_INFINITY, undefined], ['①', undefined], ['5²', undefined], [null, undefined], [true, undefined], [{}, undefined], [['5'], undefined], ['9'.repeat(41), undefined],
  ])('%s reads as %s', (value, text) => {
    expect(textOf(value)).toBe(text);
  });

  it('calculates like whole numbers of thousandths', () => {
    const thousandths = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(thousandths, thousandths, (left, right) => {
        const [one, other] = [{ units: BigInt(left), scale: 3 }, { units: BigInt(right), scale: 3 }];
        expect([add(one, other), multiply(one, other), Math.sign(compareDecimals(one, other)), textOf(decimalText(one))]).toEqual([
          { units: BigInt(left + right), scale: 3 }, { units: BigInt(left) * BigInt(right), scale: 6 }, Math.sign(left - right), decimalText(one),
        ]);
        const quotient = divide(one, other, 4)?.units;
        // |quotient × divisor − dividend| is at most half a unit of the last decimal.
        const rest = (quotient ?? 0n) * BigInt(right) - BigInt(left) * 10_000n;
        expect(right === 0 ? quotient === undefined : (rest < 0n ? -rest : rest) * 2n <= BigInt(Math.abs(right))).toBe(true);
        expect(compareDecimals(trimmed(rounded(one, 10)), one)).toBe(0);
      }),
    );
  });
});

it.each([
  ['12345.678', '数字:0', '12346'], ['12345.678', '数字:2', '12345.68'], ['12345.678', '数字:5', '12345.67800'], ['0.5', '数字:0', '1'], ['-0.5', '数字:0', '-1'], ['-0.4', '数字:0', '0'], ['1.005', '数字:2', '1.01'], ['2.675', '数字：2', '2.68'],
  ['007.50', '数字', '7.50'], ['1234567.891', '数字:1,千分位', '1,234,567.9'], ['-1234', '千分位', '-1,234'], ['123', '千分位', '123'], ['1,234.5', '千分位', '1,234.5'], [1e6, '千分位', '1,000,000'],
  ['0.953', '百分比', '95.3%'], ['0.953', '百分比:0', '95%'], ['1', '百分比:1', '100.0%'], ['95.25%', '百分比:1', '95.3%'], [0.07, '百分比', '7%'],
  ['0', '中文数字', '零'], ['5', '中文数字', '五'], ['10', '中文数字', '十'], ['12', '中文数字', '十二'], ['20', '中文数字', '二十'], ['110', '中文数字', '一百一十'], ['1002', '中文数字', '一千零二'], ['10010', '中文数字', '一万零一十'], ['100000', '中文数字', '十万'], ['-3.50', '中文数字', '负三点五'], ['12.05', '中文数字', '十二点〇五'],
  ['12', '大写数字', '壹拾贰'], ['1002', '大写数字', '壹仟零贰'], ['0.5', '大写数字', '零点伍'],
  ['7', '补零:3', '007'], ['1234', '补零:3', '1234'], [0, '补零:2', '00'], ['7.0', '补零:2', '07'],
  ['3', '编号:"1."', '3.'], ['3', '编号:"001号"', '003号'], ['3', '编号:"（一）"', '（三）'], ['12', '编号:第一项', '第十二项'], ['3', '编号:壹、', '叁、'], ['3', '编号:①', '③'], ['21', '编号:①', '㉑'], ['50', '编号:①', '㊿'], ['3', '编号:"A)"', 'C)'], ['27', '编号:A', 'AA'], ['28', '编号:a', 'ab'], ['4', '编号:Ⅰ', 'Ⅳ'], ['10', '编号:甲方', '癸方'], ['20', '编号:⑴', '⒇'],
  ['1.1', '加:2.2', '3.3'], ['0.1', '加:"0.2"', '0.3'], ['1', '减:0.9', '0.1'], ['19.99', '乘:3', '59.97'], ['10', '除:3', '3.333333'], ['10', '除:3,2', '3.33'], ['20', '除:8', '2.5'], ['1', '除:-8', '-0.125'], ['1,000', '加:1', '1001'], ['5', '加:5|乘:2|除:4', '5'],
])('%s|%s → %s', (value, filter, text) => {
  expect(String(through(value, filter))).toBe(text);
});

it('gives the results of calculations as numbers, where a number prints the same', () => {
  expect(['加:0.2', '减:1', '乘:"1.10"', '除:4', '乘:"99999999999999999999"'].map((filter) => through('0.1', filter))).toEqual([0.3, -0.9, 0.11, 0.025, '9999999999999999999.9']);
});

it.each([
  ['待定', '数字:2'], ['1.5', '补零:3'], ['-1', '补零:3'], ['x', '补零:3'], ['5', '除:0'], ['x', '加:1'], ['51', '编号:①'], ['0', '编号:A'], ['11', '编号:甲'], ['1.5', '编号:一'], ['10000000000000000', '中文数字'], ['5%', '数字:1'], ['一', '百分比'],
])('%s|%s cannot be done: the value stays, and a reason is given', (value, filter) => {
  const { value: printed, doubts } = evaluated(`值|${filter}`, { 值: value });
  expect([printed === 'broken' || printed === value, doubts.length]).toEqual([true, 1]);
});

it('refuses sizes that no form has', () => {
  expect(['数字:21', '数字:-1', '数字:1.5', '数字:"x"', '编号:"号"', '补零:"三"'].map((filter) => evaluated(`值|${filter}`).doubts)).toEqual([
    ['过滤器“数字”的参数不对：小数位应是 0 到 20 的整数'], ['过滤器“数字”的参数不对：小数位应是 0 到 20 的整数'], ['过滤器“数字”的参数不对：小数位应是 0 到 20 的整数'], ['过滤器“数字”的参数不对：小数位应是 0 到 20 的整数'],
    ['过滤器“编号”的参数不对：编号的样子里没有第一个号，例如 1、01、一、①、A'], ['过滤器“补零”的参数不对：位数应是数字'],
  ]);
  expect([through('1', '补零:1001'), through('1', '补零:1000')]).toEqual([['?', '1'], '1'.padStart(1000, '0')]);
});

it('a calculation with something missing is missing; with something odd it is doubtful', () => {
  expect([evaluated('a|加:b', { a: 1 }), evaluated('a|加:b', { b: 1 }), evaluated('a|加:b', { a: 1, b: 'x' })]).toEqual([{ value: undefined, doubts: [] }, { value: undefined, doubts: [] }, { value: 1, doubts: ['加：参数不是数字'] }]);
});
