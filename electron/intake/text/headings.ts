/** A clause number at the beginning of a paragraph. Smaller levels stand above larger ones. */
export type ClauseNumber = { readonly level: number; readonly label: string; readonly rest: string };

const numeral = '[一二三四五六七八九十百零〇\\d]{1,4}';
const blank = ' ?';
const forms: readonly (readonly [level: number, pattern: RegExp])[] = [
  [0, new RegExp(`^附件${blank}${numeral}?${blank}[:：.、]?${blank}(?=\\S|$)`)],
  [1, new RegExp(`^第${blank}${numeral}${blank}[章部篇]分?[、：:.]?${blank}`)],
  [2, new RegExp(`^第${blank}${numeral}${blank}[条节款][、：:.]?${blank}`)],
  [3, /^[一二三四五六七八九十]{1,3}[、.．] ?/],
  [4, /^[（(][一二三四五六七八九十]{1,3}[）)][、.]? ?/],
  [6, /^\d{1,2}(?:\.\d{1,2}){1,3}(?:[.、：:] ?| (?!\d)|(?!万|元|亿|个|倍|小时|分钟)(?=[\u4e00-\u9fff“《]))/],
  [5, /^\d{1,2}(?:[.、．)）] ?)(?!\d)/],
  [7, /^[（(]\d{1,2}[）)][、.]? ?/],
  [8, /^(?:[A-Za-z][.、．)）] ?(?![A-Za-z0-9])|[①-⑳] ?)/],
];

/** The clause number a paragraph begins with: 第一章, 第八条, 一、, （一）, 1., 1.1, （1）, A., 附件2. Expects tight text. */
export function clauseNumber(text: string): ClauseNumber | undefined {
  const beginning = text.slice(0, 40);
  if (!/^[附第一二三四五六七八九十（(\dA-Za-z①-⑳]/.test(beginning)) return undefined;
  for (const [level, pattern] of forms) {
    const label = pattern.exec(beginning)?.[0];
    if (label === undefined) continue;
    const rest = text.slice(label.length);
    // 附件 in running text refers to an annex; only a line of its own opens one.
    if (level === 0 && (text.length > 60 || /[。；，,]$|^(?:的|所|中|内|为|是|与|和|及|、|，)/.test(rest))) return undefined;
    const dots = level === 6 ? label.replace(/[^.]/g, '').length - (/[.、：: ]$/.test(label) && label.trimEnd().endsWith('.') ? 1 : 0) : 0;
    return { level: level === 6 ? 5 + dots / 10 : level, label: label.trim(), rest };
  }
  return undefined;
}

/** A short line with a number and without any pause or end of a sentence names what follows it. */
export function isHeading(number: ClauseNumber | undefined): boolean {
  return number !== undefined && number.rest.length <= 34 && !/[！？;、]$/.test(number.rest) && !/[。；，,]/.test(number.rest);
}
