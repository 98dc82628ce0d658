import { capital, chineseNumber, everyday } from './chinese-number.ts';

type Counter = (number: number) => string | undefined;

function within(first: string, count: number): Counter {
  return (number) => (number >= 1 && number <= count ? String.fromCodePoint((first.codePointAt(0) ?? 0) + number - 1) : undefined);
}

/** ① to ⑳, ㉑ to ㉟, ㊱ to ㊿ stand in three places of Unicode. */
function circled(number: number): string | undefined {
  if (number <= 20) return within('①', 20)(number);
  return number <= 35 ? within('㉑', 15)(number - 20) : within('㊱', 15)(number - 35);
}

/** A … Z, AA, AB …, as columns of a sheet. */
function letters(number: number): string | undefined {
  if (number < 1 || number > 18_278) return undefined;
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCodePoint(65 + ((rest - 1) % 26)) + text;
  return text;
}

function chinese(script: typeof everyday): Counter {
  return (number) => chineseNumber({ units: BigInt(number), scale: 0 }, script);
}

/** By the sign for the first of them; `01` and longer are read separately. */
const counters: ReadonlyMap<string, Counter> = new Map([
  ['一', chinese(everyday)],
  ['壹', chinese(capital)],
  ['①', circled],
  ['⑴', within('⑴', 20)],
  ['⒈', within('⒈', 20)],
  ['㈠', within('㈠', 10)],
  ['Ⅰ', within('Ⅰ', 12)],
  ['ⅰ', within('ⅰ', 10)],
  ['甲', (number) => (number >= 1 && number <= 10 ? '甲乙丙丁戊己庚辛壬癸'.charAt(number - 1) : undefined)],
  ['A', letters],
  ['a', (number) => letters(number)?.toLowerCase()],
]);

const sign = /0{0,9}1|[一壹①⑴⒈㈠Ⅰⅰ甲Aa]/u;

/** What is wrong with a style that shows no first number. */
export function counterComplaint(style: string): string | undefined {
  return sign.test(style) ? undefined : '编号的样子里没有第一个号，例如 1、01、一、①、A';
}

/** The number in the style: 3 in （一） is （三）; undefined where the style does not go so far. */
export function numbered(number: number, style: string): string | undefined {
  const first = sign.exec(style);
  if (first === null) return undefined;
  const shown = first[0].endsWith('1') ? String(number).padStart(first[0].length, '0') : counters.get(first[0])?.(number);
  return shown === undefined ? undefined : `${style.slice(0, first.index)}${shown}${style.slice(first.index + first[0].length)}`;
}
