import { writeZip } from '../../electron/files/zip-writer.ts';

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'mc:Ignorable="w14"',
].join(' ');

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const relationshipType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a test document may have besides its body; contents are inner XML. */
export type DocxParts = {
  readonly header?: string;
  readonly footer?: string;
  readonly footnotes?: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  /** In place of an A4 page with the header and footer given. */
  readonly section?: string;
  readonly mainName?: string;
  readonly mainType?: string;
  readonly others?: readonly { readonly name: string; readonly text: string }[];
};

export const page = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/>';

/** A small, valid .docx around the body. Members are stored, not deflated: what a test reads in the bytes is what it wrote. */
export function docxOf(body: string, parts: DocxParts = {}): Uint8Array {
  const mainName = parts.mainName ?? 'document.xml';
  const optional = (['header', 'footer', 'footnotes', 'numbering', 'styles', 'endnotes', 'comments'] as const).filter((kind) => parts[kind] !== undefined);
  const references = (['header', 'footer'] as const).filter((kind) => parts[kind] !== undefined).map((kind) => `<w:${kind}Reference w:type="default" r:id="rId-${kind}"/>`).join('');
  const wrap = (element: string, content: string): string => `${declaration}<w:${element} ${namespaces}>${content}</w:${element}>`;
  const elements = { header: 'hdr', footer: 'ftr', footnotes: 'footnotes', numbering: 'numbering', styles: 'styles', endnotes: 'endnotes', comments: 'comments' } as const;
  const files = [
    {
      name: '[Content_Types].xml',
      text: `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/${mainName}" ContentType="${parts.mainType ?? `${wordType}.document.main+xml`}"/>${optional.map((kind) => `<Override PartName="/word/${kind}1.xml" ContentType="${wordType}.${kind}+xml"/>`).join('')}</Types>`,
    },
    { name: '_rels/.rels', text: relationships([{ id: 'rId1', type: 'officeDocument', target: `word/${mainName}` }]) },
    { name: `word/${mainName}`, text: wrap('document', `<w:body>${body}${parts.section ?? `<w:sectPr>${references}${page}</w:sectPr>`}</w:body>`) },
    { name: `word/_rels/${mainName}.rels`, text: relationships(optional.map((kind) => ({ id: `rId-${kind}`, type: kind, target: `${kind}1.xml` }))) },
    ...optional.map((kind) => ({ name: `word/${kind}1.xml`, text: wrap(elements[kind], parts[kind] ?? '') })),
    ...(parts.others ?? []),
  ];
  return writeZip(files.map(({ name, text }) => ({ name, bytes: Buffer.from(text, 'utf8'), level: 0 })));
}

/** A paragraph of one run per text. */
export function paragraph(...texts: readonly string[]): string {
  return `<w:p>${texts.map(run).join('')}</w:p>`;
}

export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r>`;
}

/** A bordered table; each cell is the text of one paragraph, or finished block XML when it begins with `<`. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const cell = (text: string): string => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${text.startsWith('<') ? text : paragraph(text)}</w:tc>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="2000"/>'.repeat(columns)}</w:tblGrid>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** A paragraph that ends a section of its own. */
export function sectionEnd(inside: string): string {
  return `<w:p><w:pPr><w:sectPr>${inside}</w:sectPr></w:pPr></w:p>`;
}

function relationships(list: readonly { readonly id: string; readonly type: string; readonly target: string }[]): string {
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${relationshipType}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
}
