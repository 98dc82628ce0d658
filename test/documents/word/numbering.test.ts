import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { docxOf, paragraph, run, table } from '../../helpers/ooxml-docx.ts';
import { newLintFaults } from '../../helpers/ooxml-lint.ts';
import { newOfficeErrors } from '../../helpers/ooxml-validate.ts';
import { numberedTexts } from '../../helpers/word-lists.ts';

const level = (index: number, start = 1, style = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="decimal"/>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}<w:lvlText w:val="%${index + 1}."/></w:lvl>`;
const abstract = (id: number, levels: string): string => `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels}</w:abstractNum>`;
const list = (id: number, abstractId: number, more = ''): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`;
const numbering = abstract(0, level(0) + level(1)) + abstract(1, level(0, 5)) + abstract(2, level(0, 1, 'Heading1') + level(1, 1, 'Heading2')) + list(1, 0) + list(2, 1) + list(3, 2) + list(7, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>') + '<w:numIdMacAtCleanup w:val="9"/>';
const style = (id: string, properties: string, basedOn = ''): string => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`}<w:pPr>${properties}</w:pPr></w:style>`;
const styles =
  style('Heading1', '<w:numPr><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/>') + style('Heading2', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="1"/>') +
  style('Item', '<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="420" w:hanging="210"/>') + style('SubItem', '<w:spacing w:after="0"/>', 'Item');

const item = (text: string, numId = 1, ilvl = 0): string => `<w:p><w:pPr><w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr></w:pPr>${run(text)}</w:p>`;
const styled = (name: string, text: string, more = ''): string => `<w:p><w:pPr><w:pStyle w:val="${name}"/>${more}</w:pPr>${run(text)}</w:p>`;
const loop = (name: string, ...blocks: readonly string[]): string => paragraph(`{#${name}}`) + blocks.join('') + paragraph(`{/${name.replace(/\|.*/, '')}}`);

function rendered(body: string, data: unknown): Uint8Array {
  const template = docxOf(body, { numbering, styles });
  const bytes = compileTemplate(template, formOptions).render(data);
  expect(newLintFaults(template, bytes)).toEqual([]);
  return bytes;
}
const numbered = (body: string, data: unknown): readonly string[] => numberedTexts(rendered(body, data));
const groups = { g: [{ n: 'A', r: ['x', 'y'] }, { n: 'B', r: ['u'] }, { n: 'C', r: ['v', 'w'] }] };

describe('lists in loops', () => {
  it('an item that is what the loop repeats counts on', () => {
    expect(numbered(loop('g', item('{n}')), groups)).toEqual(['1 A', '2 B', '3 C']);
    expect(numbered(loop('g', item('{n}'), paragraph('text')), groups)).toEqual(['1 A', 'text', '2 B', 'text', '3 C', 'text']);
  });

  it('a list within each copy of another loop begins anew', () => {
    expect(numbered(loop('g', paragraph('{n}'), loop('r', item('{.}'))), groups)).toEqual(['A', '1 x', '2 y', 'B', '1 u', 'C', '1 v', '2 w']);
    expect(numbered(loop('g', loop('r', item('{.}'))), groups)).toEqual(['1 x', '2 y', '1 u', '1 v', '2 w']);
    expect(numbered(loop('g', paragraph('{n}'), table([[item('{#r}{.}'), '{/r}']])), groups)).toEqual(['A', '1 x', '', '2 y', '', 'B', '1 u', '', 'C', '1 v', '', '2 w', '']);
  });

  it('several items in the body begin anew with every copy, also when one of them is a loop', () => {
    expect(numbered(loop('g', item('{n}'), item('b')), groups)).toEqual(['1 A', '2 b', '1 B', '2 b', '1 C', '2 b']);
    expect(numbered(loop('g', item('first'), loop('r', item('{.}')), item('last')), groups)).toEqual(['1 first', '2 x', '3 y', '4 last', '1 first', '2 u', '3 last', '1 first', '2 v', '3 w', '4 last']);
  });

  it('deeper levels follow their item', () => {
    expect(numbered(loop('g', item('{n}'), loop('r', item('{.}', 1, 1))), groups)).toEqual(['1 A', '1.1 x', '1.2 y', '2 B', '2.1 u', '3 C', '3.1 v', '3.2 w']);
    const nested = { o: [{ o: 1, ...groups }, { o: 2, ...groups }] };
    expect(numbered(loop('o', paragraph('{o}'), loop('g', item('{n}'), item('z', 1, 1))), nested)).toEqual(['1', '1 A', '1.1 z', '2 B', '2.1 z', '3 C', '3.1 z', '2', '1 A', '1.1 z', '2 B', '2.1 z', '3 C', '3.1 z']);
  });

  it('conditions do not matter: what they let through is the item of the loop', () => {
    const data = { g: [{ n: 'A', yes: true }, { n: 'B', yes: false }, { n: 'C', yes: true }] };
    expect(numbered(loop('g', loop('yes', item('{n}'))), data)).toEqual(['1 A', '2 C']);
    expect(numbered(loop('g', loop('yes', item('{n}')), paragraph('{^yes}'), item('no {n}'), paragraph('{/yes}')), data)).toEqual(['1 A', '2 no B', '3 C']);
    expect(numbered(loop('g', paragraph('{n}'), loop('r', item('{.}')), paragraph('{^r}'), item('none'), paragraph('{/r}')), { g: [{ n: 'A', r: [1, 2] }, { n: 'B', r: [] }] })).toEqual(['A', '1 1', '2 2', 'B', '1 none']);
  });

  it('a list with items outside of the loop is one list', () => {
    expect(numbered(item('before') + loop('g', paragraph('{n}'), loop('r', item('{.}'))) + item('behind'), groups)).toEqual(['1 before', 'A', '2 x', '3 y', 'B', '4 u', 'C', '5 v', '6 w', '7 behind']);
  });

  it('a loop that says so counts on', () => {
    expect(numbered(loop('g|连续编号', paragraph('{n}'), loop('r', item('{.}'))), groups)).toEqual(['A', '1 x', '2 y', 'B', '3 u', 'C', '4 v', '5 w']);
    expect(numbered(loop('g ｜连续编号', item('{n}'), item('b')), groups)).toEqual(['1 A', '2 b', '3 B', '4 b', '5 C', '6 b']);
  });

  it('headings count on', () => {
    expect(numbered(loop('g', styled('Heading1', '{n}'), styled('Heading2', 'a'), styled('Heading2', 'b')), { g: groups.g.slice(0, 2) })).toEqual(['1 A', '1.1 a', '1.2 b', '2 B', '2.1 a', '2.2 b']);
    expect(numbered(loop('g', styled('Heading1', '{n}'), styled('Heading1', 'z')), { g: groups.g.slice(0, 2) })).toEqual(['1 A', '2 z', '3 B', '4 z']);
  });

  it('begin where they began: with a start of their own, and where the list states another', () => {
    expect(numbered(loop('g', loop('r', item('{.}', 2))), groups)).toEqual(['5 x', '6 y', '5 u', '5 v', '6 w']);
    expect(numbered(loop('g', loop('r', item('{.}', 7))), groups)).toEqual(['3 x', '4 y', '3 u', '3 v', '4 w']);
  });

  it('numbers that come from a style, directly or by what it is based on, keep the indent of the style', () => {
    const bytes = rendered(loop('g', loop('r', styled('SubItem', '{.}', '<w:ind w:right="9"/>'))), { g: groups.g.slice(0, 2) });
    expect(numberedTexts(bytes)).toEqual(['x', 'y', '1 u']);
    expect(memberText(readZip(bytes), 'word/document.xml')).toContain('<w:p><w:pPr><w:pStyle w:val="SubItem"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="8"/></w:numPr><w:ind w:left="420" w:hanging="210" w:right="9"/></w:pPr>');
    expect(numbered(loop('g', loop('r', styled('Item', '{.}'))), groups)).toEqual(['1 x', '2 y', '1 u', '1 v', '2 w']);
  });

  it('bullets have nothing to count: no list is made for them', () => {
    const bullets = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>' + list(1, 0);
    const template = docxOf(loop('g', paragraph('{n}'), loop('r', item('{.}'))), { numbering: bullets });
    const bytes = compileTemplate(template, formOptions).renderMany([groups, groups]);
    expect(memberText(readZip(bytes), 'word/numbering1.xml')).toBe(memberText(readZip(template), 'word/numbering1.xml'));
  });

  it('Word shows no numbers in lists beyond two thousand: from there on they count on, and the report says so', () => {
    const template = compileTemplate(docxOf(loop('g', paragraph('{n}'), loop('r', item('{.}'))), { numbering, styles }), formOptions);
    const { bytes, problems } = template.renderReported({ g: Array.from({ length: 2100 }, () => ({ n: 'A', r: ['x', 'y'] })) });
    const made = memberText(readZip(bytes), 'word/numbering1.xml')?.split('<w:num ').length ?? 0;
    expect([made - 1, problems.map(({ message }) => message)]).toEqual([2000, ['自动编号的清单太多，超过 Word 能显示的数目，后面的清单接着前一份编号。请分成几个文件生成。']]);
    expect(numberedTexts(bytes).slice(-3)).toEqual(['A', '207 x', '208 y']);
  });

  it('leave the numbering part as it was where nothing begins anew', () => {
    const template = docxOf(loop('g', paragraph('{n}'), loop('r', item('{.}'))), { numbering, styles });
    const part = (bytes: Uint8Array): string => memberText(readZip(bytes), 'word/numbering1.xml') ?? '';
    const compiled = compileTemplate(template, formOptions);
    expect(part(compiled.render({ g: groups.g.slice(0, 1) }))).toBe(part(template));
    expect(part(compiled.render(groups))).toBe(part(template).replace('<w:numIdMacAtCleanup', `${[8, 9].map((id) => list(id, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'.concat(...[1, 2, 3, 4, 5, 6, 7, 8].map((index) => `<w:lvlOverride w:ilvl="${index}"><w:startOverride w:val="1"/></w:lvlOverride>`)))).join('')}<w:numIdMacAtCleanup`));
    expect(Buffer.from(compiled.render(groups)).equals(compiled.render(groups))).toBe(true);
  });
});

describe('lists in a document of many records', () => {
  it('begin anew with every record, headings too', () => {
    const template = docxOf(styled('Heading1', '{t}') + item('a') + loop('r', item('{.}')), { numbering, styles });
    const bytes = compileTemplate(template, formOptions).renderMany([{ t: 'T', r: ['x'] }, { t: 'U', r: ['y', 'z'] }]);
    expect(newLintFaults(template, bytes)).toEqual([]);
    expect(numberedTexts(bytes)).toEqual(['1 T', '1 a', '2 x', '', '1 U', '1 a', '2 y', '3 z']);
  });
});

it('the validator finds nothing in renewed lists', async () => {
  const template = docxOf(styled('Heading1', 'T') + loop('g', paragraph('{n}'), loop('r', item('{.}'), styled('Item', 'i'))), { numbering, styles });
  const compiled = compileTemplate(template, formOptions);
  const outputs = [compiled.render(groups), compiled.renderMany([groups, groups])];
  expect((await Promise.all(outputs.map((output) => newOfficeErrors(template, output, 'docx')))).flat()).toEqual([]);
});
