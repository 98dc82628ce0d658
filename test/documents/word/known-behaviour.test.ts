import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions, type TemplateOptions } from '../../../electron/documents/template.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { docxOf, page, paragraph, run, sectionEnd, table } from '../../helpers/ooxml-docx.ts';
import { newLintFaults, paragraphTexts } from '../../helpers/ooxml-lint.ts';

/** Templates written for other engines keep printing what they printed there, unless `tidy` asks for better. */
function pageOf(body: string, data: unknown, options: TemplateOptions = {}): readonly string[] {
  const template = docxOf(body);
  const bytes = compileTemplate(template, options).render(data);
  expect(newLintFaults(template, bytes)).toEqual([]);
  return paragraphTexts(bytes);
}

const codesOf = (body: string, options: TemplateOptions): readonly string[] => compileTemplate(docxOf(body), options).problems.map((problem) => problem.code);
const pageBreak = '<w:r><w:br w:type="page"/></w:r>';
const withBreak = (tag: string): string => `<w:p>${run(tag)}${pageBreak}</w:p>`;

describe('page breaks in the paragraphs of loop tags', () => {
  it('in the opening one: every copy begins on a fresh page', () => {
    const body = withBreak('{#系统}') + paragraph('{名}') + paragraph('{/系统}');
    const data = { 系统: [{ 名: '门户' }, { 名: '数据库' }] };
    const pages = ['\f', '门户', '\f', '数据库'];
    expect([pageOf(body, data, { paragraphLoop: true }), pageOf(body, data, formOptions)]).toEqual([pages, pages]);
    expect([pageOf(body, { 系统: [] }, { paragraphLoop: true }), pageOf(body, { 系统: false }, formOptions)]).toEqual([[], []]);
  });

  it('in both: the closing one still follows the last copy', () => {
    expect(pageOf(withBreak('{#a}') + table([['{.}']]) + withBreak('{/a}'), { a: [1, 2] }, { paragraphLoop: true })).toEqual(['\f', '1', '\f', '2', '\f']);
  });

  it('the closing one is not lost where finished XML or another loop comes last', () => {
    const raw = paragraph('{#a}') + paragraph('{@x}') + withBreak('{/a}');
    expect(pageOf(raw, { a: [1, 2], x: paragraph('end') }, formOptions)).toEqual(['end', 'end\f']);
    expect(pageOf(raw, { a: [1], x: '' }, formOptions)).toEqual(['\f']);
    const nested = paragraph('{#a}') + paragraph('{#b}') + paragraph('{.}') + paragraph('{/b}') + withBreak('{/a}');
    expect(pageOf(nested, { a: [{ b: [1, 2] }, { b: [3] }] }, formOptions)).toEqual(['1', '2', '3\f']);
    expect(pageOf(nested, { a: [{ b: [1] }, { b: [] }] }, formOptions)).toEqual(['1', '\f']);
  });

  it('with loops inside that begin at once', () => {
    const body = withBreak('{#a}') + paragraph('{#b}') + paragraph('{.}') + paragraph('{/b}') + paragraph('{/a}');
    expect(pageOf(body, { a: [{ b: [1, 2] }, { b: [] }] }, formOptions)).toEqual(['\f', '1', '2', '\f']);
  });
});

describe('a tag that runs over the end of a paragraph', () => {
  const over = paragraph('系统 {系统') + '<w:p/>' + paragraph('名称', '') + paragraph('} 正常');

  it('makes one paragraph of them', () => {
    expect(pageOf(over, { 系统名称: '门户' })).toEqual(['系统 门户 正常']);
    expect(pageOf(paragraph('{#l') + paragraph('}{.}；{/l') + paragraph('}') + paragraph('{a}'), { l: [1, 2], a: 'x' })).toEqual(['1；2；', 'x']);
  });

  it('is a mistake for tidy templates, and where something between them would be lost', () => {
    expect(codesOf(paragraph('{a') + '<w:p/>' + paragraph('b}'), formOptions)).toEqual(['tag-over-paragraphs']);
    expect(codesOf(paragraph('{a') + table([['x']]) + paragraph('b}'), {})).toEqual(['unclosed-tag', 'unopened-tag']);
    expect(codesOf(paragraph('{a') + sectionEnd(page) + paragraph('b}'), {})).toEqual(['tag-over-paragraphs']);
  });

  it('finished XML needs its paragraph to itself', () => {
    expect([codesOf(paragraph('{@a') + paragraph('}'), {}), codesOf(paragraph(' {@a}'), {}), codesOf(paragraph(' {@a}'), formOptions)]).toEqual([['raw-not-alone'], ['raw-not-alone'], []]);
  });
});

describe('a loop that ends a section, repeated not even once', () => {
  const loop = paragraph('{#l}') + paragraph('{.}') + sectionEnd(page) + paragraph('{/l}');

  it('leaves no empty page', () => {
    expect([pageOf(loop + paragraph('end'), { l: [] }, formOptions), pageOf(loop + paragraph('end'), {}, { paragraphLoop: true })]).toEqual([['end'], ['end']]);
    const groups = paragraph('{#g}') + loop + paragraph('{/g}') + paragraph('end');
    expect(pageOf(groups, { g: [{ l: [1] }, { l: [] }, { l: [2] }] }, formOptions)).toEqual(['1', '', '2', '', 'end']);
  });

  it('still ends the section of what stands before it, in tidy templates', () => {
    expect(pageOf(paragraph('cover') + loop + paragraph('end'), {}, formOptions)).toEqual(['cover', '', 'end']);
  });
});

describe('what a loop repeats, told the way of easy-template-x', () => {
  it.each([
    ['row', table([['{#l [loopOver: “row”]}{.}{/l}', 'x']]), ['1', 'x', '2', 'x']],
    ['paragraph', paragraph('a {#l [loopOver: "paragraph"]}{.}{/l} b'), ['a 1 b', 'a 2 b']],
    ['paragraph over several', paragraph('{#l [loopOver: “paragraph”]}x') + paragraph('{.}') + paragraph('y{/l}'), ['x', '1', 'y', 'x', '2', 'y']],
    ['column', table([['{#l [loopOver: "column"]}{.}{/l}', 'x']]), ['1', '2', 'x']],
    ['content', table([['{#l [loopOver: “content”]}{.}{/l}', 'x']]), ['12', 'x']],
  ])('%s', (_over, body, expected) => {
    expect(pageOf(body, { l: [1, 2] })).toEqual(expected);
  });

  it('column, over several rows: the cells between the tags, in every row', () => {
    const body = table([['甲', '{#l [loopOver: “column”]}{月}', '合计'], ['乙', '{数}', '{和}'], ['丙', '{/l}', '']]);
    const data = { l: [{ 月: '1月', 数: 3 }, { 月: '2月', 数: 4 }], 和: 7 };
    expect(pageOf(body, data)).toEqual(['甲', '1月', '2月', '合计', '乙', '3', '4', '7', '丙', '', '', '']);
  });

  it('a cell whose only paragraph is repeated not even once keeps one', () => {
    expect(pageOf(table([['{#l [loopOver: “paragraph”]}{.}{/l}', 'x']]), { l: [] })).toEqual(['', 'x']);
  });
});

it('braces around nothing are a value that is missing, a mistake in tidy templates', () => {
  expect([pageOf(paragraph('a{}{ }b'), {}, { missingText: '' }), pageOf(paragraph('{}'), {}), codesOf(paragraph('{}'), formOptions)]).toEqual([['ab'], ['undefined'], ['empty-tag']]);
});

describe('what docxtemplater writes and tidy templates do without', () => {
  const bodyOf = (body: string, data: unknown, options: TemplateOptions): string => {
    const xml = memberText(readZip(compileTemplate(docxOf(body), options).render(data)), 'word/document.xml') ?? '';
    return xml.slice(xml.indexOf('<w:body>') + 8, xml.lastIndexOf('<w:sectPr>'));
  };
  const bold = (text: string): string => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

  it('an empty paragraph behind a table that something else than a paragraph follows', () => {
    const control = (content: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const body = table([['1']]) + control(paragraph('{a}') + table([['2']])) + paragraph('3') + table([['4']]) + '<w:bookmarkEnd w:id="9"/>' + table([['5']]);
    expect(pageOf(body, { a: 'x' })).toEqual(['1', '', 'x', '2', '', '3', '4', '5']);
    expect(pageOf(body, { a: 'x' }, formOptions)).toEqual(['1', 'x', '2', '3', '4', '5']);
  });

  it('of an opening tag in two runs, the second run is repeated, so that text behind it keeps its format in every copy', () => {
    const body = `<w:p>${bold('{#l')}${bold('}x')}${run('y{/l}')}</w:p>`;
    expect(bodyOf(body, { l: [1, 2] }, {}).split('<w:rPr><w:b/></w:rPr>').length - 1).toBe(3);
    expect(bodyOf(body, { l: [1, 2] }, formOptions).split('<w:rPr><w:b/></w:rPr>').length - 1).toBe(2);
  });
});

describe('loops over the same row whose tags are not nested', () => {
  it('are a mistake, or repeated one inside the other where the syntax says so', () => {
    const crossed = table([['{#a}x', 'y{/a}{#b}z', 'w{/b}']]);
    expect(codesOf(crossed, {})).toEqual(['loops-crossed']);
    expect(pageOf(crossed, { a: [1, 2], b: [1, 2] }, { syntax: { allowUnbalancedLoops: true } })).toEqual(Array.from({ length: 4 }, () => ['x', 'yz', 'w']).flat());
    expect(codesOf(table([['{#a}x', '{/a}{#b}z'], ['y', '{/b}']]), { syntax: { allowUnbalancedLoops: true } })).toEqual(['loops-crossed']);
  });
});
