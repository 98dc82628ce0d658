import { writeZip } from '../../electron/files/zip-writer.ts';

type Parts = Readonly<Record<string, string>>;

function zipOf(parts: Parts): Uint8Array {
  return writeZip(Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));
}

function contentTypes(part: string, type: string): string {
  return `<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="${type}"/></Types>`;
}

function topRelationship(target: string): string {
  return `<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="${target}"/></Relationships>`;
}

/** A workbook of one sheet `a` whose parts may be anything. */
export function hostileWorkbook(parts: Parts): Uint8Array {
  return zipOf({
    '[Content_Types].xml': contentTypes('xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
    '_rels/.rels': topRelationship('xl/workbook.xml'),
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheetXml(''),
    ...parts,
  });
}

/** A sheet with a loop over `l` in row 1, so that whatever stands behind it has to move. */
export function sheetXml(rows: string, tail = '', head = ''): string {
  const cell = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
  return `<worksheet>${head}<sheetData><row r="1">${cell('A1', '{#l}{a}')}${cell('B1', '{/l}')}</row>${rows}</sheetData>${tail}</worksheet>`;
}

/** A Word document with this body and whatever other parts. */
export function hostileDocument(body: string, parts: Parts = {}): Uint8Array {
  return zipOf({
    '[Content_Types].xml': contentTypes('word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'),
    '_rels/.rels': topRelationship('word/document.xml'),
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

export function wordParagraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}
