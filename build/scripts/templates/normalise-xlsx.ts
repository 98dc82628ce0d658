import { inflateMember, readZip } from '../../../electron/files/zip-reader.ts';
import { writeZip } from '../../../electron/files/zip-writer.ts';

/** The order in which the schema wants the properties of a font; exceljs writes them as they come. */
const fontOrder = ['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

function orderFont(content: string): string {
  const properties = [...content.matchAll(/<(\w+)[^>]*\/>/g)].map((match) => ({ name: match[1] ?? '', xml: match[0] }));
  return properties.toSorted((a, b) => fontOrder.indexOf(a.name) - fontOrder.indexOf(b.name)).map((property) => property.xml).join('');
}

/** Fonts in the schema's order, and 宋体 instead of the theme's Latin face for cells without one. */
function mendStyles(xml: string): string {
  return xml.replace(/<font>([\s\S]*?)<\/font>/g, (_whole, content: string) => {
    const chinese = content.replace('<name val="Calibri"/>', '<name val="宋体"/><charset val="134"/>').replace(/<(family|scheme) [^>]*\/>/g, '');
    return `<font>${orderFont(chinese)}</font>`;
  });
}

/** A workbook as exceljs packs it, made the same on every day and computer and mended where it breaks the schema. */
export function normaliseXlsx(packed: Uint8Array): Buffer {
  const members = [...readZip(packed).values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const types = members.filter((member) => member.name === '[Content_Types].xml');
  const others = members.filter((member) => member.name !== '[Content_Types].xml');
  return writeZip([...types, ...others].map((member) => {
    const bytes = inflateMember(member);
    return { name: member.name, bytes: member.name === 'xl/styles.xml' ? Buffer.from(mendStyles(bytes.toString('utf8')), 'utf8') : bytes, level: 9 };
  }));
}
