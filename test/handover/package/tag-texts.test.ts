import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatBagInfo, formatSize, statedOxum } from '../../../electron/handover/package/bag-info.ts';
import { formatContentsPage } from '../../../electron/handover/package/contents-page.ts';
import type { CataloguedFile } from '../../../electron/handover/package/description.ts';
import { formatFileCatalogue } from '../../../electron/handover/package/file-catalogue.ts';
import { formatManifest, parseManifest } from '../../../electron/handover/package/manifest.ts';
import { formatReaderNote } from '../../../electron/handover/package/reader-note.ts';
import { description } from '../sample-package.ts';

const sha256 = 'ab'.repeat(32);

function catalogued(path: string, more: Partial<CataloguedFile> = {}): CataloguedFile {
  return { path, title: '题名', kind: '记录单', date: '2024-08-05', responsible: '甲', bytes: 1, sha256, ...more };
}

test('a manifest reads back as written, sorted by path', () => {
  const path = fc.string({ unit: fc.constantFrom('年', '/', ' ', '(', 'a', 'B', '.'), minLength: 1, maxLength: 30 }).map((text) => `data/${text}`);
  const digest = fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 64, maxLength: 64 });
  fc.assert(
    fc.property(fc.uniqueArray(fc.record({ path, sha256: digest, bytes: fc.nat() }), { selector: (entry) => entry.path }), (entries) => {
      const { lines, badLines } = parseManifest(formatManifest(entries));
      expect(badLines).toEqual([]);
      expect(lines).toEqual(entries.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map((entry) => ({ sha256: entry.sha256, path: entry.path })));
    }),
  );
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 KB'],
  [31_415_926, '31.4 MB'],
  [702_800_000_000, '702.8 GB'],
  [5e12, '5000.0 GB'],
])('%i bytes are shown as %s', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
});

test('bag-info states its totals, and no value can bring in a line of its own', () => {
  const text = formatBagInfo({ ...description, title: '一\r\nPayload-Oxum: 9.9' }, { bytes: 12, files: 3 });
  expect(statedOxum(text)).toBe('12.3');
  expect(text.match(/^Payload-Oxum:/gm)).toHaveLength(1);
});

describe('说明文件.TXT', () => {
  const text = formatReaderNote({ ...description, remarks: ['与纸质文件第1至4卷配套。'] }, [catalogued('data/a'), catalogued('data/b', { kind: '总结报告' })], 2_345_678);

  test('is read by Notepad: byte order mark and CRLF', () => {
    expect(text.startsWith('\ufeff2024年8月至2025年8月运维服务验收交付文件\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('says what the rule asks for', () => {
    for (const line of [
      '载体类型：光盘',
      '载体编号：YZT2024-01',
      '文件数量：2 个',
      '数 据 量：0.002 GB（2.3 MB，2345678 字节）',
      '制作单位：某某信息技术有限公司',
      '保管单位：某市卫生监督所',
      '检查单位：',
      '密　　级：无',
      '　　总结报告：1 个文件',
      '　　与纸质文件第1至4卷配套。',
    ]) {
      expect(text.split('\r\n')).toContain(line);
    }
  });
});

describe('文件目录.XML', () => {
  test('has one entry per document with the fields of the rule, in their order', () => {
    const xml = [...formatFileCatalogue(description, [catalogued('data/甲 & 乙.docx', { title: '<题>', archiveNumber: 'A-1', secrecy: '内部', pages: 3, note: '"第1卷"' })])].join('');
    expect(xml.slice(xml.indexOf('  <文件>'))).toBe(
      `  <文件>
    <顺序号>1</顺序号>
    <档号>A-1</档号>
    <责任者>甲</责任者>
    <题名>&lt;题&gt;</题名>
    <日期>2024-08-05</日期>
    <密级>内部</密级>
    <电子档案名称>data/甲 &amp; 乙.docx</电子档案名称>
    <备注>&quot;第1卷&quot;</备注>
    <类别>记录单</类别>
    <页数>3</页数>
    <字节数>1</字节数>
    <摘要SHA256>${sha256}</摘要SHA256>
  </文件>
</文件目录>
`,
    );
  });

  test('stays well formed whatever the titles hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const xml = [...formatFileCatalogue(description, [catalogued('data/a', { title })])].join('');
        const [, inside = ''] = /\u003c文件>[^]*<题名>([^]*)<\/题名>/.exec(xml) ?? [];
        expect(inside).not.toMatch(/[<>]|&(?!(amp|lt|gt|quot|#39);)/);
        // oxlint-disable-next-line no-control-regex -- the characters XML 1.0 forbids
        expect(inside).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u);
      }),
    );
  });
});

describe('目录.html', () => {
  const page = [...formatContentsPage(description, [catalogued('data/甲/第1页 #2 (签字).docx', { title: '巡检 XJ-20240805-01 <1>' }), catalogued('data/乙.docx', { kind: '总结报告', note: '第1卷' })])].join('');

  test('links every document by a relative address that keeps Chinese readable', () => {
    expect([...page.matchAll(/<a href="([^"#][^"]*)">/g)].map(([, href]) => href)).toEqual(['data/甲/第1页%20%232%20(签字).docx', 'data/乙.docx', '说明文件.TXT', '文件目录.XML']);
  });

  test('groups by kind, and shows notes only where there are some', () => {
    expect([...page.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, heading]) => heading)).toEqual(['类别', '记录单', '总结报告']);
    expect(page.match(/备注/g)).toHaveLength(1);
  });

  test('escapes titles, and needs neither script nor any other file', () => {
    expect(page).toContain('巡检 <span class="whole">XJ-20240805-01</span> &lt;1&gt;');
    expect(page).not.toMatch(/<script|<link|<img|https?:/);
  });
});
