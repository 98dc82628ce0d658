import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPath, legalFileName, legalFolderName, nameKey, uniqueFileName } from '../../electron/handover/file-names.ts';

/** Any text, and text rich in what breaks file names: reserved marks, dots, spaces, combining marks, astral and lone surrogates. */
const title = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 150 }),
  fc
    .array(
      fc.constantFrom('年', '/', ':', '.', ' ', '\u3000', '%', ';', '~', '…', '𠮷', '\ud842', 'e\u0301', '\u200d', '\ufa6c', 'ﬀ', 'CON', 'nul', '\r\n', '\0', '한', 'ß'),
      { maxLength: 120 },
    )
    .map((parts) => parts.join('')),
  fc.constantFrom('CON', 'con.x', 'Aux', 'LPT1', 'com¹', '...', '', ' ', '.gitignore', '~$年报'),
);
const extension = fc.oneof(fc.constantFrom('docx', '.xlsx', 'pdf', ''), fc.string({ unit: 'binary', maxLength: 20 }));

describe('a legal file name', () => {
  test.each([
    ['年底/季度总结报告', 'docx', '年底／季度总结报告.docx'],
    ['日常巡检记录单 XJ-20240805-01', '.docx', '日常巡检记录单 XJ-20240805-01.docx'],
    ['  进度: 50%? ', 'xlsx', '进度： 50％？.xlsx'],
    ['𠮷林', 'docx', '〓林.docx'],
    ['CON', 'txt', '_CON.txt'],
    ['...', 'txt', '未命名.txt'],
    ['结尾。.', '', '结尾。'],
    ['~$报告', 'docx', '$报告.docx'],
    ['cafe\u0301', 'txt', 'café.txt'],
  ])('%j with %j becomes %j', (given, ending, expected) => {
    expect(legalFileName(given, ending)).toBe(expected);
  });

  test('a long title keeps its beginning, its end and its extension', () => {
    const name = legalFileName(`${'某市卫生监督执法一张图系统运维服务项目'.repeat(4)}二〇二五年第一季度总结报告`, 'docx');
    expect(name).toBe('某市卫生监督执法一张图系统运维服务项目某市卫生监督执法一张图系统运维服务…服务项目二〇二五年第一季度总结报告.docx');
    expect(name.length).toBeLessThanOrEqual(60);
  });

  test('whatever the title, the name is legal', () => {
    fc.assert(
      fc.property(title, extension, (given, ending) => {
        expect(checkPath(legalFileName(given, ending))).toEqual([]);
        expect(checkPath(legalFolderName(given))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('making a legal folder name legal again changes nothing', () => {
    fc.assert(
      fc.property(title, (given) => {
        const once = legalFolderName(given);
        expect(legalFolderName(once)).toBe(once);
      }),
    );
  });
});

describe('a unique file name', () => {
  test('counts up until it is free, blind to case', () => {
    const taken = new Set(['报告.docx', '报告（2）.docx', 'abc.txt'].map(nameKey));
    expect(uniqueFileName('报告.docx', taken)).toBe('报告（3）.docx');
    expect(uniqueFileName('ABC.TXT', taken)).toBe('ABC（2）.TXT');
    expect(uniqueFileName('别的.docx', taken)).toBe('别的.docx');
  });

  test('stays legal and free, whatever is taken', () => {
    fc.assert(
      fc.property(title, extension, fc.integer({ min: 1, max: 120 }), (given, ending, times) => {
        const taken = new Set<string>();
        const name = legalFileName(given, ending);
        for (let i = 0; i < times; i += 1) {
          const unique = uniqueFileName(name, taken);
          expect(taken.has(nameKey(unique))).toBe(false);
          expect(checkPath(unique)).toEqual([]);
          taken.add(nameKey(unique));
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('checking a path', () => {
  test.each([
    ['data/电子档案/2024/日常巡检记录单/2024-08/日常巡检记录单.docx', []],
    ['data//a', ['有空的或指向上级的一段']],
    ['data/../a', ['有空的或指向上级的一段']],
    ['data/a:b', ['含有文件名里不能用的字符（\\ / : * ? " < > | % ;）']],
    ['data/a.', ['以点或空格结尾']],
    ['data/.a', ['以点、空格或 ~ 开头']],
    ['data/nul.txt', ['是 Windows 的设备名']],
    ['data/𠮷', ['含有基本平面以外的字符，光盘上读不出']],
    ['data/e\u0301', ['含有分解写法的字符（应为 NFC）']],
    ['data/a\nb', ['含有看不见的控制字符']],
    [`data/${'长'.repeat(61)}`, ['名字长 61 字，超过 60 字']],
    ['1/2/3/4/5/6/7/8/文', ['文件夹套了 8 层，超过 7 层']],
    [Array.from({ length: 5 }, () => '长'.repeat(50)).join('/'), ['路径长 254 字，超过 200 字']],
  ])('%s', (path, messages) => {
    expect(checkPath(path)).toEqual(messages.map((message) => ({ place: path, message })));
  });
});

test('one key for what Windows and macOS take for the same name', () => {
  expect(nameKey('Ａbc.DOCX')).toBe(nameKey('ａBC.docx'));
  expect(nameKey('cafe\u0301')).toBe(nameKey('CAFÉ'));
  expect(nameKey('报告一')).not.toBe(nameKey('报告二'));
});
