import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { mayHold } from '../../electron/documents/glance-at-template.ts';
import { compileTemplate, formOptions } from '../../electron/documents/template.ts';
import { AppError } from '../../shared/app-error.ts';
import { docxOf, paragraph, run } from '../helpers/ooxml-docx.ts';
import { linkedDocx } from '../helpers/ooxml-links.ts';
import { hostileDocument, hostileWorkbook, wordParagraph } from './hostile-files.ts';

const photos = /照片/;

function messageOf(act: () => unknown): string {
  try {
    return `answered ${String(act())}`;
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

it.each([
  ['in one run', docxOf(paragraph('{#照片}{/照片}'))],
  ['cut into runs', docxOf(paragraph('{#照', '片}', '{/照', '片}'))],
  ['with its braces in other paragraphs', docxOf(paragraph('{#照') + paragraph('片}{/照片}'))],
  ['written as numbers of characters', docxOf(`<w:p><w:r><w:t>{#&#x7167;&#29255;}</w:t></w:r></w:p>`)],
  ['with a line break in it', docxOf('<w:p><w:r><w:t>{#照</w:t><w:br/><w:t>片}</w:t></w:r></w:p>')],
  ['in a header', docxOf(paragraph('甲'), { header: paragraph('{照片数}') })],
  ['in an alternative text', docxOf(`<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="图" descr="{%照片}"/></wp:inline></w:drawing></w:r></w:p>`)],
  ['in the target of a link', linkedDocx(`<w:p><w:hyperlink r:id="rId7" w:history="1">${run('查看')}</w:hyperlink></w:p>`, { links: { rId7: '%7B%E7%85%A7%E7%89%87%E6%95%B0%7D' } })],
] as const)('a text is found %s', (_, template) => {
  expect(mayHold(template, photos)).toBe(true);
});

it('a text that is nowhere is not found', () => {
  expect(mayHold(docxOf(paragraph('按照 {名称}，附 3 片'), { footer: paragraph('{编号}') }), photos)).toBe(false);
});

it('more tags than a template may have are left to the compiler, which refuses them', () => {
  expect(mayHold(hostileDocument(wordParagraph('{a}').repeat(3100)), photos)).toBe(true);
});

it.each([
  ['an empty file', new Uint8Array()],
  ['a text', Buffer.from('这不是压缩包')],
  ['a workbook', hostileWorkbook({})],
  ['half a document', docxOf(paragraph('甲')).subarray(0, 400)],
  ['unfinished XML', hostileDocument('<w:p>')],
  ['a document type', hostileDocument('', { 'word/document.xml': '<!DOCTYPE a><w:document/>' })],
  ['too deep nesting', hostileDocument('<w:sdt>'.repeat(500) + '</w:sdt>'.repeat(500))],
  ['too many elements', hostileDocument('<a/>'.repeat(1_100_000))],
  ['a macro document', docxOf(paragraph('甲'), { mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' })],
  ['a damaged header', docxOf(paragraph('甲'), { header: '<w:p>' })],
] as const)('%s is refused in the words of the compiler', (_, bytes) => {
  const refused = messageOf(() => compileTemplate(bytes, formOptions));
  expect(refused).not.toContain('answered');
  expect(messageOf(() => mayHold(bytes, photos))).toBe(refused);
});

// Compiled they would keep the core busy for longer than anybody should wait.
it.each(['annual-report.docx', 'quarterly-report.docx'])('a glance is enough for %s: nothing in it looks like a photo', async (name) => {
  expect(mayHold(await readFile(path.resolve(import.meta.dirname, '../../templates', name)), photos)).toBe(false);
});
