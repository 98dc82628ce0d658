import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedPieces, searchWords, wordInContext } from '../../../shared/records/search-words.ts';

function marked(text: string, question: string): string {
  return markedPieces(text, searchWords(question)).map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text)).join('');
}

test('searched words are marked where they stand, whatever their width and case', () => {
  expect(marked('核查数据库与 ＤＢ 日志', '数据库 db')).toBe('核查[数据库]与 [ＤＢ] 日志');
  expect(marked('aaaa', 'aa')).toBe('[aaaa]');
  expect(marked('数据数据库', '数据 据库')).toBe('[数据数据库]');
  expect(marked('㈱网络', '株')).toBe('[㈱]网络');
  expect(marked('没有', '有没')).toBe('没有');
  expect(marked('没有', '')).toBe('没有');
});

test('a found word is shown with what stands around it, on one line', () => {
  expect(wordInContext('先核对分页参数，\n再重启服务进程并观察', ['重启'], 4)).toBe('…数， 再重启服务进程…');
  expect(wordInContext('重启', ['重启'], 4)).toBe('重启');
  expect(wordInContext('没有', ['重启'], 4)).toBeUndefined();
});

test('pieces put together are the text itself', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 12 }), (text, question) => {
    expect(markedPieces(text, searchWords(question)).map((piece) => piece.text).join('')).toBe(text);
  }));
});
