/** One line of a contract as the file has it: a paragraph of a text file or of Word, or one row of a Word table. */
export type SourceLine = {
  readonly text: string;
  /** Set for rows of a Word table; a text file's columns are found by their separators. */
  readonly cells?: readonly string[];
  /** Rows of one Word table share a number. */
  readonly table?: number;
};

/** More text than any contract has, annexes included; every reading is linear in it. Characters. */
export const textLimit = 300_000;
/** Bytes of a file before anything is read from it. */
export const fileLimit = 60 * 1024 * 1024;
