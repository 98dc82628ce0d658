import { Document, Packer, Paragraph } from 'docx';
import { expect, it } from 'vitest';
import { readZip, inflateMember } from '../../electron/files/zip-reader.ts';
import { writeZip } from '../../electron/files/zip-writer.ts';
import { lintDocx, newLintFaults, paragraphTexts } from '../helpers/ooxml-lint.ts';
import { newOfficeErrors, officeErrors } from '../helpers/ooxml-validate.ts';

async function simple(): Promise<Uint8Array> {
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('甲'), new Paragraph('乙')] }] }));
}

/** The document with other content at the end of its body. */
function withBody(document: Uint8Array, extra: string): Buffer {
  return writeZip(
    [...readZip(document).values()].map((member) =>
      member.name === 'word/document.xml' ? { name: member.name, bytes: Buffer.from(inflateMember(member).toString('utf8').replace('<w:sectPr', `${extra}<w:sectPr`)) } : member,
    ),
  );
}

it('the lint sees what the validator does not', async () => {
  const clean = await simple();
  const cell = (content: string, properties = ''): string => `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc></w:tr></w:tbl><w:p/>`;
  const faults = (extra: string): readonly string[] => newLintFaults(clean, withBody(clean, extra));
  expect(lintDocx(clean)).toEqual([]);
  expect(faults('<w:p w14:paraId="0A000001"/><w:p w14:paraId="0A000001"/>')).toEqual(['word/document.xml: duplicate paraId 0A000001']);
  expect(faults('<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'.repeat(2))).toEqual(['word/document.xml: duplicate sdt id 5']);
  expect(faults(cell(''))).toEqual(['word/document.xml: cell without paragraph']);
  expect(faults(cell(`<w:p/>${cell('<w:p/>').replace(/<w:p\/>$/, '')}`))).toEqual(['word/document.xml: cell ends in a table']);
  expect(faults('<w:tbl><w:tblPr/><w:tblGrid/></w:tbl><w:p/>')).toEqual(['word/document.xml: table without rows']);
  expect(faults('<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr></w:pPr></w:p>')).toEqual(['word/document.xml: numId 77 has no definition']);
  expect(faults('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>')).toEqual(['word/document.xml: field is not ended']);
  expect(faults(cell('<w:p/>', '<w:vMerge/>'))).toEqual(['word/document.xml: vertical merge continues nothing']);
  expect(faults('<w:p><w:r><w:t>\u0001</w:t></w:r></w:p>')).toEqual(['word/document.xml: forbidden character']);
});

it('the validator accepts a clean document and sees a paragraph within a paragraph', async () => {
  const clean = await simple();
  const broken = withBody(clean, '<w:p><w:p/></w:p>');
  expect(await officeErrors(clean, 'docx')).toEqual([]);
  expect(await newOfficeErrors(clean, broken, 'docx')).toEqual([expect.stringContaining('Schema Sch_InvalidElementContentExpectingComplex /word/document.xml')]);
});

it('paragraph texts are what a reader sees', async () => {
  expect(paragraphTexts(await simple())).toEqual(['甲', '乙']);
});
