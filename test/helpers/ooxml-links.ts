import { memberText, readZip } from '../../electron/files/zip-reader.ts';
import { writeZip } from '../../electron/files/zip-writer.ts';
import { docxOf } from './ooxml-docx.ts';

/** Links of a document by their ids, as its relationships have them; linkStyle is the id of its character style for links. */
export type Linked = {
  readonly links?: Readonly<Record<string, string>>;
  readonly header?: string;
  readonly headerLinks?: Readonly<Record<string, string>>;
  readonly linkStyle?: string;
};

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A small .docx with links whose targets are taken as they are. */
export function linkedDocx(body: string, { links = {}, header, headerLinks = {}, linkStyle }: Linked): Uint8Array {
  const archive = readZip(docxOf(body, header === undefined ? {} : { header }));
  const targets = (list: Readonly<Record<string, string>>): string => Object.entries(list).map(([id, target]) => `<Relationship Id="${id}" Type="${office}/hyperlink" Target="${target}" TargetMode="External"/>`).join('');
  const styles = linkStyle === undefined ? '' : `<Relationship Id="rId-styles" Type="${office}/styles" Target="styles.xml"/>`;
  const texts = new Map([...archive.keys()].map((name) => [name, memberText(archive, name) ?? '']));
  const main = 'word/_rels/document.xml.rels';
  texts.set(main, (texts.get(main) ?? '').replace('</Relationships>', `${styles}${targets(links)}</Relationships>`));
  if (header !== undefined) texts.set('word/_rels/header1.xml.rels', `<Relationships xmlns="${namespace}">${targets(headerLinks)}</Relationships>`);
  if (linkStyle !== undefined) {
    texts.set('word/styles.xml', `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="character" w:styleId="${linkStyle}"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style></w:styles>`);
    const types = '[Content_Types].xml';
    texts.set(types, (texts.get(types) ?? '').replace('</Types>', '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'));
  }
  return writeZip([...texts].map(([name, text]) => ({ name, bytes: Buffer.from(text, 'utf8'), level: 0 })));
}
