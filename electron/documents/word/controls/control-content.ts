import { removal, type Replacement } from '../edits.ts';
import type { Operation } from '../program.ts';
import { childNamed, closest, descendantsOf, type XmlElement } from '../xml-tree.ts';

/** Where the content of a control stands, when one run of text can take its place. */
export type ControlContent = {
  /** Stretches of the source that go; the new run stands in place of the first. An empty one means: insert there. */
  readonly stretches: readonly { readonly from: number; readonly to: number }[];
  /** XML around the new run, where the control had no paragraph or content at all. */
  readonly before: string;
  readonly behind: string;
  /** The w:rPr that the new run gets, or ''. */
  readonly runProperties: string;
};

/** Whatever says more than text: none of it must vanish because a tag stands in a title. */
const notText: readonly string[] = [
  'w:sdt', 'w:tbl', 'w:drawing', 'w:pict', 'w:object', 'w:fldChar', 'w:fldSimple', 'w:footnoteReference', 'w:endnoteReference', 'm:oMath', 'w:sectPr',
];
/** Marks between the runs of a paragraph that belong to something else and stay. */
const keptMarks = /^w:(?:pPr|bookmark|comment|perm|proofErr|moveFromRange|moveToRange|customXml\w+Range)/;

/**
 * The text of a control that a value can replace as a whole: content within a paragraph, or exactly one paragraph (also within a cell).
 * undefined for anything else: several paragraphs, tables, pictures, fields, controls inside.
 */
export function controlContent(xml: string, control: XmlElement): ControlContent | undefined {
  const content = childNamed(control, 'w:sdtContent');
  if (content === undefined || notText.some((name) => descendantsOf(content, name).length > 0)) return undefined;
  const isInline = closest(control.parent, 'w:p', 'w:tc', 'w:txbxContent', 'w:body')?.name === 'w:p';
  if (content.selfClosing) {
    const [before, behind] = isInline ? ['', ''] : ['<w:p>', '</w:p>'];
    return { stretches: [content], before: `<w:sdtContent>${before}`, behind: `${behind}</w:sdtContent>`, runProperties: ownFormat(xml, control) };
  }
  if (isInline) return inlineContent(xml, control, content);
  const [paragraph, another] = descendantsOf(content, 'w:p');
  if (another !== undefined || (paragraph === undefined && content.children.length > 0)) return undefined;
  if (paragraph === undefined) return { stretches: [{ from: content.contentFrom, to: content.contentFrom }], before: '<w:p>', behind: '</w:p>', runProperties: ownFormat(xml, control) };
  if (paragraph.selfClosing) return { stretches: [paragraph], before: '<w:p>', behind: '</w:p>', runProperties: ownFormat(xml, control) };
  return inlineContent(xml, control, paragraph);
}

/** The run in place of the content. */
export function contentEdits(content: ControlContent, run: readonly (string | Operation)[]): readonly Replacement[] {
  return content.stretches.map(({ from, to }, index) =>
    index === 0 ? { kind: 'replace', from, to, content: [content.before, ...run, content.behind], when: 'always' } : removal(from, to),
  );
}

/** What has become wrong once a control is filled: its link to stored data, that it shows a prompt. */
export function filledEdits(properties: XmlElement): readonly Replacement[] {
  return properties.children
    .filter((child) => child.name === 'w:dataBinding' || child.name === 'w15:dataBinding' || child.name === 'w:showingPlcHdr')
    .map((child) => removal(child.from, child.to));
}

function inlineContent(xml: string, control: XmlElement, holder: XmlElement): ControlContent {
  const going = holder.children.filter((child) => !keptMarks.test(child.name) && descendantsOf(child, 'w:commentReference').length === 0);
  const run = going.flatMap((child) => (child.name === 'w:r' ? [child] : descendantsOf(child, 'w:r')))[0];
  const at = childNamed(holder, 'w:pPr')?.to ?? holder.contentFrom;
  const stretches = going.length > 0 ? going.map(({ from, to }) => ({ from, to })) : [{ from: at, to: at }];
  return { stretches, before: '', behind: '', runProperties: runFormat(xml, control, run) ?? paragraphFormat(xml, holder) ?? ownFormat(xml, control) };
}

/** The format of the text that stands there; that of the prompt is not meant for what people fill in. */
function runFormat(xml: string, control: XmlElement, run: XmlElement | undefined): string | undefined {
  const properties = run === undefined ? undefined : childNamed(run, 'w:rPr');
  const showsPrompt = childNamed(childNamed(control, 'w:sdtPr') ?? control, 'w:showingPlcHdr') !== undefined;
  const own = ownFormat(xml, control);
  if (showsPrompt && own !== '') return own;
  if (properties === undefined) return run === undefined ? undefined : '';
  const style = childNamed(properties, 'w:rStyle');
  if (!showsPrompt || style === undefined) return xml.slice(properties.from, properties.to);
  return xml.slice(properties.from, style.from) + xml.slice(style.to, properties.to);
}

/** The format of the paragraph's mark, which typed text would get. */
function paragraphFormat(xml: string, holder: XmlElement): string | undefined {
  const paragraph = childNamed(holder, 'w:pPr');
  const mark = paragraph === undefined ? undefined : childNamed(paragraph, 'w:rPr');
  if (mark === undefined || mark.children.some((child) => /^w:(?:ins|del|move|rPrChange)/.test(child.name))) return undefined;
  return xml.slice(mark.from, mark.to);
}

/** The format that the control gives to what is typed into it. */
function ownFormat(xml: string, control: XmlElement): string {
  const properties = childNamed(childNamed(control, 'w:sdtPr') ?? control, 'w:rPr');
  return properties === undefined ? '' : xml.slice(properties.from, properties.to);
}
