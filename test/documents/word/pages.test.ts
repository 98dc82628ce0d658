import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions, type TemplateOptions } from '../../../electron/documents/template.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { docxOf, page, paragraph, run, sectionEnd, type DocxParts } from '../../helpers/ooxml-docx.ts';
import { newLintFaults, paragraphTexts } from '../../helpers/ooxml-lint.ts';
import { newOfficeErrors } from '../../helpers/ooxml-validate.ts';
import { descendants, elements, parseXml } from '../../helpers/ooxml-xml.ts';
import { hasPages, pagesOf } from '../../helpers/pdf-pages.ts';

const pageBreak = '<w:r><w:br w:type="page"/></w:r>';

function rendered(body: string, data: unknown, options: TemplateOptions = formOptions, parts: DocxParts = {}): Uint8Array {
  const template = docxOf(body, parts);
  const bytes = compileTemplate(template, options).render(data);
  expect(newLintFaults(template, bytes)).toEqual([]);
  return bytes;
}

/** Ways to put every item on a page of its own, none after the last. */
const ways: readonly (readonly [string, string])[] = [
  ['a condition in paragraphs of its own', paragraph('{#l}') + paragraph('item {.}') + paragraph('{^$last}') + `<w:p>${pageBreak}</w:p>` + paragraph('{/}') + paragraph('{/l}')],
  ['a condition at the end of the text', paragraph('{#l}') + `<w:p>${run('item {.}')}${run('{^$末个}')}${pageBreak}${run('{/}')}</w:p>` + paragraph('{/l}')],
  ['a break before all but the first', paragraph('{#l}') + `<w:p>${run('{^$first}')}${pageBreak}${run('{/}item {.}')}</w:p>` + paragraph('{/l}')],
];

describe('page breaks between items, none after the last', () => {
  it.each(ways)('%s', (_, body) => {
    expect(paragraphTexts(rendered(body, { l: [1, 2, 3] })).join('').split('\f').length - 1).toBe(2);
    expect(paragraphTexts(rendered(body, { l: [1] })).join('')).toBe('item 1');
    expect(paragraphTexts(rendered(body, { l: [] })).join('')).toBe('');
  });

  it.runIf(hasPages)('come out as pages', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'pages-'));
    try {
      const files = ways.map((_, index) => path.join(folder, `way${index}.docx`));
      await Promise.all(ways.map(([, body], index) => writeFile(files[index] ?? '', rendered(body, { l: [1, 2, 3] }))));
      const made = await pagesOf(files, folder);
      expect(made.map(({ pages }) => pages.map((text) => text.trim()))).toEqual(ways.map(() => ['item 1', 'item 2', 'item 3']));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 60_000);
});

describe('form feeds in values', () => {
  it('say nothing, unless page breaks are wanted', () => {
    expect(paragraphTexts(rendered(paragraph('{a}'), { a: 'x\fy' }))).toEqual(['xy']);
    expect(paragraphTexts(rendered(paragraph('{a}'), { a: 'x\fy\u0001' }, { ...formOptions, pageBreaks: true }))).toEqual(['x\fy']);
    expect(paragraphTexts(rendered('<w:p><m:oMath><m:r><m:t>{a}</m:t></m:r></m:oMath></w:p>'.replace('<w:p>', '<w:p xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'), { a: 'x\fy' }, { ...formOptions, pageBreaks: true }))).toEqual(['']);
  });
});

describe('sections in loops', () => {
  const sections = (bytes: Uint8Array): readonly string[] =>
    descendants(parseXml(memberText(readZip(bytes), 'word/document.xml') ?? ''), 'w:sectPr').map((section) => elements(section).map(({ name, attributes }) => `${name.slice(2)}${[...attributes.entries()].filter(([key]) => /^w:(val|start|type)$/.test(key)).map(([, value]) => `=${value}`).join('')}`).join(' '));
  const reference = '<w:headerReference w:type="first" r:id="rId-header"/><w:headerReference w:type="default" r:id="rId-header"/>';

  it('every copy counts its pages from 1, and has its own first page, where the template says so', () => {
    const body = paragraph('{#l}') + paragraph('{.}') + sectionEnd(`${reference}<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>${page}<w:pgNumType w:start="1"/><w:titlePg/>`) + paragraph('{/l}') + paragraph('end');
    const parts = { header: paragraph('H'), section: `<w:sectPr><w:type w:val="continuous"/>${page}</w:sectPr>` };
    expect(sections(rendered(body, { l: [1, 2, 3] }, formOptions, parts))).toEqual([
      'headerReference=first headerReference=default footnotePr pgSz pgMar pgNumType=1 titlePg',
      'footnotePr type=continuous pgSz pgMar pgNumType=1 titlePg',
      'footnotePr type=continuous pgSz pgMar pgNumType=1 titlePg',
      'type=continuous pgSz pgMar',
    ]);
  });

  it('two sections per copy keep theirs', () => {
    const body = paragraph('{#l}') + paragraph('{.}') + sectionEnd(`${reference}${page}<w:pgNumType w:start="1"/>`) + paragraph('b') + sectionEnd(page) + paragraph('{/l}') + paragraph('end');
    expect(sections(rendered(body, { l: [1, 2] }, formOptions, { header: paragraph('H') }))).toEqual([
      'headerReference=first headerReference=default pgSz pgMar pgNumType=1', 'pgSz pgMar', 'pgSz pgMar pgNumType=1', 'pgSz pgMar', 'headerReference=default pgSz pgMar',
    ]);
  });

  it('in a document of many records only the first copy begins its record', () => {
    const body = paragraph('{#l}') + paragraph('{.}') + sectionEnd(page) + paragraph('{/l}') + paragraph('end');
    const bytes = compileTemplate(docxOf(body, { section: `<w:sectPr><w:type w:val="continuous"/>${page}</w:sectPr>` }), formOptions).renderMany([{ l: [1, 2] }, { l: [3, 4] }], { startOn: 'odd-page' });
    const runsOn = 'type=continuous pgSz pgMar';
    expect(sections(bytes)).toEqual(['pgSz pgMar pgNumType=1', runsOn, runsOn, 'type=oddPage pgSz pgMar pgNumType=1', runsOn, runsOn]);
  });

  it('the validator finds nothing in them', async () => {
    const body = paragraph('{#l}') + paragraph('{.}') + sectionEnd(`${reference}<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>${page}<w:pgNumType w:start="1"/><w:titlePg/>`) + paragraph('{/l}') + paragraph('end');
    const parts = { header: paragraph('H'), section: `<w:sectPr><w:type w:val="continuous"/>${page}</w:sectPr>` };
    const template = docxOf(body, parts);
    const compiled = compileTemplate(template, formOptions);
    const outputs = [compiled.render({ l: [1, 2, 3] }), compiled.renderMany([{ l: [1, 2] }, { l: [] }], { startOn: 'odd-page' })];
    expect((await Promise.all(outputs.map((output) => newOfficeErrors(template, output, 'docx')))).flat()).toEqual([]);
  });
});
