import { AppError } from '../../../shared/app-error.ts';
import { docxLines } from './docx-lines.ts';
import { fileLimit, textLimit, type SourceLine } from './source-line.ts';
import { decodeText } from './text-encoding.ts';

/** What a chosen file turned out to hold: the lines of a contract's text, or a profile that was exported before. */
export type ContractFile = { readonly type: 'lines'; readonly lines: readonly SourceLine[] } | { readonly type: 'profile'; readonly json: unknown };

type Signature = { readonly bytes: readonly number[]; readonly message: string; readonly format: string };

const otherFormats: readonly Signature[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], format: 'pdf', message: '这是 PDF 文件。请用 Word 或 WPS 把合同另存为 .docx，或把文字复制到 .txt 文件后再导入。' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], format: 'rtf', message: '这是 RTF 文件。请用 Word 或 WPS 另存为 .docx 后再导入。' },
  { bytes: [0xff, 0xd8, 0xff], format: 'image', message: '这是图片，没有文字。请先用文字识别软件转成文字，或使用合同的电子原稿。' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], format: 'image', message: '这是图片，没有文字。请先用文字识别软件转成文字，或使用合同的电子原稿。' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], format: 'image', message: '这是扫描图片，没有文字。请先用文字识别软件转成文字，或使用合同的电子原稿。' },
  { bytes: [0x52, 0x61, 0x72, 0x21], format: 'archive', message: '这是压缩包。请先解压，再选择其中的 .docx 或 .txt 合同。' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], format: 'archive', message: '这是压缩包。请先解压，再选择其中的 .docx 或 .txt 合同。' },
];

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((value, index) => bytes[index] === value);
}

/** Compound files are both the old binary formats and the envelope of password-protected new ones; stream names tell which. */
function refuseCompoundFile(bytes: Uint8Array): never {
  const directory = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, fileLimit));
  if (directory.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    throw new AppError('unreadable-file', '这份文件设置了打开密码。请在 Word 或 WPS 中去掉密码后再导入。', { format: 'encrypted' });
  }
  throw new AppError('unreadable-file', '这是旧版 .doc（或 .wps、.xls）文件。请在 Word 或 WPS 中另存为 .docx 后再导入。', { format: 'doc' });
}

function parseProfile(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('unreadable-file', '这份 .json 文件不完整，读不出合同档案。', { format: 'json' }, { cause });
  }
}

/**
 * Opens a contract by what its bytes are, whatever the file is called.
 * @throws AppError unreadable-file, with a Chinese sentence that says what to do instead
 */
export function openContractFile(bytes: Uint8Array, fileName: string): ContractFile {
  if (bytes.length === 0) throw new AppError('unreadable-file', `“${fileName}”是空文件，里面没有合同内容。`, { format: 'empty' });
  if (bytes.length > fileLimit) throw new AppError('unreadable-file', `“${fileName}”超过 ${fileLimit / 1024 / 1024} MB，不像是合同文件，没有读取。`, { size: bytes.length });
  const other = otherFormats.find((signature) => startsWith(bytes, signature.bytes));
  if (other) throw new AppError('unreadable-file', other.message, { format: other.format });
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) refuseCompoundFile(bytes);
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return { type: 'lines', lines: withinLimit(docxLines(bytes), fileName) };
  const text = decodeText(bytes);
  if (/^\s*[{[]\s*["{}\]]/.test(text.slice(0, 2000)) || /\.json$/i.test(fileName)) return { type: 'profile', json: parseProfile(text) };
  if (text.trim() === '') throw new AppError('unreadable-file', `“${fileName}”里没有文字，是空的。`, { format: 'empty' });
  return { type: 'lines', lines: withinLimit(text.split(/\r\n|[\n\r\f\u2028\u2029]/).map((line) => ({ text: line })), fileName) };
}

function withinLimit(lines: readonly SourceLine[], fileName: string): readonly SourceLine[] {
  const characters = lines.reduce((sum, line) => sum + line.text.length, 0);
  if (characters > textLimit) {
    throw new AppError('unreadable-file', `“${fileName}”有 ${Math.ceil(characters / 10_000)} 万字，超过 ${textLimit / 10_000} 万字，不像是一份合同，没有读取。`, { characters });
  }
  return lines;
}
