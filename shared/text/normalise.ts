/** Chinese characters and the punctuation that stands with them. */
const han = String.raw`\u2e80-\u9fff\uf900-\ufaff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65“”‘’…—·`;
const blankBesideHan = new RegExp(String.raw`(?<=[${han}]) +| +(?=[${han}])`, 'g');
const blankBetweenHan = new RegExp(String.raw`(?<=[${han}]) +(?=[${han}])`, 'g');

/**
 * One way of writing for what scanners, Word and WPS write differently: full-width digits and letters, odd blanks,
 * radicals and compatibility forms that text recognition puts in place of characters. Chinese punctuation stays.
 */
export function normaliseCharacters(text: string): string {
  return text
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufff9-\ufffd]/g, '')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, (character) => character.normalize('NFKC'))
    .replace(/％/g, '%').replace(/．/g, '.').replace(/＊/g, '*').replace(/￥/g, '¥').replace(/＠/g, '@').replace(/[－‐‑‒–]/g, '-');
}

/** For reading: no blanks beside Chinese characters, single ones elsewhere. */
export function tight(text: string): string {
  return normaliseCharacters(text).replace(/[ \t\n]+/g, ' ').replace(blankBesideHan, '').trim();
}

/** For names that people will see again: `系统 bug 修改` keeps its blanks, `合 同` does not. */
export function tidy(text: string): string {
  return normaliseCharacters(text).replace(/[ \t\n]+/g, ' ').replace(blankBetweenHan, '').trim();
}

/** For comparing names: brackets and blanks do not make a difference. */
export function comparable(text: string): string {
  return tight(text).replace(/\(/g, '（').replace(/\)/g, '）').replace(/:/g, '：').replace(/,/g, '，').replace(/ /g, '').toLowerCase();
}
