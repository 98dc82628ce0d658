import { inflateMember, readZip } from '../../../electron/files/zip-reader.ts';
import { writeZip } from '../../../electron/files/zip-writer.ts';
import { fontTableEntries } from '../../../templates/source/fonts.ts';

/** Templates have no history: their date is fixed, so that building them again changes no byte. */
export const templateDate = '2024-01-01T00:00:00Z';

/** Word shows these until it has counted the pages itself; viewers that never count show them always. */
function cacheFieldResults(xml: string): string {
  return xml.replace(/(<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:fldChar w:fldCharType="separate"\/><\/w:r>)(<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:fldChar w:fldCharType="end"\/>)/g,
    (_whole, separate: string, look: string | undefined, end: string) => `${separate}<w:r>${look ?? ''}<w:t>1</w:t></w:r>${end}`);
}

/**
 * Bookmarks numbered within the document (docx counts them per process), and page references without the mark that
 * makes Word ask at every opening whether it should update fields.
 */
function settleReferences(xml: string): string {
  const ids = new Map<string, number>();
  return xml
    .replace(/(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)"/g, (_whole, before: string, id: string) => {
      const number = ids.get(id) ?? ids.size;
      ids.set(id, number);
      return `${before}${number}"`;
    })
    .replace(/ w:dirty="true"/g, '');
}

/** Line breaking and punctuation by Chinese rules; Chinese as the language of the theme's fonts. */
function chineseSettings(xml: string): string {
  return xml
    .replace('<w:displayBackgroundShape/>', '')
    .replace('<w:compat>', '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>')
    .replace('</w:compat>', '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>');
}

function fillFontTable(xml: string): string {
  return xml.replace(/(<w:fonts[^>]*?)\s*\/>/, `$1>${fontTableEntries()}</w:fonts>`);
}

/** No extra space between Chinese characters and digits: dates and numbers stay as narrow as forms need them. */
function closeUpDigits(xml: string): string {
  return xml.replace(/(<w:pPrDefault><w:pPr>)/, '$1<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>');
}

function fixDates(xml: string): string {
  return xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${templateDate}`);
}

/** docx names relationships of charts at random; here they are counted through the whole package. */
function settledIds(): (xml: string) => string {
  const known = new Map<string, string>();
  return (xml) => xml.replace(/"rId[a-z0-9_-]{15,}"/g, (id) => {
    const settled = known.get(id) ?? `"rIdChart${known.size + 1}"`;
    known.set(id, settled);
    return settled;
  });
}

/** The workbook of a chart, without the time at which it was packed, and stored: how it would be compressed differs between computers. */
function settledWorkbook(bytes: Uint8Array): Buffer {
  return writeZip([...readZip(bytes).values()].map((member) => ({ name: member.name, bytes: inflateMember(member), level: 0 })));
}

/** docx knows only text turned on its side; on spines the characters stand upright. */
function standUpright(xml: string): string {
  return xml.replaceAll('<w:textDirection w:val="tbRl"/>', '<w:textDirection w:val="tbRlV"/>');
}

/** Every category has its name, however close they stand; office programs leave out every second one otherwise. */
function nameEveryCategory(xml: string): string {
  return xml.replaceAll('<c:noMultiLvlLbl', '<c:tickLblSkip val="1"/><c:noMultiLvlLbl');
}

function mend(name: string, xml: string): string {
  switch (name) {
    case 'word/fontTable.xml': return fillFontTable(xml);
    case 'word/settings.xml': return chineseSettings(xml);
    case 'word/styles.xml': return closeUpDigits(xml);
    case 'docProps/core.xml': return fixDates(xml);
    default:
      if (name.startsWith('word/charts/')) return nameEveryCategory(xml);
      return /^word\/(document|footer\d+|header\d+)\.xml$/.test(name) ? settleReferences(standUpright(cacheFieldResults(xml))) : xml;
  }
}

/**
 * A document as the docx package packs it, made the same on every day and computer and completed where the package has no say:
 * font names with their alternatives, East Asian settings, page fields with a first result.
 */
export function normaliseDocx(packed: Uint8Array): Buffer {
  const archive = readZip(packed);
  const settled = settledIds();
  const entries = [...archive.values()].map((member) => {
    const bytes = inflateMember(member);
    if (member.name.endsWith('.xlsx')) return { name: member.name, bytes: settledWorkbook(bytes), level: 9 };
    if (!/\.(xml|rels)$/.test(member.name)) return { name: member.name, bytes, level: 9 };
    return { name: member.name, bytes: Buffer.from(settled(mend(member.name, bytes.toString('utf8'))), 'utf8'), level: 9 };
  });
  return writeZip(entries);
}
