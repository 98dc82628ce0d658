import type { Expression } from '../tags/expression.ts';
import type { PictureBox, PictureSize } from '../tags/picture-box.ts';
import type { ChoiceItem } from './controls/choice.ts';
import type { LinkPieces } from './links/link-pieces.ts';
import type { ChartPieceOperation, ChartTemplate } from './charts/chart-program.ts';
import type { TextStyle } from './escape-text.ts';

/**
 * A part of a document, compiled: fixed text (as UTF-8) and what is decided per document. Plain data, never changed after compiling;
 * everything that counts lives in the rendering.
 */
export type Program = readonly (Uint8Array | Operation)[];

export type Operation = TextOperation | RawOperation | LoopOperation | GuardOperation | CopyOperation | FreshIdOperation | SameIdOperation | FreshNameOperation | ReferenceOperation | PictureOperation | PictureFrameOperation | MergeRowOperation | MergeCellOperation | ChartOperation | ChartPieceOperation | NumberOperation | RenumberedOperation | NoteOperation | NotesOperation | TickOperation | ControlValueOperation | LinkOperation | TableOperation | TableRowOperation | TableColumnOperation | LaterOperation;

/** Where a tag stands, for reports. */
export type TagSource = { readonly part: string; readonly place: string; readonly tag: string };

/** The value of an expression as text; link is the w:rPr of a link there, undefined where none can stand. */
export type TextOperation = { readonly kind: 'text'; readonly expression: Expression; readonly style: TextStyle; readonly link: string | undefined; readonly source: TagSource };

/** The value of an expression as finished XML. */
export type RawOperation = { readonly kind: 'raw'; readonly expression: Expression; readonly source: TagSource };

/** The body once per item, or once when a condition holds. */
export type LoopOperation = {
  readonly kind: 'loop';
  readonly expression: Expression;
  readonly inverted: boolean;
  readonly source: TagSource;
  readonly body: Program;
  /** For the last item, when it differs. */
  readonly lastBody: Program | undefined;
  /** Between two items: keeps tables apart that Word would join. */
  readonly between: Uint8Array;
  /** When there is no item: what must stay, such as the end of a section. */
  readonly whenEmpty: Uint8Array;
  readonly lists?: ListStarts;
};

/** A container that its loops may leave without what it must hold. */
export type GuardOperation = {
  readonly kind: 'guard';
  readonly body: Program;
  /** ends-with-paragraph: adds the fallback; ends-page: adds a page break; the others: put the fallback in place of the whole. */
  readonly rule: 'ends-with-paragraph' | 'ends-page' | 'has-rows' | 'has-cells';
  readonly fallback: Uint8Array;
};

/** One thing the first time, another in every later copy within the document, or within the record of a document of many. */
export type CopyOperation = { readonly kind: 'copy'; readonly slot: number; readonly per: 'document' | 'record'; readonly first: Program; readonly later: Program };

/** Identifiers that must be unique in a document, by what they identify. */
export type IdSpace = 'drawing' | 'bookmark' | 'control' | 'shape' | 'permission' | 'revision';

/** The original id the first time, a fresh one in every later copy. */
export type FreshIdOperation = { readonly kind: 'fresh-id'; readonly slot: number; readonly space: IdSpace; readonly original: string };

/** The id that the latest copy of the same original got: the end of a bookmark, a reference to a shape. */
export type SameIdOperation = { readonly kind: 'same-id'; readonly space: IdSpace | NoteKind; readonly original: string };

/** A name the first time, the name with the id of the latest copy afterwards. At most 40 characters, as Word allows. */
export type FreshNameOperation = { readonly kind: 'fresh-name'; readonly slot: number; readonly space: IdSpace; readonly original: string; readonly name: string };

/** The relationship id of a header or footer, which differs between records of one document. */
export type ReferenceOperation = { readonly kind: 'reference'; readonly id: string };

/** Pictures in the text of a run, each fitted into the box, or no larger than the room around the tag. */
export type PictureOperation = { readonly kind: 'picture'; readonly expression: Expression; readonly box: PictureBox | undefined; readonly room: PictureSize; readonly source: TagSource };

/** What differs in a drawing from one picture to the next; everything else of it is the template's. */
export type FrameStep = 'id' | 'description' | 'relationship' | 'width' | 'height' | 'effect-extent' | 'transform';

/** A picture in place of a placeholder picture, fitted into its frame (in EMU). */
export type PictureFrameOperation = {
  readonly kind: 'picture-frame';
  readonly expression: Expression;
  readonly frame: PictureSize;
  readonly steps: readonly (Uint8Array | FrameStep)[];
  /** The drawing as the template has it, for a picture that is missing. */
  readonly placeholder: readonly (Uint8Array | FrameStep)[];
  readonly isInline: boolean;
  readonly source: TagSource;
};

/** A row of a table with merging cells begins, or the table itself. */
export type MergeRowOperation = { readonly kind: 'merge-row'; readonly table: number };

/** A cell that becomes one with the cell above it when both print the same. */
export type MergeCellOperation = {
  readonly kind: 'merge-cell';
  readonly table: number;
  readonly cell: number;
  /** Rows of the template that the cell covers. */
  readonly rows: number;
  /** Whether cells before it in the row are repeated. */
  readonly afterCellLoop: boolean;
  /** The rest of the cell's properties when it stands for itself, or begins a merged cell. */
  readonly begin: Uint8Array;
  /** The rest of the cell when it is one with the cell above. */
  readonly continued: Uint8Array;
  readonly body: Program;
};

/** Columns of the grid of a table, from the first to behind the last, that a loop repeats; isKept: one copy stays in any case. */
export type ColumnGroup = { readonly from: number; readonly to: number; readonly isKept: boolean };

/** A table that is looked over when all its rows are written. */
export type TableOperation = { readonly kind: 'table'; readonly groups: readonly ColumnGroup[]; readonly mendsMerges: boolean; readonly body: Program };
export type TableRowOperation = { readonly kind: 'table-row' };
export type TableColumnOperation = { readonly kind: 'table-column'; readonly group: number };

/** What is put in when all rows of the table are written. */
export type LaterOperation = { readonly kind: 'later'; readonly text: LaterText };

/** Groups among the columns that a cell or table covers: how many columns of the template each has, and how wide they are. */
export type CoveredGroups = readonly { readonly group: number; readonly columns: number; readonly width: number }[];

export type LaterText =
  /** The width of one copy of a column. */
  | { readonly kind: 'share'; readonly width: number; readonly group: number }
  /** A width without that of vanished columns. */
  | { readonly kind: 'rest'; readonly width: number; readonly groups: CoveredGroups }
  /** How many columns a cell covers. */
  | { readonly kind: 'span'; readonly columns: number; readonly groups: CoveredGroups }
  | { readonly kind: 'grid'; readonly columns: readonly GridColumn[] };

/** A column of the grid as the template has it: its XML around the width (behind is undefined where none is stated). */
export type GridColumn = { readonly group: number | undefined; readonly width: number; readonly before: string; readonly behind: string | undefined };

/** What stands outside the text and is referred to from it. */
export type NoteKind = 'footnote' | 'endnote' | 'comment';

/** The id of a note of its own for this copy of the reference, which is written along with it. */
export type NoteOperation = { readonly kind: 'note'; readonly story: NoteKind; readonly original: string };

/** All notes that were written with their references. */
export type NotesOperation = { readonly kind: 'notes'; readonly story: NoteKind };

/** The id of a list that may begin anew. */
export type NumberOperation = { readonly kind: 'number'; readonly list: number; readonly original: string };

/** Stands in a paragraph that has its number from a style: written only where the list has begun anew. */
export type RenumberedOperation = { readonly kind: 'renumbered'; readonly list: number; readonly original: string; readonly before: Uint8Array; readonly behind: Uint8Array; readonly withNumber: boolean };

/** The lists that begin anew when a loop runs over a list of the data, and those that do with each of its copies. */
export type ListStarts = { readonly perRun: readonly number[]; readonly perCopy: readonly number[] };

/** One of the two states of a checkbox; of several operations for one checkbox only one reports. */
export type TickOperation = { readonly kind: 'tick'; readonly expression: Expression; readonly checked: Uint8Array; readonly unchecked: Uint8Array; readonly source: TagSource; readonly reports: boolean };

/** How a control takes a value: as text (blank where there is none), as one of its entries (isFree: or any other text), as an entry by its number, as a day in its own format. */
export type ControlForm =
  | { readonly kind: 'text'; readonly blank: string }
  | { readonly kind: 'choice'; readonly items: readonly ChoiceItem[]; readonly isFree: boolean }
  | { readonly kind: 'entry'; readonly items: readonly ChoiceItem[] }
  | { readonly kind: 'date'; readonly picture: string | undefined };

/** The text of a control; or, between before and behind, what its properties store of the value, or the value as an entry that its list lacks. */
export type ControlValueOperation = {
  readonly kind: 'control-value';
  readonly expression: Expression;
  readonly form: ControlForm;
  readonly shows: 'text' | 'stored' | 'unlisted';
  readonly before: Uint8Array;
  readonly behind: Uint8Array;
  readonly style: TextStyle;
  readonly source: TagSource;
  readonly reports: boolean;
};

/** A drawing with a chart, which gets a part of its own for every time it is written. */
export type ChartOperation = {
  readonly kind: 'chart';
  readonly chart: ChartTemplate;
  /** What the alternative text names; undefined where the chart's title may name it, or nothing does. */
  readonly expression: Expression | undefined;
  readonly steps: readonly (Uint8Array | 'id' | 'description' | 'relationship')[];
  readonly isInRun: boolean;
  readonly source: TagSource;
};

/**
 * A piece of a link of the template, written between before and behind only when the target is one: the attributes of a w:hyperlink, a
 * relationship id, the target of a field, or nothing more. anchor is the template's own w:anchor, undecoded.
 */
export type LinkOperation = {
  readonly kind: 'link';
  readonly pieces: LinkPieces;
  readonly writes: 'target' | 'relationship' | 'field' | 'nothing';
  readonly anchor?: string | undefined;
  readonly before: Uint8Array;
  readonly behind: Uint8Array;
  readonly source: TagSource;
  readonly reports: boolean;
};

/** Fixed text of a program. */
export function fixedText(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}

/** A page break, alone and in a paragraph of its own. */
export const breakRun = '<w:r><w:br w:type="page"/></w:r>';
export const breakParagraph = `<w:p>${breakRun}</w:p>`;
