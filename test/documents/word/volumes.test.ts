import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import type { ManyOptions } from '../../../electron/documents/word/render-records.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { docxOf, page, paragraph, run, sectionEnd, type DocxParts } from '../../helpers/ooxml-docx.ts';
import { newLintFaults } from '../../helpers/ooxml-lint.ts';
import { newOfficeErrors } from '../../helpers/ooxml-validate.ts';
import { descendants, elements, parseXml, textOf } from '../../helpers/ooxml-xml.ts';
import { hasPages, pagesOf } from '../../helpers/pdf-pages.ts';

function many(body: string, count: number, parts: DocxParts = {}, options: ManyOptions = {}): Uint8Array {
  const template = docxOf(body, parts);
  const bytes = compileTemplate(template, formOptions).renderMany(Array.from({ length: count }, (_, index) => ({ n: index + 1 })), options);
  expect(newLintFaults(template, bytes)).toEqual([]);
  return bytes;
}
const partText = (bytes: Uint8Array, part: string): string => memberText(readZip(bytes), part) ?? '';
/** The children of every section end, in order, with what a test asks for. */
const sections = (bytes: Uint8Array): readonly string[] =>
  descendants(parseXml(partText(bytes, 'word/document.xml')), 'w:sectPr').map((section) => elements(section).map((child) => `${child.name.slice(2)}${child.name === 'w:type' ? `=${child.attributes.get('w:val')}` : ''}`).join(' '));
const field = (code: string, shown: string): string => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const pageOf = `<w:p>${run('第')}${field('PAGE', '1')}${run('页 共')}<w:fldSimple w:instr=" NUMPAGES  \\* MERGEFORMAT ">${run('1')}</w:fldSimple>${run('页')}</w:p>`;
const codesOf = (bytes: Uint8Array, part: string): readonly string[] => {
  const root = parseXml(partText(bytes, part));
  return [...descendants(root, 'w:fldSimple').map((simple) => simple.attributes.get('w:instr') ?? ''), ...descendants(root, 'w:instrText').map(textOf)].map((code) => code.trim().split(' ')[0] ?? '');
};

describe('records on odd pages', () => {
  it('each later record begins on one; the type stands where Word wants it', () => {
    const inOrder = 'headerReference pgSz pgMar pgNumType';
    expect(sections(many(paragraph('{n}'), 3, { header: paragraph('h') }, { startOn: 'odd-page' }))).toEqual([inOrder, `headerReference type=oddPage ${inOrder.slice(16)}`, `headerReference type=oddPage ${inOrder.slice(16)}`]);
    expect(sections(many(paragraph('{n}'), 2, { section: '' }, { startOn: 'odd-page' }))).toEqual(['pgNumType', 'type=oddPage pgNumType']);
  });

  it('in place of whatever the section said; only the first section of a record', () => {
    const body = paragraph('{n}') + sectionEnd(`<w:type w:val="continuous"/>${page}`) + paragraph('b');
    expect(sections(many(body, 2, {}, { startOn: 'odd-page' }))).toEqual(['type=continuous pgSz pgMar pgNumType', 'pgSz pgMar', 'type=oddPage pgSz pgMar pgNumType', 'pgSz pgMar']);
    expect(sections(many(paragraph('{n}'), 2, { section: `<w:sectPr><w:type w:val="oddPage"/>${page}</w:sectPr>` }))).toEqual(['type=oddPage pgSz pgMar pgNumType', 'type=oddPage pgSz pgMar pgNumType']);
  });
});

describe('page x of y', () => {
  it('counts the pages of the record when its pages are counted so, in headers with and without tags and in the text', () => {
    const bytes = many(pageOf, 2, { header: paragraph('{n}') + pageOf, footer: pageOf });
    expect(['word/document.xml', 'word/header1.xml', 'word/header1-2.xml', 'word/footer1.xml'].map((part) => codesOf(bytes, part))).toEqual([
      ['SECTIONPAGES', 'SECTIONPAGES', 'PAGE', 'PAGE'], ['SECTIONPAGES', 'PAGE'], ['SECTIONPAGES', 'PAGE'], ['SECTIONPAGES', 'PAGE'],
    ]);
  });

  it('counts the pages of the volume when they count through, and in forms of several sections', () => {
    const parts = { header: paragraph('{n}') + pageOf, footer: pageOf };
    const through = many(pageOf, 2, parts, { pageNumbers: 'continuous' });
    const several = many(paragraph('{n}') + sectionEnd(page) + pageOf, 2, parts);
    for (const bytes of [through, several]) expect(['word/document.xml', 'word/header1.xml', 'word/footer1.xml'].map((part) => codesOf(bytes, part)[0])).toEqual(['NUMPAGES', 'NUMPAGES', 'NUMPAGES']);
  });

  it('one record alone counts the pages of its file', () => {
    expect(codesOf(many(pageOf, 1, { footer: pageOf }), 'word/footer1.xml')).toEqual(['NUMPAGES', 'PAGE']);
  });
});

it('settings such as different odd and even pages stay as they are', () => {
  const settings = '<?xml version="1.0"?><w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:mirrorMargins/><w:evenAndOddHeaders/></w:settings>';
  const others = [{ name: 'word/settings.xml', text: settings }];
  expect(partText(many(paragraph('{n}'), 2, { others }, { startOn: 'odd-page' }), 'word/settings.xml')).toBe(settings);
});

it('the validator finds nothing in a volume', async () => {
  const template = docxOf(paragraph('{n}'), { header: paragraph('{n}') + pageOf, footer: pageOf });
  const records = [{ n: 1 }, { n: 2 }, { n: 3 }];
  const compiled = compileTemplate(template, formOptions);
  const outputs = [compiled.renderMany(records, { startOn: 'odd-page' }), compiled.renderMany(records, { startOn: 'odd-page', pageNumbers: 'continuous' })];
  expect((await Promise.all(outputs.map((output) => newOfficeErrors(template, output, 'docx')))).flat()).toEqual([]);
});

it.runIf(hasPages)('printed pages: numbers through with only odd first pages, or per record', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'volume-'));
  try {
    const second = `<w:p><w:pPr><w:pageBreakBefore/></w:pPr>${run('second of {n}')}</w:p>`;
    const footer = `<w:p>${run('page ')}${field('PAGE', '1')}</w:p>`;
    const volumes = [many(paragraph('record {n}'), 3, { footer }, { startOn: 'odd-page', pageNumbers: 'continuous' }), many(paragraph('record {n}') + second, 3, { footer })];
    const files = volumes.map((_, index) => path.join(folder, `volume${index}.docx`));
    await Promise.all(volumes.map((bytes, index) => writeFile(files[index] ?? '', bytes)));
    const lines = (await pagesOf(files, folder)).map(({ pages }) => pages.map((text) => text.replace(/\s+/g, ' ').trim()));
    // LibreOffice leaves the blank backs out of its PDF.
    expect(lines).toEqual([
      ['record 1 page 1', 'record 2 page 3', 'record 3 page 5'],
      [1, 2, 3].flatMap((number) => [`record ${number} page 1`, `second of ${number} page 2`]),
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
