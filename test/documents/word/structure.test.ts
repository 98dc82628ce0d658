import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { docxOf, page, paragraph, run, sectionEnd, table, type DocxParts } from '../../helpers/ooxml-docx.ts';
import { newLintFaults } from '../../helpers/ooxml-lint.ts';

/** The rendered body between `<w:body>` and its last section, checked by the lint. */
function bodyOf(body: string, data: unknown, parts: DocxParts = {}, part = 'word/document.xml', options = formOptions): string {
  const template = docxOf(body, parts);
  const bytes = compileTemplate(template, options).render(data);
  expect(newLintFaults(template, bytes)).toEqual([]);
  const xml = memberText(readZip(bytes), part) ?? '';
  return part === 'word/document.xml' ? xml.slice(xml.indexOf('<w:body>') + 8, xml.lastIndexOf('<w:sectPr>')) : xml;
}
const count = (text: string, piece: string): number => text.split(piece).length - 1;
const all = (text: string, pattern: RegExp): readonly (string | undefined)[] => [...text.matchAll(pattern)].map((match) => match[1]);

describe('containers that a loop empties', () => {
  it('a cell gets a paragraph', () => {
    expect(bodyOf(table([[paragraph('{#a}') + paragraph('x') + paragraph('{/a}'), 'y']]), {})).toContain('</w:tcPr><w:p/></w:tc>');
  });

  it('a cell that would end in a table gets a paragraph', () => {
    const cell = paragraph('{#a}') + table([['{.}']]) + paragraph('{/a}');
    expect(bodyOf(table([[cell]]), { a: [1] })).toContain('</w:tbl><w:p/></w:tc>');
  });

  it('a table without rows disappears, a row without cells does, their neighbours stay', () => {
    expect(bodyOf(paragraph('x') + table([['{#a}{.}', '{/a}']]) + paragraph('y'), {})).toBe(paragraph('x') + paragraph('y'));
    expect(bodyOf(table([['{-w:tc a}{.}{/a}'], ['y']]), {})).toBe(table([['y']]));
    expect(bodyOf(paragraph('x') + table([['{-w:tc a}{.}{/a}']]), {})).toBe(paragraph('x'));
  });

  it('a content control keeps a paragraph, one around rows goes with them', () => {
    const control = (content: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    expect(bodyOf(control(paragraph('{#a}') + paragraph('x') + paragraph('{/a}')), {})).toBe(control('<w:p/>'));
    const rows = table([['head']]).replace('</w:tbl>', `${control('<w:tr><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>' + paragraph('{#a}{.}') + '</w:tc><w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>' + paragraph('{/a}') + '</w:tc></w:tr>')}</w:tbl>`);
    expect(bodyOf(rows, {})).toBe(table([['head']]));
    expect(count(bodyOf(rows, { a: [1, 2] }), '<w:tr>')).toBe(3);
  });

  it('a header keeps a paragraph', () => {
    const header = paragraph('{#a}') + paragraph('x') + paragraph('{/a}');
    expect(bodyOf(paragraph('x'), {}, { header }, 'word/header1.xml')).toMatch(/<w:hdr [^>]*><w:p\/><\/w:hdr>$/);
  });

  it('tables that would meet stay two', () => {
    const between = paragraph('{#a}') + paragraph('x') + paragraph('{/a}');
    expect(bodyOf(table([['1']]) + between + table([['2']]), {})).toBe(`${table([['1']])}<w:p/>${table([['2']])}`);
    expect(bodyOf(paragraph('{#a}') + table([['{.}']]) + paragraph('{/a}'), { a: [1, 2] })).toContain('</w:tbl><w:p/><w:tbl>');
  });
});

it('a loop from a content control to the paragraph of a section end stays sound when it is empty', () => {
  const open = `<w:p><w:sdt><w:sdtPr/><w:sdtContent>${run('{#a}')}</w:sdtContent></w:sdt></w:p>`;
  const close = `<w:p><w:pPr><w:sectPr>${page}</w:sectPr></w:pPr>${run('{/a}')}</w:p>`;
  expect(bodyOf(`${open}${paragraph('x')}${close}`, {}, {}, 'word/document.xml', {})).toBe(`${open.replace('{#a}', '')}${close.replace('{/a}', '')}`);
});

describe('what must be unique', () => {
  it('ids of drawings count on from the highest, first copies keep theirs', () => {
    const drawing = (id: number): string => `<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="${id}" name="p"/></wp:inline></w:drawing></w:r>`;
    const body = `<w:p>${drawing(7)}</w:p>${paragraph('{#a}')}<w:p>${drawing(3)}</w:p>${paragraph('{/a}')}`;
    expect(all(bodyOf(body, { a: [1, 2, 3] }), /docPr id="(\d+)"/g)).toEqual(['7', '3', '8', '9']);
  });

  it('tracked changes get ids of their own', () => {
    const body = `${paragraph('{#a}')}<w:p><w:pPr><w:rPr><w:ins w:id="8" w:author="周远舟"/></w:rPr></w:pPr><w:ins w:id="3" w:author="周远舟">${run('{.}')}</w:ins></w:p>${paragraph('{/a}')}`;
    expect(all(bodyOf(body, { a: [1, 2, 3] }), /w:ins w:id="(\d+)"/g)).toEqual(['8', '3', '9', '10', '11', '12']);
  });

  it('bookmarks get fresh ids and names, their ends follow', () => {
    const body = `${paragraph('{#a}')}<w:p><w:bookmarkStart w:id="4" w:name="_Toc1"/>${run('{.}')}<w:bookmarkEnd w:id="4"/></w:p>${paragraph('{/a}')}`;
    const xml = bodyOf(body, { a: [1, 2, 3] });
    expect([all(xml, /bookmarkStart w:id="(\d+)"/g), all(xml, /bookmarkEnd w:id="(\d+)"/g), all(xml, /w:name="(\w+)"/g)]).toEqual([['4', '5', '6'], ['4', '5', '6'], ['_Toc1', '_Toc1_5', '_Toc1_6']]);
  });

  it('a bookmark name stays within 40 characters, whatever the order of its attributes', () => {
    const long = 'n'.repeat(40);
    const body = `${paragraph('{#a}')}<w:p><w:bookmarkStart w:name="${long}" w:id="4" w:colFirst="0"/>${run('{.}')}<w:bookmarkEnd w:id="4"/></w:p>${paragraph('{/a}')}`;
    const xml = bodyOf(body, { a: [1, 2] });
    expect([all(xml, /w:name="(\w+)"/g), count(xml, ' w:colFirst="0"/>')]).toEqual([[long, `${'n'.repeat(38)}_5`], 2]);
  });

  it('a bookmark half in a loop goes, one around the loop stays', () => {
    const half = `<w:p><w:bookmarkStart w:id="1" w:name="half"/>${run('x')}</w:p>${paragraph('{#a}')}<w:p>${run('{.}')}<w:bookmarkEnd w:id="1"/></w:p>${paragraph('{/a}')}`;
    expect(count(bodyOf(half, { a: [1, 2] }), 'bookmark')).toBe(0);
    const around = `<w:p><w:bookmarkStart w:id="1" w:name="all"/>${run('x')}</w:p>${paragraph('{#a}')}${paragraph('{.}')}${paragraph('{/a}')}<w:p><w:bookmarkEnd w:id="1"/></w:p>`;
    expect(count(bodyOf(around, { a: [1, 2] }), 'bookmark')).toBe(2);
  });

  it('content controls, paragraph ids and VML shapes', () => {
    const control = `<w:sdt><w:sdtPr><w:id w:val="77"/></w:sdtPr><w:sdtContent><w:p w14:paraId="0A0B0C0D" w14:textId="77777777">${run('{.}')}</w:p></w:sdtContent></w:sdt>`;
    const shape = '<w:p><w:r><w:pict><v:shape id="_x0000_s1026" style="width:1pt;height:1pt"/></w:pict></w:r></w:p>';
    const xml = bodyOf(paragraph('{#a}') + control + shape + paragraph('{/a}'), { a: [1, 2] });
    expect([all(xml, /<w:id w:val="(\d+)"/g), all(xml, /paraId="(\w+)"/g), all(xml, /v:shape id="(\w+)"/g)]).toEqual([['77', '78'], ['0A0B0C0D'], ['_x0000_s1026', '_x0000_s1027']]);
  });

  it('shapes with a name for an id, and the objects in them', () => {
    const shape = '<w:p><w:r><w:object><v:shape id="文本框 2" o:spid="_x0000_s1030" style="width:1pt;height:1pt"/><o:OLEObject Type="Embed" ShapeID="文本框 2"/></w:object></w:r></w:p>'.replace('<v:shape ', '<v:shape xmlns:o="urn:schemas-microsoft-com:office:office" ').replace('<o:OLEObject ', '<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ');
    const xml = bodyOf(paragraph('{#a}') + shape + paragraph('{/a}'), { a: [1, 2] });
    expect([all(xml, / id="([^"]+)"/g), all(xml, /spid="([^"]+)"/g), all(xml, /ShapeID="([^"]+)"/g)]).toEqual([['文本框 2', '_x0000_s1031'], ['_x0000_s1030', '_x0000_s1032'], ['文本框 2', '_x0000_s1031']]);
  });

  it('a comment stays with the first copy', () => {
    const body = `${paragraph('{#a}')}<w:p><w:commentRangeStart w:id="0"/>${run('{.}')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>${paragraph('{/a}')}`;
    const xml = bodyOf(body, { a: [1, 2] });
    expect([count(xml, 'commentRangeStart'), count(xml, 'commentRangeEnd'), count(xml, 'commentReference')]).toEqual([1, 1, 1]);
  });
});

describe('content controls with tags', () => {
  it('are unbound and no prompt any more', () => {
    const properties = '<w:sdtPr><w:id w:val="1"/><w:dataBinding w:xpath="/x" w:storeItemID="{A}"/><w:showingPlcHdr/><w:text/></w:sdtPr>';
    const content = '<w:sdtContent><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/><w:b/></w:rPr><w:t xml:space="preserve">{a}</w:t></w:r></w:sdtContent>';
    expect(bodyOf(`<w:p><w:sdt>${properties}${content}</w:sdt></w:p>`, { a: 'x' })).toBe(
      '<w:p><w:sdt><w:sdtPr><w:id w:val="1"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">x</w:t></w:r></w:sdtContent></w:sdt></w:p>',
    );
  });
});

describe('pages and sections in loops', () => {
  const pageBreak = '<w:r><w:br w:type="page"/></w:r>';

  it('a page break in the closing paragraph follows the last copy', () => {
    const body = `${paragraph('{#a}')}${paragraph('{.}')}<w:p>${run('{/a}')}${pageBreak}</w:p>${paragraph('end')}`;
    expect(bodyOf(body, { a: [1, 2] })).toBe(`${paragraph('1')}<w:p>${run('2')}${pageBreak}</w:p>${paragraph('end')}`);
    expect(bodyOf(body, {})).toBe(`<w:p>${pageBreak}</w:p>${paragraph('end')}`);
  });

  it('a page break behind a table gets a paragraph', () => {
    const body = `${paragraph('{#a}')}${table([['{.}']])}<w:p>${run('{/a}')}${pageBreak}</w:p>`;
    expect(bodyOf(body, { a: [1] })).toBe(`${table([['1']])}<w:p>${pageBreak}</w:p>`);
  });

  it('a section that ends with a tag paragraph still ends there', () => {
    const closing = `<w:p><w:pPr><w:keepNext/><w:sectPr>${page}</w:sectPr></w:pPr>${run('{/a}')}</w:p>`;
    const xml = bodyOf(paragraph('{#a}') + paragraph('{.}') + closing, { a: [1, 2] });
    expect([count(xml, '<w:sectPr>'), xml.startsWith(paragraph('1') + paragraph('2') + `<w:p><w:pPr><w:sectPr>${page}</w:sectPr></w:pPr>`)]).toEqual([1, true]);
  });

  it('a repeated section keeps its header for the first copy and goes on continuously where the next one does', () => {
    const reference = '<w:headerReference w:type="default" r:id="rId-header"/>';
    const body = paragraph('{#a}') + paragraph('{.}') + sectionEnd(reference + page) + paragraph('{/a}') + paragraph('end');
    const xml = bodyOf(body, { a: [1, 2] }, { header: paragraph('H'), section: `<w:sectPr><w:type w:val="continuous"/>${page}</w:sectPr>` });
    expect(xml).toBe(paragraph('1') + sectionEnd(reference + page) + paragraph('2') + sectionEnd(`<w:type w:val="continuous"/>${page}`) + paragraph('end'));
  });

  it('text before an empty loop keeps its own page format', () => {
    const landscape = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>';
    const body = paragraph('before') + paragraph('{#a}') + sectionEnd(landscape) + paragraph('{.}') + paragraph('{/a}') + paragraph('after');
    expect(bodyOf(body, {})).toBe(paragraph('before') + sectionEnd(landscape) + paragraph('after'));
  });
});

describe('loops and content controls', () => {
  const control = (id: number, content: string): string => `<w:sdt><w:sdtPr><w:id w:val="${id}"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  const texts = (xml: string): readonly (string | undefined)[] => all(xml, /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g);
  const ids = (xml: string): readonly (string | undefined)[] => all(xml, /<w:id w:val="(\d+)"/g);
  const cell = (text: string): string => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${paragraph(text)}</w:tc>`;
  const tableOf = (rows: string): string => `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>${rows}</w:tbl>`;
  const data = { a: [1, 2] };

  it('a loop around a control of paragraphs, and one inside', () => {
    const around = bodyOf(paragraph('{#a}') + control(5, paragraph('{.}')) + paragraph('{/a}'), data);
    expect([texts(around), ids(around)]).toEqual([['1', '2'], ['5', '6']]);
    const inside = bodyOf(control(5, paragraph('{#a}') + paragraph('{.}') + paragraph('{/a}')), data);
    expect([texts(inside), ids(inside)]).toEqual([['1', '2'], ['5']]);
  });

  it('a loop around a control in the text, and one inside', () => {
    const around = bodyOf(`<w:p>${run('{#a}')}${control(5, run('{.}'))}${run('{/a}')}</w:p>`, data);
    expect([texts(around).join(''), ids(around)]).toEqual(['12', ['5', '6']]);
    expect(texts(bodyOf(`<w:p>${control(5, run('{#a}{.};{/a}'))}</w:p>`, data)).join('')).toBe('1;2;');
  });

  it('rows and cells in controls', () => {
    const row = bodyOf(tableOf(control(5, `<w:tr>${cell('{#a}{.}')}${cell('x{/a}')}</w:tr>`)), data);
    expect([texts(row), ids(row)]).toEqual([['1', 'x', '2', 'x'], ['5']]);
    const repeated = bodyOf(tableOf(`<w:tr>${cell('{#a}{.}')}${control(5, cell('x{/a}'))}</w:tr>`), data);
    expect([texts(repeated), ids(repeated)]).toEqual([['1', 'x', '2', 'x'], ['5', '6']]);
    const cells = bodyOf(tableOf(`<w:tr>${control(5, cell('{-w:tc a}{.}{/a}'))}${cell('y')}</w:tr>`), data);
    expect([texts(cells), ids(cells), all(cells, /gridCol w:w="(\d+)"/g)]).toEqual([['1', '2', 'y'], ['5'], ['1000', '1000', '2000']]);
  });
});

describe('loops beside each other', () => {
  const texts = (xml: string): readonly (string | undefined)[] => all(xml.replaceAll('</w:t></w:r><w:r><w:t xml:space="preserve">', ''), /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g);

  it('in one paragraph, in one cell, in the rows of one table', () => {
    const data = { a: [1, 2], b: ['x'], c: [] };
    expect(texts(bodyOf(paragraph('{#a}{.}{/a}{#b}{.}{/b}{^c}-{/c}{#a}{.}{/a}'), data))).toEqual(['12x-12']);
    expect(texts(bodyOf(table([[paragraph('{#a}') + paragraph('{.}') + paragraph('{/a}') + paragraph('{#b}') + paragraph('{.}') + paragraph('{/b}'), '{#a}{.}{/a}{#b}{.}{/b}']]), data))).toEqual(['1', '2', 'x', '12x']);
    expect(texts(bodyOf(table([['{#a}{.}', 'r{/a}'], ['{#b}{.}', 's{/b}'], ['{#c}{.}', 't{/c}']]), data))).toEqual(['1', 'r', '2', 'r', 'x', 's']);
  });
});
