import type { Problem } from '../../shared/app-error.ts';

/**
 * The names a hand-over may use, so that every file opens on Windows, Linux and macOS, from a folder, a USB stick and a disc.
 * All lengths are UTF-16 units: 60 stays inside Joliet's 64 with the version suffix, and 60 Chinese characters are 180 of the
 * 255 bytes Linux takes; a path of 200 leaves room for the receiver's own folder before Windows' 260.
 */
export const maximumNameLength = 60;
export const maximumPathLength = 200;
/** ISO 9660 knows eight levels; the root is the first of them and the file's own folder may be the eighth. */
export const maximumFolderDepth = 7;

/** Replaced by the same character in full width, which reads the same to a person. `%` would be escaped in a BagIt manifest. */
const forbidden = /[\\/:*?"<>|%;]/g;
/** Control characters, zero-width and direction marks, variation selectors, non-characters: unseen, they make two names look alike. */
const invisible = /\p{Cc}|\p{Cf}|\p{Variation_Selector}|\p{Noncharacter_Code_Point}/gu;
/** What Chinese typesetting prints for a character it does not have. Readers of Joliet know no characters beyond the BMP. */
const missingCharacter = '〓';
const beyondBmp = /[\u{10000}-\u{10ffff}]|\p{Surrogate}/gu;
const deviceName = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i;

/** Letters, digits and marks that are legal in every spelling; nearly all names are made of these alone. */
const plainText = /^[A-Za-z0-9_\-.()\u4e00-\u9fff（）《》、，。]*$/;

function legalCharacters(text: string): string {
  if (plainText.test(text)) return text;
  // NFC comes first and last: some BMP characters become characters beyond the BMP, and dropping a mark can bring two others together.
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(invisible, '')
    .replace(beyondBmp, missingCharacter)
    .replace(/ +/g, ' ')
    .replace(forbidden, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    .normalize('NFC')
    .replace(beyondBmp, missingCharacter);
}

function trimmed(text: string): string {
  return text.replace(/^[\s.~]+/u, '').replace(/[\s.]+$/u, '');
}

/** Shortens in the middle: titles begin with the long project name and end with what tells them apart. */
function shortened(stem: string, length: number): string {
  if (stem.length <= length) return stem;
  const tail = Math.floor((length - 1) / 3);
  return `${trimmed(stem.slice(0, length - 1 - tail))}…${trimmed(stem.slice(stem.length - tail))}`.normalize('NFC');
}

function isDeviceName(name: string): boolean {
  return deviceName.test((name.split('.')[0] ?? '').trimEnd());
}

/**
 * A file name that is legal everywhere, made from a title such as `年底/季度总结报告` and an extension such as `docx` (with or without dot).
 * Illegal characters become their full-width twins, characters beyond the BMP become 〓, long titles lose their middle.
 */
export function legalFileName(title: string, extension: string): string {
  const ending = legalCharacters(extension).replace(/[^\p{L}\p{N}_-]/gu, '').slice(0, 10);
  const suffix = ending === '' ? '' : `.${ending}`;
  const stem = trimmed(legalCharacters(title)) || '未命名';
  const name = trimmed(`${shortened(stem, maximumNameLength - 1 - suffix.length)}${suffix}`);
  return isDeviceName(name) ? `_${name}` : name;
}

/** A folder name that is legal everywhere. */
export function legalFolderName(title: string): string {
  return legalFileName(title, '');
}

/** Two names or paths with the same key are the same file to Windows or to macOS, whatever their case or Unicode spelling. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** `name` itself, or `名（2）.docx`, `名（3）.docx` … — the first whose nameKey is not in `taken`. The result keeps to the same rules. */
export function uniqueFileName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const suffix = dot > 0 ? name.slice(dot) : '';
  for (let number = 1; ; number += 1) {
    const mark = number === 1 ? '' : `（${number}）`;
    const candidate = `${shortened(stem, maximumNameLength - mark.length - suffix.length)}${mark}${suffix}`;
    if (!taken.has(nameKey(candidate))) return candidate;
  }
}

function problemsOfName(name: string): string[] {
  const found: string[] = [];
  if (name === '' || name === '.' || name === '..') return ['有空的或指向上级的一段'];
  if (name.length > maximumNameLength) found.push(`名字长 ${name.length} 字，超过 ${maximumNameLength} 字`);
  if (name !== name.normalize('NFC')) found.push('含有分解写法的字符（应为 NFC）');
  if (name.search(beyondBmp) >= 0) found.push('含有基本平面以外的字符，光盘上读不出');
  if (name.search(invisible) >= 0 || /[\u2028\u2029]/.test(name)) found.push('含有看不见的控制字符');
  if (name.search(forbidden) >= 0) found.push('含有文件名里不能用的字符（\\ / : * ? " < > | % ;）');
  if (/[.\s]$/u.test(name)) found.push('以点或空格结尾');
  if (/^[\s.~]/u.test(name)) found.push('以点、空格或 ~ 开头');
  if (isDeviceName(name)) found.push('是 Windows 的设备名');
  return found;
}

/** What is wrong with a path relative to the package, written with `/`; an empty list means that it is legal everywhere. */
export function checkPath(path: string): readonly Problem[] {
  const parts = path.split('/');
  const messages = parts.flatMap(problemsOfName);
  if (path.length > maximumPathLength) messages.push(`路径长 ${path.length} 字，超过 ${maximumPathLength} 字`);
  if (parts.length - 1 > maximumFolderDepth) messages.push(`文件夹套了 ${parts.length - 1} 层，超过 ${maximumFolderDepth} 层`);
  return messages.map((message) => ({ place: path, message }));
}
