import type { ZipArchive } from '../../../files/zip-member.ts';
import { memberText } from '../../../files/zip-reader.ts';
import { relationshipsOf } from '../package-parts.ts';
import { attributeOf, childNamed, closest, descendantsOf, type XmlElement } from '../xml-tree.ts';

/** The id of the template's character style for links (超链接), if it has one. */
export function readLinkStyle(archive: ZipArchive, mainPart: string): string | undefined {
  const part = relationshipsOf(archive, mainPart).find(({ type }) => type === 'styles')?.target;
  const styles = part === undefined ? undefined : memberText(archive, part);
  const attributes = styles === undefined ? undefined : /<w:style\b([^<>]*)>\s*<w:name w:val="(?:hyperlink|超链接)"\s*\/>/i.exec(styles)?.[1];
  if (attributes === undefined || !/w:type="character"/.test(attributes)) return undefined;
  return /w:styleId="([^"<>&]+)"/.exec(attributes)?.[1];
}

/**
 * The format of a link in a run: the run's own, in the template's style for links; without such a style blue and underlined, unless the
 * run says otherwise.
 * @param properties the run's w:rPr, or ''
 */
export function linkFormat(properties: string, style: string | undefined): string {
  const inner = /^<w:rPr(?:\s[^>]*)?>(.*)<\/w:rPr>$/s.exec(properties)?.[1] ?? '';
  if (style !== undefined) return `<w:rPr><w:rStyle w:val="${style}"/>${inner.replace(/<w:rStyle\b[^>]*\/>/, '')}</w:rPr>`;
  const coloured = /<w:color\b/.test(inner) ? inner : inserted(inner, '<w:color w:val="0563C1"/>', behindColor);
  return `<w:rPr>${/<w:u\b/.test(coloured) ? coloured : inserted(coloured, '<w:u w:val="single"/>', behindUnderline)}</w:rPr>`;
}

/** What comes behind w:u, and behind w:color, in a w:rPr. */
const behindUnderline = /<w:(?:effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath|rPrChange)\b|<w14:/;
const behindColor = new RegExp(`<w:(?:spacing|w|kern|position|sz|szCs|highlight|u)\\b|${behindUnderline.source}`);

function inserted(inner: string, element: string, behind: RegExp): string {
  const at = behind.exec(inner)?.index ?? inner.length;
  return inner.slice(0, at) + element + inner.slice(at);
}

const linkParents: ReadonlySet<string> = new Set(['w:p', 'w:sdtContent', 'w:smartTag', 'w:customXml']);

/** Tells for the text elements of a part whether a link may stand there: in the text of a paragraph, not in another link, a field or plain text. */
export function linkPlaces(xml: string, root: XmlElement): (text: XmlElement) => boolean {
  const fields: { readonly from: number; readonly to: number }[] = [];
  const open: number[] = [];
  for (const mark of descendantsOf(root, 'w:fldChar')) {
    const type = attributeOf(xml, mark, 'w:fldCharType');
    if (type === 'begin') open.push(mark.from);
    else if (type === 'end') fields.push({ from: open.pop() ?? mark.from, to: mark.to });
  }
  return (text) => {
    const run = text.parent;
    if (text.name !== 'w:t' || run?.name !== 'w:r' || closest(run, 'w:p') === undefined) return false;
    if (fields.some(({ from, to }) => from < text.from && text.to < to)) return false;
    for (let at = run.parent; at !== undefined && at.name !== 'w:p'; at = at.parent) {
      if (at.name === 'w:sdt') {
        if (childNamed(childNamed(at, 'w:sdtPr') ?? at, 'w:text') !== undefined) return false;
      } else if (!linkParents.has(at.name)) {
        return false;
      }
    }
    return true;
  };
}
