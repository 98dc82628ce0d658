/** One paragraph of a contract, put together again where the file broke it, with its place among the chapters. */
export type Paragraph = {
  readonly index: number;
  /** 1-based line of the file where it begins; of a Word file, its paragraph. */
  readonly line: number;
  /** Without blanks beside Chinese characters. */
  readonly text: string;
  readonly level: number | undefined;
  /** The text after the clause number. */
  readonly body: string;
  readonly heading: boolean;
  /** The headings above it, outermost first. */
  readonly path: readonly string[];
  /** The annex it stands in; undefined in the main part. */
  readonly annex: string | undefined;
};

export type Sentence = { readonly text: string; readonly paragraph: Paragraph };

export type TableRow = { readonly line: number; readonly cells: readonly string[] };
export type Table = { readonly rows: readonly TableRow[]; readonly path: readonly string[] };

/** A contract as extractors see it: table rows are in `tables` only. */
export type ContractText = {
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly tables: readonly Table[];
};

/** The headings above a paragraph and the paragraph's own beginning: what says what it is about. */
export function contextOf(paragraph: Paragraph): string {
  return [...paragraph.path, paragraph.body.slice(0, 30)].join('/');
}

/** Paragraphs under a heading (or beginning with words) that the pattern names. */
export function paragraphsAbout(text: ContractText, subject: RegExp): Paragraph[] {
  return text.paragraphs.filter((paragraph) => subject.test(paragraph.path.join('/')) || subject.test(paragraph.heading ? paragraph.body : paragraph.body.slice(0, 16)));
}

/** A row as one line, for quoting. */
export function rowText(row: TableRow): string {
  return row.cells.filter((cell) => cell !== '').join(' ');
}
