import { numeralCharacters, parseNumeral } from '../source/numerals.ts';

/** A sum of money as written, in yuan. */
export type Money = { readonly yuan: number; readonly form: 'digits' | 'words'; readonly text: string; readonly at: number; readonly end: number };

const digitsPattern = /¥ ?(\d[\d,，]{0,20}(?:\.\d{1,6})?) ?(万)?元?|(?<![\d.])(\d[\d,，]{0,20}(?:\.\d{1,6})?) ?(万)?元/g;
const wordsPattern = new RegExp(`([${numeralCharacters}]{2,30})[元圆](?:[整正])?(?:([零壹贰叁肆伍陆柒捌玖])角)?(?:零?([壹贰叁肆伍陆柒捌玖])分)?[整正]?`, 'g');

/** Rounded to fen, so that sums of decimals compare as money. */
export function toFen(yuan: number): number {
  return Math.round(yuan * 100) / 100;
}

/** `66,960.00`, `¥66960`, `1.2万元`, `12000 元/人月`: the number, and the unit that the text itself names. */
export function parseAmount(text: string): { readonly value: number; readonly unit: '元' | '万元' | undefined } | undefined {
  const match = /^(?:人民币|RMB)?[¥$]? ?(-?\d[\d,，]{0,20}(?:\.\d{1,8})?) ?(万元|万|元)?(?:\/.{1,8})?(?:整)?$/i.exec(text.replace(/ /g, ''));
  if (!match?.[1]) return undefined;
  const value = Number(match[1].replace(/[,，]/g, ''));
  return Number.isFinite(value) ? { value, unit: match[2] === undefined ? undefined : match[2].startsWith('万') ? '万元' : '元' } : undefined;
}

/** Every sum in a text: ¥552,600.00, 55.26万元, 伍拾伍万贰仟陆佰元整. In order of place. */
export function findMoney(text: string): Money[] {
  const found: Money[] = [];
  for (const match of text.matchAll(digitsPattern)) {
    const value = Number((match[1] ?? match[3] ?? '').replace(/[,，]/g, ''));
    const factor = (match[2] ?? match[4]) === undefined ? 1 : 10_000;
    if (Number.isFinite(value)) found.push({ yuan: toFen(value * factor), form: 'digits', text: match[0], at: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(wordsPattern)) {
    const whole = parseNumeral(match[1] ?? '');
    if (whole === undefined) continue;
    const yuan = toFen(whole + (parseNumeral(match[2] ?? '零') ?? 0) / 10 + (parseNumeral(match[3] ?? '零') ?? 0) / 100);
    found.push({ yuan, form: 'words', text: match[0], at: match.index, end: match.index + match[0].length });
  }
  return found.toSorted((left, right) => left.at - right.at);
}

export type Percent = { readonly percent: number; readonly text: string; readonly at: number; readonly end: number };

const percentPattern = new RegExp(`(\\d{1,3}(?:\\.\\d{1,3})?) ?%|(百分之|千分之|万分之)([${numeralCharacters}]{1,5}|\\d{1,3})|(\\d{1,3}(?:\\.\\d{1,3})?) ?(‰)`, 'g');

/** Every share in a text as percent: 50%, 百分之五十, 千分之三, 1‰. */
export function findPercents(text: string): Percent[] {
  return [...text.matchAll(percentPattern)].flatMap((match) => {
    const number = match[1] ?? match[4] ?? match[3] ?? '';
    const value = parseNumeral(number);
    if (value === undefined) return [];
    const divisor = match[2] === '千分之' || match[5] === '‰' ? 10 : match[2] === '万分之' ? 100 : 1;
    return [{ percent: Math.round((value / divisor) * 10_000) / 10_000, text: match[0], at: match.index, end: match.index + match[0].length }];
  });
}
