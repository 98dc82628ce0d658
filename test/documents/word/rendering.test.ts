import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions, type TemplateOptions } from '../../../electron/documents/template.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { docxOf, paragraph, run, table } from '../../helpers/ooxml-docx.ts';
import { newLintFaults, paragraphTexts } from '../../helpers/ooxml-lint.ts';

/** Texts of the paragraphs of the rendered body; the lint must have no complaint. */
function rendered(body: string, data: unknown, options: TemplateOptions = formOptions): readonly string[] {
  const template = docxOf(body);
  const bytes = compileTemplate(template, options).render(data);
  expect(newLintFaults(template, bytes)).toEqual([]);
  return paragraphTexts(bytes);
}
const xmlOf = (bytes: Uint8Array): string => memberText(readZip(bytes), 'word/document.xml') ?? '';

describe('values', () => {
  it('fills in names in Chinese and English, dotted or not', () => {
    expect(rendered(paragraph('甲方：{甲方.名称}，{date}'), { 甲方: { 名称: '某中心' }, date: '2024年8月5日' })).toEqual(['甲方：某中心，2024年8月5日']);
  });

  it('writes numbers, truth and lists, and nothing for what is missing or null', () => {
    expect(rendered(paragraph('{a}|{b}|{c}|{d}|{e}|{f.g}'), { a: 0, b: true, c: ['甲', '乙'], d: null })).toEqual(['0|true|甲、乙|||']);
  });

  it('says undefined for a missing value unless told otherwise, as templates of that language expect', () => {
    expect([rendered(paragraph('{a}'), {}, {}), rendered(paragraph('{a}'), {}, { missingText: '/' })]).toEqual([['undefined'], ['/']]);
  });

  it('reports what was missing, with its place', () => {
    const template = compileTemplate(docxOf(table([['{a}', '{b}']]) + paragraph('{c}')), formOptions);
    expect(template.renderReported({ a: 1, c: null }).missing).toEqual([{ part: '正文', place: '表格1第1行第2格', tag: '{b}' }]);
  });

  it('keeps markup characters as text, also in names', () => {
    expect(rendered(paragraph('{a<b}'), { 'a<b': '1 < 2 & "x" > \'y\'' })).toEqual(['1 < 2 & "x" > \'y\'']);
  });

  it('drops characters that XML forbids and mends half surrogate pairs', () => {
    expect(rendered(paragraph('{a}'), { a: 'x\u0000\u0001\u000b\ufffey\ud83dz😀' })).toEqual(['xy\ufffdz😀']);
  });

  it('turns line ends into breaks and tabs into tabs', () => {
    expect(rendered(paragraph('{a}'), { a: '一\r\n二\r三\n\t四' })).toEqual(['一\n二\n三\n\t四']);
  });

  it('keeps the format of the run at a line break', () => {
    const bold = '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{a}</w:t></w:r></w:p>';
    const tidy = xmlOf(compileTemplate(docxOf(bold), formOptions).render({ a: '一\n二' }));
    const known = xmlOf(compileTemplate(docxOf(bold), { linebreaks: true }).render({ a: '一\n二' }));
    expect(tidy).toContain('<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">一</w:t><w:br/><w:t xml:space="preserve">二</w:t></w:r>');
    expect(known).toContain('<w:t xml:space="preserve">一</w:t></w:r><w:r><w:br/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">二</w:t></w:r>');
  });

  it('keeps blanks at both ends', () => {
    expect(xmlOf(compileTemplate(docxOf('<w:p><w:r><w:t>{a}</w:t></w:r></w:p>')).render({ a: ' x ' }))).toContain('<w:t xml:space="preserve"> x </w:t>');
  });

  it('takes the format of the run in which the tag begins', () => {
    const split = '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a{na</w:t></w:r><w:r><w:t>me}z</w:t></w:r></w:p>';
    expect(xmlOf(compileTemplate(docxOf(split)).render({ name: 'X' }))).toContain('<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">aX</w:t></w:r><w:r><w:t xml:space="preserve">z</w:t>');
  });

  it('leaves deleted text and field codes alone and fills inserted text', () => {
    const body = '<w:p><w:ins w:id="1" w:author="x" w:date="2024-01-01T00:00:00Z"><w:r><w:t>{a}</w:t></w:r></w:ins><w:del w:id="2" w:author="x" w:date="2024-01-01T00:00:00Z"><w:r><w:delText>{b}</w:delText></w:r></w:del></w:p>';
    const xml = xmlOf(compileTemplate(docxOf(body), formOptions).render({ a: '1', b: '2' }));
    expect([xml.includes('>1</w:t>'), xml.includes('{b}</w:delText>')]).toEqual([true, true]);
  });

  it('fills text boxes in both of their versions', () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="v">${box('{a}')}</mc:Choice><mc:Fallback>${box('{a}')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(paragraphTexts(compileTemplate(docxOf(body), formOptions).render({ a: '1' }))).toEqual(['', '1', '1']);
  });

  it('puts finished XML in place of its paragraph, if it is whole', () => {
    expect(rendered(paragraph('{@x}') + paragraph('后'), { x: paragraph('甲') + paragraph('乙') })).toEqual(['甲', '乙', '后']);
    const template = compileTemplate(docxOf(paragraph('{@x}')), formOptions);
    expect(() => template.render({ x: '<w:p>' })).toThrow('不是完整的 XML');
    expect(() => template.render({ x: { a: 1 } })).toThrow('需要一段 XML');
  });
});

describe('loops and conditions', () => {
  it('repeats text within a paragraph', () => {
    expect(rendered(paragraph('{#a}{.}；{/a}{^a}无{/a}'), { a: ['甲', '乙'] })).toEqual(['甲；乙；']);
    expect(rendered(paragraph('{#a}{.}；{/a}{^a}无{/a}'), { a: [] })).toEqual(['无']);
  });

  it('repeats paragraphs without leaving empty ones', () => {
    const body = paragraph('{#a}') + paragraph('{n}') + paragraph('{/a}') + paragraph('end');
    expect([rendered(body, { a: [{ n: 1 }, { n: 2 }] }), rendered(body, { a: [] })]).toEqual([['1', '2', 'end'], ['end']]);
  });

  it('ignores blanks beside a tag when tidy', () => {
    const body = paragraph('{#a} ') + paragraph('{n}') + paragraph('　{/a}');
    expect([rendered(body, { a: [{ n: 1 }] }), rendered(body, { a: [{ n: 1 }] }, { paragraphLoop: true })]).toEqual([['1'], [' ', '1', '　']]);
  });

  it('repeats rows', () => {
    expect(rendered(table([['序号', '名称'], ['{#a}{$序号}', '{n}{/a}']]), { a: [{ n: '甲' }, { n: '乙' }] })).toEqual(['序号', '名称', '1', '甲', '2', '乙']);
  });

  it('repeats several rows at once', () => {
    expect(rendered(table([['{#a}{n}', 'x'], ['y', '{m}{/a}']]), { a: [{ n: 1, m: 2 }, { n: 3, m: 4 }] })).toEqual(['1', 'x', 'y', '2', '3', 'x', 'y', '4']);
  });

  it('nests: rows in tables in paragraph loops, text in rows', () => {
    const body = paragraph('{#g}') + paragraph('{t}') + table([['{#r}{n}', '{#s}{.}{^$last}、{/}{/s}{/r}']]) + paragraph('{/g}');
    const data = { g: [{ t: 'A', r: [{ n: 1, s: ['x', 'y'] }, { n: 2, s: [] }] }, { t: 'B', r: [{ n: 3, s: ['z'] }] }] };
    expect(rendered(body, data)).toEqual(['A', '1', 'x、y', '2', '', 'B', '3', 'z']);
  });

  it('two loops over the same rows nest by their tags', () => {
    expect(rendered(table([['{#a}{#b}{x}', '{y}{/b}{/a}']]), { a: [{ x: 1, b: [{ y: 2 }, { y: 3 }] }, { x: 4, b: [{ y: 5 }] }] })).toEqual(['1', '2', '1', '3', '4', '5']);
  });

  it('keeps a condition in the scope around it', () => {
    expect(rendered(paragraph('{#a}{#yes}{n}{$序号}{/yes}{/a}'), { a: [{ yes: true, n: 'x' }, { yes: false }, { yes: true, n: 'y' }] })).toEqual(['x1y3']);
  });

  it('repeats list items with their numbering', () => {
    const item = (text: string): string => `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`;
    const numbering = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const bytes = compileTemplate(docxOf(paragraph('{#a}') + item('{.}') + paragraph('{/a}'), { numbering }), formOptions).render({ a: ['x', 'y'] });
    expect([paragraphTexts(bytes), xmlOf(bytes).match(/<w:numPr>/g)?.length]).toEqual([['x', 'y'], 2]);
  });

  it('repeats what is named with a dash', () => {
    expect(rendered(table([['{-w:tr a}{n}{/a}', 'x']]), { a: [{ n: 1 }, { n: 2 }] })).toEqual(['1', 'x', '2', 'x']);
    expect(rendered(paragraph('{-w:p a}第{.}段{/a}'), { a: [1, 2] })).toEqual(['第1段', '第2段']);
  });

  it('repeats from the text of one paragraph to that of another', () => {
    expect(rendered(paragraph('A{#a}B') + paragraph('C{/a}D'), { a: [1, 2] })).toEqual(['AB', 'CB', 'CD']);
    expect(rendered(paragraph('A{#a}B') + paragraph('C{/a}D'), { a: [] })).toEqual(['AD']);
  });

  it('reaches into a content control at the end of a loop', () => {
    const control = `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph('{#a}')}</w:sdtContent></w:sdt>`;
    expect(rendered(control + paragraph('{.}') + paragraph('{/a}'), { a: [1, 2] })).toEqual(['1', '2']);
  });
});

describe('delimiters', () => {
  it('may be set, and changed within the document', () => {
    expect(rendered(paragraph('<<a>> {a}'), { a: 1 }, { delimiters: { start: '<<', end: '>>' } })).toEqual(['1 {a}']);
    expect(rendered(paragraph('{=[[ ]]=}') + paragraph('[[a]]{a}'), { a: 1 })).toEqual(['', '1{a}']);
  });

  it('a tag may run over lines and paragraphs when told so; its line ends belong to the name', () => {
    const options = { syntax: { preserveNewlinesInTags: true } };
    expect(rendered(paragraph('x{a') + paragraph('b}y') + paragraph('z'), { 'a\nb': 1 }, options)).toEqual(['x1y', 'z']);
    expect(rendered('<w:p><w:r><w:t>{a</w:t><w:br/><w:t>b}</w:t></w:r></w:p>', { 'a\nb': 1 }, options)).toEqual(['1']);
    expect(rendered('<w:p><w:r><w:t>{a</w:t><w:br/><w:t>b}</w:t></w:r></w:p>', { ab: 1 })).toEqual(['1']);
  });
});
