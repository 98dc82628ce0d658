import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluated, through } from './evaluated.ts';

describe('金额大写', () => {
  it.each([
    ['0', '零元整'],
    ['0.00', '零元整'],
    ['-0', '零元整'],
    ['1', '壹元整'],
    ['2.00', '贰元整'],
    ['10', '壹拾元整'],
    ['11', '壹拾壹元整'],
    ['100', '壹佰元整'],
    ['101', '壹佰零壹元整'],
    ['110', '壹佰壹拾元整'],
    ['1000', '壹仟元整'],
    ['1001', '壹仟零壹元整'],
    ['1010', '壹仟零壹拾元整'],
    ['1100', '壹仟壹佰元整'],
    ['10000', '壹万元整'],
    ['10001', '壹万零壹元整'],
    ['10010', '壹万零壹拾元整'],
    ['10100', '壹万零壹佰元整'],
    ['11000', '壹万壹仟元整'],
    ['100000', '壹拾万元整'],
    ['107000', '壹拾万柒仟元整'],
    ['100700', '壹拾万零柒佰元整'],
    ['1000000', '壹佰万元整'],
    ['1000001', '壹佰万零壹元整'],
    ['10000000', '壹仟万元整'],
    ['10010000', '壹仟零壹万元整'],
    ['100000000', '壹亿元整'],
    ['100000001', '壹亿零壹元整'],
    ['100005000', '壹亿零伍仟元整'],
    ['100010000', '壹亿零壹万元整'],
    ['120000000', '壹亿贰仟万元整'],
    ['1000000000000', '壹万亿元整'],
    ['1000100000000', '壹万零壹亿元整'],
    ['9999999999999999.99', '玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
    // The examples of the regulation.
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['1680.32', '壹仟陆佰捌拾元零叁角贰分'],
    ['107000.53', '壹拾万柒仟元零伍角叁分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
    ['0.5', '伍角整'],
    ['0.05', '伍分'],
    ['0.55', '伍角伍分'],
    ['20.5', '贰拾元零伍角整'],
    ['1.05', '壹元零伍分'],
    ['-1234.5', '负壹仟贰佰叁拾肆元伍角整'],
    ['-0.01', '负壹分'],
    ['1,234.50', '壹仟贰佰叁拾肆元伍角整'],
    ['¥1,234.50', '壹仟贰佰叁拾肆元伍角整'],
    ['￥98000元', '玖万捌仟元整'],
    ['人民币 98000 元', '玖万捌仟元整'],
    ['１２３', '壹佰贰拾叁元整'],
    ['12.3400', '壹拾贰元叁角肆分'],
  ])('%s → %s', (amount, text) => {
    expect(through(amount, '金额大写')).toBe(text);
  });

  it('takes numbers without the errors of binary fractions', () => {
    expect([0.1 + 0.2, 1.005, 4.35, 1e15, 1e-7].map((amount) => through(amount, '金额大写'))).toEqual([['?', 0.1 + 0.2], ['?', 1.005], '肆元叁角伍分', '壹仟万亿元整', ['?', 1e-7]]);
  });

  it('can end with 正, and with nothing else', () => {
    expect([through('5', '金额大写:正'), through('5.5', '金额大写:"正"'), through('5.55', '金额大写:正'), evaluated('值|金额大写:元').doubts]).toEqual(['伍元正', '伍元伍角正', '伍元伍角伍分', ['过滤器“金额大写”的参数不对：只能写 整 或 正']]);
  });

  it('prints what is no amount as it is, and says so', () => {
    expect(['待定', '1.234', '10000000000000000', '1,23', '12%', '1e5', '十元'].map((amount) => evaluated('值|金额大写', { 值: amount }))).toEqual([
      { value: '待定', doubts: ['金额大写：不是金额'] },
      { value: '1.234', doubts: ['金额大写：金额小数超过两位，可先用“数字:2”四舍五入'] },
      { value: '10000000000000000', doubts: ['金额大写：金额超过万万亿元'] },
      { value: '1,23', doubts: ['金额大写：不是金额'] },
      { value: '12%', doubts: ['金额大写：不是金额'] },
      { value: '1e5', doubts: ['金额大写：不是金额'] },
      { value: '十元', doubts: ['金额大写：不是金额'] },
    ]);
  });

  it('reads back as the same amount, whatever the amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -999_999_999_999_999_999n, max: 999_999_999_999_999_999n }), fc.constantFrom('整', '正'), (cents, whole) => {
        const absolute = cents < 0n ? -cents : cents;
        const written = `${cents < 0n ? '-' : ''}${absolute / 100n}.${String(absolute % 100n).padStart(2, '0')}`;
        const text = through(written, `金额大写:${whole}`);
        expect([centsOf(String(text)), String(text).includes('零零'), /零[元万亿]/.test(String(text)) && absolute >= 100n]).toEqual([cents, false, false]);
      }),
      { numRuns: 2000 },
    );
  });
});

/** An independent reader of capital amounts. */
function centsOf(text: string): bigint {
  const negative = text.startsWith('负');
  const body = text.replace(/^负/, '').replace(/[整正]$/, '');
  const match = /^(?:(.*)元)?零?(?:(.)角)?(?:零?(.)分)?$/.exec(body);
  if (match === null) throw new Error(text);
  const cents = wholeOf(match[1] ?? '') * 100n + digitOf(match[2]) * 10n + digitOf(match[3]);
  return negative ? -cents : cents;
}

function digitOf(character: string | undefined): bigint {
  return character === undefined ? 0n : BigInt('零壹贰叁肆伍陆柒捌玖'.indexOf(character));
}

function wholeOf(text: string): bigint {
  for (const [unit, size] of [['亿', 100_000_000n], ['万', 10_000n], ['仟', 1000n], ['佰', 100n], ['拾', 10n]] as const) {
    const at = text.lastIndexOf(unit);
    if (at >= 0) return wholeOf(text.slice(0, at)) * size + wholeOf(text.slice(at + 1));
  }
  return text === '' ? 0n : digitOf(text.at(-1));
}

describe('金额', () => {
  it.each([
    ['0', '¥0.00'], ['1234.5', '¥1,234.50'], ['-1234.5', '¥-1,234.50'], ['999', '¥999.00'], ['1000', '¥1,000.00'], ['1234567890.12', '¥1,234,567,890.12'], ['1,000', '¥1,000.00'], ['0.1', '¥0.10'],
  ])('%s → %s', (amount, text) => {
    expect(through(amount, '金额')).toBe(text);
  });

  it('takes another sign, or none, and gives back what it wrote', () => {
    expect([through('5', '金额:""'), through('5', '金额:"￥"'), through('5', '金额:"人民币 "'), through('-1234.5', '金额|金额大写')]).toEqual(['5.00', '￥5.00', '人民币 5.00', '负壹仟贰佰叁拾肆元伍角整']);
  });

  it('does not round, so that both spellings of an amount agree', () => {
    expect([through('1.005', '金额'), through('1.005', '数字:2|金额'), through('面议', '金额')]).toEqual([['?', '1.005'], '¥1.01', ['?', '面议']]);
  });
});
