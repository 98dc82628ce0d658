const digits = '零一二三四五六七八九';
const digitOf: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, '○': 0, 一: 1, 壹: 1, 二: 2, 贰: 2, 两: 2, 三: 3, 叁: 3, 四: 4, 肆: 4, 五: 5, 伍: 5, 六: 6, 陆: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
};
const unitOf: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** Characters a Chinese numeral may consist of, for use inside a regular expression's brackets. */
export const numeralCharacters = '零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖两十拾百佰千仟万萬亿';

/** 1 → 一, 12 → 十二, 120 → 一百二十; numbers up to 999, larger ones in Arabic. */
export function chineseNumeral(value: number): string {
  if (value >= 1000 || value < 0) return String(value);
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const digit = (index: number): string => digits.charAt(index);
  const low = ones === 0 ? '' : digit(ones);
  if (hundreds > 0) return `${digit(hundreds)}百${tens > 0 ? `${digit(tens)}十` : ones > 0 ? '零' : ''}${low}`;
  if (tens > 0) return `${tens > 1 ? digit(tens) : ''}十${low}`;
  return digit(ones);
}

/**
 * 伍拾伍万贰仟陆佰 → 552600, 二十 → 20, 二〇二四 → 2024, `20` → 20.
 * @returns undefined for anything else, so that a slip in a contract is noticed and not read as zero
 */
export function parseNumeral(text: string): number | undefined {
  if (/^\d{1,15}(?:\.\d{1,6})?$/.test(text)) return Number(text);
  if (text === '' || text.length > 40) return undefined;
  const characters = Array.from(text);
  if (characters.every((character) => digitOf[character] !== undefined)) {
    return characters.length === 1 || characters.length === 4 ? Number(characters.map((character) => digitOf[character]).join('')) : undefined;
  }
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastUnit = 1;
  let afterZero = false;
  for (const character of characters) {
    const value = digitOf[character];
    const unit = unitOf[character];
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
      afterZero ||= value === 0;
    } else if (unit !== undefined) {
      section += (digit ?? 1) * unit;
      [digit, lastUnit, afterZero] = [undefined, unit, false];
    } else if (character === '万' || character === '萬') {
      total += (section + (digit ?? 0)) * 10_000;
      section = 0;
      [digit, lastUnit, afterZero] = [undefined, 10_000, false];
    } else if (character === '亿') {
      total = (total + section + (digit ?? 0)) * 100_000_000;
      section = 0;
      [digit, lastUnit, afterZero] = [undefined, 100_000_000, false];
    } else {
      return undefined;
    }
  }
  // 一百二 means 120 to some and 102 to others.
  if (digit !== undefined && digit !== 0 && lastUnit > 10 && !afterZero) return undefined;
  return total + section + (digit ?? 0);
}
