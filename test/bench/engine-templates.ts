import { memberText, readZip } from '../../electron/files/zip-reader.ts';
import { writeZip } from '../../electron/files/zip-writer.ts';
import { formTemplate } from '../helpers/ooxml-form.ts';
import { tableColumns } from './engine-data.ts';

/** The form with the tags that all three engines know: easy-template-x has neither inverted sections nor dotted names. */
export async function peerForm(): Promise<Uint8Array> {
  return edited(await formTemplate(), (xml) => xml.replace('{^遗留}无{/遗留}', '').replace('{系统.名称}', '{系统名称}'));
}

/** A table of six columns whose one row repeats. */
export async function tableTemplate(): Promise<Uint8Array> {
  const cell = (text: string): string => `<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/></w:tcPr><w:p><w:r><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const row = (texts: readonly string[]): string => `<w:tr>${texts.map(cell).join('')}</w:tr>`;
  const tags = tableColumns.map((name, index) => `${index === 0 ? '{#行}' : ''}{${name}}${index === tableColumns.length - 1 ? '{/行}' : ''}`);
  const table = `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="1500"/>'.repeat(tableColumns.length)}</w:tblGrid>${row(tableColumns)}${row(tags)}</w:tbl><w:p/>`;
  return edited(await formTemplate(), (xml) => xml.replace(/<w:body>.*?(?=<w:sectPr)/s, `<w:body>${table}`));
}

function edited(document: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const name = 'word/document.xml';
  const archive = readZip(document);
  const bytes = Buffer.from(edit(memberText(archive, name) ?? ''), 'utf8');
  return writeZip([...archive.values()].map((member) => (member.name === name ? { name, bytes } : member)));
}
