import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { docxOf, page, paragraph, run, sectionEnd, table, type DocxParts } from '../../helpers/ooxml-docx.ts';
import { newLintFaults, paragraphTexts } from '../../helpers/ooxml-lint.ts';
import { elements, descendants, parseXml } from '../../helpers/ooxml-xml.ts';
import type { ManyOptions } from '../../../electron/documents/word/render-records.ts';

function many(body: string, records: readonly unknown[], parts: DocxParts = {}, options?: ManyOptions): Uint8Array {
  const template = docxOf(body, parts);
  const bytes = compileTemplate(template, formOptions).renderMany(records, options);
  expect(newLintFaults(template, bytes)).toEqual([]);
  return bytes;
}
const textOf = (bytes: Uint8Array, part: string): string => memberText(readZip(bytes), part) ?? '';
/** Type, first page number and references of every section. */
function sections(bytes: Uint8Array): readonly string[] {
  return descendants(parseXml(textOf(bytes, 'word/document.xml')), 'w:sectPr').map((section) =>
    elements(section).flatMap((child) => {
      if (child.name === 'w:type') return [`type ${child.attributes.get('w:val')}`];
      if (child.name === 'w:pgNumType') return [`start ${child.attributes.get('w:start') ?? '-'}`];
      return child.name.endsWith('Reference') ? [`${child.attributes.get('r:id')}`] : [];
    }).join(', '),
  );
}

describe('many records in one document', () => {
  it('each has its own section on a fresh page, in order', () => {
    const bytes = many(paragraph('{n}') + table([['{#r}{.}', 'x{/r}']]), [{ n: 1, r: [1] }, { n: 2, r: [] }, { n: 3, r: [2, 3] }]);
    expect(paragraphTexts(bytes)).toEqual(['1', '1', 'x', '', '2', '', '3', '2', 'x', '3', 'x']);
    expect(sections(bytes)).toEqual(['start 1', 'start 1', 'start 1']);
  });

  const section = `<w:sectPr>${page}<w:pgNumType w:start="1"/></w:sectPr>`;
  const bodyOf = (bytes: Uint8Array): string => textOf(bytes, 'word/document.xml').replace(/^.*<w:body>|<\/w:body>.*$/g, '');

  it('the last paragraph of a record carries its section: a full page has no room for another', () => {
    const plain = bodyOf(many(paragraph('{n}'), [{ n: 1 }, { n: 2 }]));
    expect(plain).toBe(`<w:p><w:pPr>${section}</w:pPr>${run('1')}</w:p>${paragraph('2')}${section}`);
    const styled = bodyOf(many(`<w:p><w:pPr><w:keepNext/></w:pPr>${run('{#a}x{/a}')}</w:p>`, [{ a: 1 }, {}]));
    expect(styled).toBe(`<w:p><w:pPr><w:keepNext/>${section}</w:pPr>${run('x')}</w:p><w:p><w:pPr><w:keepNext/></w:pPr>${run('')}</w:p>${section}`);
  });

  it('where the last paragraph may be missing or has a section of its own, a line of one point carries it', () => {
    const separator = `<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>${section}</w:pPr></w:p>`;
    expect(bodyOf(many(paragraph('{#a}') + paragraph('{.}') + paragraph('{/a}'), [{ a: [1] }, { a: [2] }]))).toBe(`${paragraph('1')}${separator}${paragraph('2')}${section}`);
    expect(bodyOf(many(`${paragraph('x')}<w:p/>`, [{}, {}]))).toBe(`${paragraph('x')}<w:p/>${separator}${paragraph('x')}<w:p/>${section}`);
    expect(bodyOf(many(paragraph('a{#a}b') + paragraph('c{/a}d'), [{}, {}]))).toBe(`${paragraph('ad')}${separator}${paragraph('ad')}${section}`);
  });

  it('says the same as each record alone', () => {
    const body = paragraph('{n}') + table([['{#r}{.}', 'x{/r}']]) + paragraph('{#c}') + paragraph('yes') + paragraph('{/c}');
    const records = [{ n: '甲', r: [1, 2], c: true }, { n: '乙\n丙', r: [], c: false }, { r: [3] }];
    const template = compileTemplate(docxOf(body), formOptions);
    const alone = records.map((record) => paragraphTexts(template.render(record)));
    const separator = [''];
    expect(paragraphTexts(template.renderMany(records))).toEqual(alone.flatMap((texts, index) => (index === 0 ? texts : [...separator, ...texts])));
    const ending = compileTemplate(docxOf(body + paragraph('{n}')), formOptions);
    expect(paragraphTexts(ending.renderMany(records))).toEqual(records.flatMap((record) => paragraphTexts(ending.render(record))));
  });

  it('one record is the same file as render makes; none is refused', () => {
    const template = compileTemplate(docxOf(paragraph('{n}')), formOptions);
    expect(Buffer.from(template.renderMany([{ n: 1 }])).equals(template.render({ n: 1 }))).toBe(true);
    expect(() => template.renderMany([])).toThrow('没有要生成的记录');
  });

  it('pages count through when told so', () => {
    const section = `<w:sectPr>${page}<w:pgNumType w:fmt="decimal" w:start="5"/></w:sectPr>`;
    expect(sections(many(paragraph('{n}'), [{}, {}, {}], { section }, { pageNumbers: 'continuous' }))).toEqual(['start 5', 'start -', 'start -']);
    expect(sections(many(paragraph('{n}'), [{}, {}], { section }))).toEqual(['start 5', 'start 5']);
    expect(sections(many(paragraph('{n}'), [{}, {}], { section: `<w:sectPr>${page}<w:pgNumType w:fmt="decimal"/></w:sectPr>` }))).toEqual(['start 1', 'start 1']);
  });

  it('a form of several sections restarts in the first of each record, and never runs on on the page before', () => {
    const body = paragraph('{n}') + sectionEnd(`<w:type w:val="continuous"/>${page}`) + paragraph('b');
    expect(sections(many(body, [{}, {}]))).toEqual(['type continuous, start 1', '', 'start 1', '']);
  });

  it('ids are unique over all records', () => {
    const drawing = '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="3" name="p"/></wp:inline></w:drawing></w:r></w:p>';
    const marks = `<w:p w14:paraId="01020304"><w:bookmarkStart w:id="1" w:name="b"/>${run('{n}')}<w:bookmarkEnd w:id="1"/></w:p>`;
    const control = `<w:sdt><w:sdtPr><w:id w:val="9"/></w:sdtPr><w:sdtContent>${paragraph('x')}</w:sdtContent></w:sdt>`;
    const xml = textOf(many(drawing + marks + control, [{}, {}, {}]), 'word/document.xml');
    const all = (pattern: RegExp): readonly (string | undefined)[] => [...xml.matchAll(pattern)].map((match) => match[1]);
    expect([all(/docPr id="(\d+)"/g), all(/bookmarkStart w:id="(\d+)"/g), all(/w:name="(\w+)"/g), all(/<w:id w:val="(\d+)"/g), all(/paraId="(\w+)"/g)]).toEqual([
      ['3', '4', '5'], ['1', '2', '3'], ['b', 'b_2', 'b_3'], ['9', '10', '11'], ['01020304'],
    ]);
  });

  it('a template without a last section gets one', () => {
    expect(sections(many(paragraph('{n}'), [{}, {}], { section: '' }))).toEqual(['start 1', 'start 1']);
  });
});

describe('headers and footers with tags', () => {
  const parts: DocxParts = {
    header: `<w:p>${run('{n}')}</w:p>`,
    footer: paragraph('固定'),
    others: [{ name: 'word/_rels/header1.xml.rels', text: '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>' }],
  };

  it('are the record’s own; equal ones are written once; those without tags are shared', () => {
    const bytes = many(paragraph('{n}'), [{ n: '甲' }, { n: '乙' }, { n: '甲' }], parts);
    const archive = readZip(bytes);
    expect([paragraphTexts(bytes, 'word/header1.xml'), paragraphTexts(bytes, 'word/header1-2.xml'), archive.has('word/header1-3.xml'), archive.has('word/_rels/header1-2.xml.rels')]).toEqual([['甲'], ['乙'], false, true]);
    const references = sections(bytes).map((section) => section.split(', ').slice(0, 2));
    const [first, second, third] = references;
    expect([first, third, second?.[1], second?.[0] === first?.[0]]).toEqual([['rId-header', 'rId-footer'], ['rId-header', 'rId-footer'], 'rId-footer', false]);
    expect(textOf(bytes, 'word/_rels/document.xml.rels')).toContain(`Id="${second?.[0]}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="/word/header1-2.xml"`);
    expect(textOf(bytes, '[Content_Types].xml')).toContain('PartName="/word/header1-2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"');
  });
});
