import { AppError } from '../../../shared/app-error.ts';

type Candidate = { readonly text: string; readonly score: number };

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** How much a text looks like Chinese prose: common characters for it, replacement and private-use characters against it. */
function plausibility(text: string): number {
  const sample = text.slice(0, 20_000);
  const common = sample.match(/[的一在有不和人中大为上方合同服务项目第条章：，。、]/g)?.length ?? 0;
  const strange = sample.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  return common - strange * 5;
}

/** Windows programs also write UTF-16 without saying so; only a reading that is plainly Chinese is believed. */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const readings = (['utf-16le', 'utf-16be'] as const).flatMap((encoding) => decodeStrictly(bytes, encoding) ?? []);
  return readings.find((text) => plausibility(text) > Math.min(text.length, 20_000) * 0.02);
}

function binary(): AppError {
  return new AppError('unreadable-file', '这不是文字文件，读不出内容。请选择 .docx 或 .txt 格式的合同。', { format: 'binary' });
}

/**
 * Text in whatever encoding Chinese offices keep it: UTF-8 and UTF-16 with or without a mark, else GB18030 (which GBK and GB2312 are part of).
 * @throws AppError unreadable-file when it is no text in any of them
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decodeAny(bytes);
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) throw binary();
  return text;
}

function decodeAny(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  if (marked !== undefined) return decodeStrictly(bytes, marked) ?? new TextDecoder(marked).decode(bytes);
  if (bytes.includes(0)) return utf16WithoutMark(bytes) ?? '\0';
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== undefined) return utf8;
  // Neither is certain when a file was cut short, so the likelier reading wins, and nonsense loses.
  const candidates: Candidate[] = ['gb18030', 'utf-8'].map((encoding) => {
    const text = new TextDecoder(encoding).decode(bytes);
    return { text, score: plausibility(text) };
  });
  const best = candidates.reduce((winner, candidate) => (candidate.score > winner.score ? candidate : winner), { text: '\0', score: 0 });
  return best.text;
}
