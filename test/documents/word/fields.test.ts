import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { docxOf, paragraph, run } from '../../helpers/ooxml-docx.ts';
import { newLintFaults } from '../../helpers/ooxml-lint.ts';

const mark = (type: 'begin' | 'separate' | 'end'): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string): string => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const field = (text: string, shown: string): string => `${mark('begin')}${code(text)}${mark('separate')}${run(shown)}${mark('end')}`;
const inParagraph = (...runs: readonly string[]): string => `<w:p>${runs.join('')}</w:p>`;
const problems = (body: string): readonly string[] => compileTemplate(docxOf(body), formOptions).problems.map(({ code: kind, place, tag }) => `${kind} ${place} ${tag}`);

describe('loops and fields', () => {
  it.each([
    ['begins inside and ends outside', inParagraph(run('{#a}'), mark('begin'), code(' PAGE '), run('{/a}'), mark('separate'), run('1'), mark('end'))],
    ['begins outside and ends inside', inParagraph(mark('begin'), code(' PAGE '), mark('separate'), run('{#a}1'), mark('end'), run('{/a}'))],
    ['is cut into two halves of equal number', inParagraph(mark('begin'), code(' PAGE '), mark('separate'), run('{#a}1'), mark('end'), mark('begin'), code(' DATE '), run('{/a}'), mark('separate'), mark('end'))],
    ['runs over paragraphs, of which the loop holds the first', paragraph('{#a}') + inParagraph(mark('begin'), code(' TOC '), mark('separate'), run('x')) + paragraph('{/a}') + inParagraph(run('y'), mark('end'))],
  ])('a field that %s is a mistake', (_, body) => {
    expect(problems(body).map((problem) => problem.split(' ')[0])).toEqual(['loop-in-field']);
  });

  it('whole fields are repeated; a loop may stand inside the result of one', () => {
    const body = paragraph('{#a}') + inParagraph(run('{.} '), field(' PAGE ', '1')) + paragraph('{/a}') + inParagraph(mark('begin'), code(' REF x '), mark('separate'), run('{#a}{.}{/a}'), mark('end'));
    const template = docxOf(body);
    const bytes = compileTemplate(template, formOptions).render({ a: [1, 2] });
    expect([newLintFaults(template, bytes), memberText(readZip(bytes), 'word/document.xml')?.split('"begin"').length]).toEqual([[], 4]);
  });
});

describe('fields that fetch content from elsewhere', () => {
  it.each([
    ['a linked picture', inParagraph(field(' INCLUDEPICTURE "http://198.51.100.7/p.png" \\d ', 'x')), 'INCLUDEPICTURE "http://198.51.100.7/p.png" \\d'],
    ['text of another file', inParagraph(`<w:fldSimple w:instr=" includetext &quot;C:\\\\a.docx&quot; ">${run('x')}</w:fldSimple>`), 'includetext "C:\\\\a.docx"'],
    ['a command in two pieces', inParagraph(mark('begin'), code(' DDE'), code('AUTO c:\\\\x.exe '), mark('separate'), mark('end')), 'DDEAUTO c:\\\\x.exe'],
    ['a command that another field works out', inParagraph(mark('begin'), code(' '), field(' QUOTE 68 68 69 65 85 84 79 ', 'DDEAUTO'), code(' x '), mark('separate'), mark('end')), 'x'],
    ['a linked range', inParagraph(field(' LINK Excel.Sheet.8 "C:\\\\a.xls" ', 'x')), 'LINK Excel.Sheet.8 "C:\\\\a.xls"'],
  ])('%s is a problem', (_, body, tag) => {
    expect(problems(body)).toEqual([`bad-part 第1段 ${tag}`]);
    expect(() => compileTemplate(docxOf(body), formOptions).render({})).toThrow('会从文件之外取内容');
    expect(compileTemplate(docxOf(body)).problems).toEqual([]);
  });

  it('page numbers, links, dates and formulas are none, nor is a field within the text of another', () => {
    const formula = inParagraph(mark('begin'), code(' = '), field(' PAGE ', '1'), code(' + 1 '), mark('separate'), run('2'), mark('end'));
    const condition = inParagraph(mark('begin'), code(' IF '), field(' PAGE ', '1'), code(' = 1 "a" "b" '), mark('separate'), run('a'), mark('end'));
    expect(problems(inParagraph(field(' PAGE ', '1'), field(' HYPERLINK "http://198.51.100.7/" ', 'x'), field(' DATE \\@ "yyyy" ', '2024')) + formula + condition)).toEqual([]);
  });
});

it('a table of contents is marked as out of date when that is wanted', () => {
  const contents = inParagraph(mark('begin'), code(' TOC \\o "1-3" '), mark('separate'), run('第一章 1'), mark('end'), field(' PAGE ', '1')) + inParagraph(`<w:fldSimple w:instr=" TOC \\c &quot;图&quot; ">${run('x')}</w:fldSimple>`) + paragraph('{a}');
  const marked = (refreshContents: boolean): readonly (string | undefined)[] => {
    const bytes = compileTemplate(docxOf(contents), { ...formOptions, refreshContents }).render({ a: 1 });
    return [...(memberText(readZip(bytes), 'word/document.xml') ?? '').matchAll(/<w:fld(?:Char|Simple) w:dirty="true"[^>]*>/g)].map(([element]) => element);
  };
  expect([marked(false), marked(true)]).toEqual([[], ['<w:fldChar w:dirty="true" w:fldCharType="begin"/>', '<w:fldSimple w:dirty="true" w:instr=" TOC \\c &quot;图&quot; ">']]);
});

it('editing permissions in loops get ids of their own; half of one in a loop goes', () => {
  const permitted = (id: number, text: string): string => inParagraph(`<w:permStart w:id="${id}" w:edGrp="everyone"/>`, run(text), `<w:permEnd w:id="${id}"/>`);
  const half = paragraph('{#b}') + inParagraph('<w:permStart w:id="9" w:edGrp="everyone"/>', run('x')) + paragraph('{/b}') + inParagraph('<w:permEnd w:id="9"/>', run('y'));
  const bytes = compileTemplate(docxOf(paragraph('{#a}') + permitted(4, '{.}') + paragraph('{/a}') + half), formOptions).render({ a: [1, 2], b: [1, 2] });
  const xml = memberText(readZip(bytes), 'word/document.xml') ?? '';
  expect([...xml.matchAll(/<w:perm(\w+) w:id="(\d+)"/g)].map(([, kind, id]) => `${kind} ${id}`)).toEqual(['Start 4', 'End 4', 'Start 10', 'End 10']);
});
