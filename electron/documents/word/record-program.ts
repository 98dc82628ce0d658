import { AppError } from '../../../shared/app-error.ts';
import type { CompiledPart } from './compile-part.ts';
import { buildProgram, inBuildingOrder, type Edit } from './edits.ts';
import { fixedText, type Program } from './program.ts';
import { pageCountEdits } from './page-count-edits.ts';
import { recordMark } from './record-mark.ts';
import { recordSectionEdits, sectionType, type PageNumbers, type RestartingNotes, type StartOn } from './record-edits.ts';
import { childNamed, descendantsOf, type XmlElement } from './xml-tree.ts';

/**
 * A main part that is written once per record: head, then per record content and rest, then tail. Between content and rest of every
 * record but the last stands the end of its section; the last record's section ends the body, behind its rest.
 */
export type RecordProgram = {
  readonly head: Program;
  readonly content: Program;
  readonly beforeSection: string;
  readonly section: Program;
  readonly behindSection: string;
  readonly rest: Program;
  readonly tail: Program;
  /** Slots beyond those of the part. */
  readonly slots: number;
  /** Per record. */
  readonly expectedBytes: number;
};

/** A line of one point carries the end of a section where no paragraph can; the grid of Chinese pages must not stretch it. */
const separatorStart = '<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>';
const separatorEnd = '</w:pPr></w:p>';

/** @throws AppError render-failed when the part has no body */
export function recordProgram(main: CompiledPart, pageNumbers: PageNumbers, startOn: StartOn, bookmark: string | undefined): RecordProgram {
  const { xml, root } = main;
  const body = root.children.map((child) => childNamed(child, 'w:body')).find((child) => child !== undefined);
  if (body === undefined) throw new AppError('render-failed', '模板没有正文。', {});
  let slots = 0;
  const slot = (): number => main.slots + slots++;
  const pageCounts = countsPagesOfSection(main, pageNumbers) ? pageCountEdits(xml, root) : [];
  const marks = bookmark === undefined ? [] : recordMark(xml, body, main.edits, bookmark, slot);
  const edits = inBuildingOrder([...recordSectionEdits(xml, root, slot, { pageNumbers, startOn, restarting: restartingNotes(main) }), ...pageCounts, ...marks, ...main.edits]);
  const last = body.children.at(-1);
  const section = last?.name === 'w:sectPr' && !last.selfClosing ? last : undefined;
  const contentTo = last?.name === 'w:sectPr' ? last.from : body.contentTo;
  const place = sectionPlace(body.children.findLast((child) => child.name !== 'w:sectPr'), contentTo, edits);
  const build = (from: number, to: number): Program => buildProgram(xml, from, to, edits.filter((edit) => edit.from >= from && edit.to <= to), true);
  return {
    head: build(0, body.contentFrom),
    content: build(body.contentFrom, place.at),
    beforeSection: place.before,
    section: section === undefined ? [fixedText('<w:sectPr>'), sectionType(startOn, slot, ''), fixedText(`${pageNumbers === 'per-record' ? '<w:pgNumType w:start="1"/>' : ''}</w:sectPr>`)] : build(section.from, section.to),
    behindSection: place.behind,
    rest: build(place.at, contentTo),
    tail: build(body.contentTo, xml.length),
    slots,
    expectedBytes: (contentTo - body.contentFrom) * 2,
  };
}

/** Whether the pages of a record are those of one section: then its number of pages can be printed on each of them. */
export function countsPagesOfSection(main: CompiledPart, pageNumbers: PageNumbers): boolean {
  return pageNumbers === 'per-record' && isOneSection(main);
}

/** Kinds of notes that every record numbers from 1. */
export function restartingNotes(main: CompiledPart): readonly RestartingNotes[] {
  return (['footnote', 'endnote'] as const).filter((kind) => isOneSection(main) && main.references.some((reference) => reference.kind === kind));
}

function isOneSection(main: CompiledPart): boolean {
  return descendantsOf(main.root, 'w:sectPr').filter((section) => section.parent?.name !== 'w:sectPrChange').length <= 1;
}

type SectionPlace = { readonly at: number; readonly before: string; readonly behind: string };

/**
 * The last paragraph of the form carries the end of the record's section, if it is always there: a form that fills its page to the last
 * line has no room for another paragraph. Otherwise a paragraph of its own does.
 */
function sectionPlace(last: XmlElement | undefined, contentTo: number, edits: readonly Edit[]): SectionPlace {
  const separate = { at: contentTo, before: separatorStart, behind: separatorEnd };
  if (last === undefined || last.name !== 'w:p' || last.selfClosing) return separate;
  const properties = childNamed(last, 'w:pPr');
  if (properties !== undefined && (properties.selfClosing || childNamed(properties, 'w:sectPr') !== undefined)) return separate;
  const at = properties === undefined ? last.contentFrom : (childNamed(properties, 'w:pPrChange')?.from ?? properties.contentTo);
  if (edits.some((edit) => edit.from < at && at < edit.to) || edits.some((edit) => edit.kind === 'loop' && edit.from < last.from && last.from < edit.to)) return separate;
  return properties === undefined ? { at, before: '<w:pPr>', behind: '</w:pPr>' } : { at, before: '', behind: '' };
}
