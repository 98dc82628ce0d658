import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fileKind, jpegName, nameWithoutExtension } from '../../renderer/attachments/file-kind.ts';
import { movedTo } from '../../renderer/attachments/moved-to.ts';
import { isReduced, reducedSize } from '../../renderer/attachments/photo-size.ts';
import { coalesced } from '../../renderer/state/coalesced.ts';
import { attachmentWords } from '../../renderer/words/attachments.ts';
import { isRunnableName } from '../../shared/records/attachment.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const screenshot = { width: 1920, height: 1080, bytes: 300_000, isPrintable: true, hasPlace: false };

test.each([
  ['a screenshot', {}, false],
  ['a phone\'s photo', { width: 4000, height: 3000, bytes: 5_000_000 }, true],
  ['many pixels in few bytes', { width: 1601, height: 1600 }, true],
  ['few pixels in many bytes', { bytes: 800_001 }, true],
  ['a kind that no form prints', { isPrintable: false }, true],
  ['a place', { hasPlace: true }, true],
])('%s is reduced or not', (_name, measures, reduced) => {
  expect(isReduced({ ...screenshot, ...measures })).toBe(reduced);
});

test('a reduced photo keeps its shape, is never larger, and no side is longer than 2000', () => {
  expect([reducedSize({ width: 4000, height: 3000 }), reducedSize({ width: 3000, height: 4000 }), reducedSize({ width: 800, height: 600 })])
    .toEqual([{ width: 2000, height: 1500 }, { width: 1500, height: 2000 }, { width: 800, height: 600 }]);
  fc.assert(fc.property(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: 30_000 }), (width, height) => {
    const size = reducedSize({ width, height });
    expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(Math.min(2000, Math.max(width, height)));
    expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(1);
  }));
});

test.each([
  ['jpeg', [0xff, 0xd8, 0xff, 0xe1]],
  ['png', [0x89, ...Buffer.from('PNG\r\n\u001A\n')]],
  ['other-picture', [...Buffer.from('GIF89a')]],
  ['other-picture', [...Buffer.from('RIFF????WEBP')]],
  ['other-picture', [0, 0, 0, 24, ...Buffer.from('ftypheic')]],
  ['other-picture', [0x42, 0x4d, 1, 2, 3, 4, 0, 0, 0, 0, 54, 0]],
  ['file', [0, 0, 0, 24, ...Buffer.from('ftypmp42')]],
  ['file', [...Buffer.from('BMW 的说明')]],
  ['file', [...Buffer.from('%PDF-1.7')]],
  ['file', []],
])('%s is told by its first bytes', (kind, bytes) => {
  expect(fileKind(new Uint8Array(bytes))).toBe(kind);
});

test.each([
  ['机房.JPG', '机房', '机房.JPG'],
  ['IMG_1.heic', 'IMG_1', 'IMG_1.jpg'],
  ['2024.8.5 机柜', '2024.8.5 机柜', '2024.8.5 机柜.jpg'],
  ['.png', '.png', '.png.jpg'],
])('%s without its extension, and as a JPEG', (name, without, jpeg) => {
  expect([nameWithoutExtension(name), jpegName(name)]).toEqual([without, jpeg]);
});

test.each([['更新.exe', true], ['更新.EXE. ', true], ['脚本.ps1', true], ['快捷方式.lnk', true], ['exe 说明.pdf', false], ['报告.docx', false], ['没有扩展名', false]])('%s would be run: %s', (name, runs) => {
  expect(isRunnableName(name)).toBe(runs);
});

test('an entry moves, the others keep their order', () => {
  expect([movedTo(['甲', '乙', '丙'], 2, 0), movedTo(['甲', '乙', '丙'], 0, 9), movedTo(['甲', '乙', '丙'], 1, 1), movedTo(['甲'], 3, 0)])
    .toEqual([['丙', '甲', '乙'], ['乙', '丙', '甲'], ['甲', '乙', '丙'], ['甲']]);
});

test('the moment of a photo is its first caption', () => {
  expect(attachmentWords.takenAt('2024-08-05', '09:05')).toBe('2024年8月5日 09:05 拍摄');
});

test('the first change is told at once, those that follow together, later ones at once again', () => {
  const told: string[] = [];
  const tell = coalesced<string>((subject) => told.push(subject), 1000);

  for (const subject of ['甲', '甲', '乙', '甲']) tell(subject);
  expect(told).toEqual(['甲']);
  vi.advanceTimersByTime(1000);
  expect(told).toEqual(['甲', '甲', '乙']);
  tell('丙');
  expect(told).toEqual(['甲', '甲', '乙']);
  vi.advanceTimersByTime(1000);
  expect(told).toEqual(['甲', '甲', '乙', '丙']);
  vi.advanceTimersByTime(1000);
  tell('丁');
  expect(told).toEqual(['甲', '甲', '乙', '丙', '丁']);
});
