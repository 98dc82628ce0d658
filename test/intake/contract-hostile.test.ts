import { describe, expect, it } from 'vitest';
import { docxLines } from '../../electron/intake/source/docx-lines.ts';
import { readWorkbook } from '../../electron/intake/sheet/read-workbook.ts';
import { hostileDocument, hostileWorkbook, wordParagraph } from '../documents/hostile-files.ts';

function numbering(start: string, format: string, label: string): Readonly<Record<string, string>> {
  const level = `<w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${label}"/></w:lvl>`;
  return { 'word/numbering.xml': `<w:numbering><w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>` };
}

const numbered = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>服务内容</w:t></w:r></w:p>';

describe('Word contracts with impossible numbers', () => {
  it.each([['-5', 1], ['0', 1], ['1.5', 1], ['x', 1], ['2', 2], ['1e9', 60]])('a cell over %s columns counts as %i', (span, cells) => {
    const table = `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${wordParagraph('格')}</w:tc></w:tr></w:tbl>`;
    expect(docxLines(hostileDocument(table))[0]?.cells).toHaveLength(cells);
  });

  it.each(['x', '-99', 'Infinity', '1e30', '1.5'])('a list that begins at %s begins at the first', (start) => {
    expect(docxLines(hostileDocument(numbered, numbering(start, 'upperLetter', '%1.')))[0]?.text).toBe('A. 服务内容');
    expect(docxLines(hostileDocument(numbered, numbering(start, 'chineseCounting', '第%1条')))[0]?.text).toBe('第一条 服务内容');
  });

  it('a label that would make megabytes of every paragraph is cut', () => {
    const [line] = docxLines(hostileDocument(numbered, numbering('1', 'decimal', '%1'.repeat(5000))));
    expect(line?.text).toBe(`${'1'.repeat(50)} 服务内容`);
  });
});

describe('workbooks for import that unfold', () => {
  it.each(['', ' state="hidden"'])('the same sheet listed many times is refused (%s)', (state) => {
    const listed = `<sheet name="a" sheetId="1" r:id="rId1"${state}/>`.repeat(2);
    const bytes = hostileWorkbook({ 'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${listed}</sheets></workbook>` });
    expect(() => readWorkbook(bytes)).toThrow('工作簿里有两张工作表用了同一份内容，已拒绝打开。');
  });

  it('a number format of opening brackets is read to its end', () => {
    const bytes = hostileWorkbook({
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/styles" Target="styles.xml"/></Relationships>',
      'xl/styles.xml': `<styleSheet><numFmt numFmtId="200" formatCode="${'[x'.repeat(500_000)}"/></styleSheet>`,
    });
    expect(() => readWorkbook(bytes)).not.toThrow();
  });
});
