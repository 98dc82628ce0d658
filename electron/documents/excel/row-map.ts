/** A stretch of template rows that was written `copies` times; both ends included, 1-based. */
export type RowBlock = { readonly from: number; readonly to: number; readonly copies: number };

/** Where the rows of a template stand in the finished sheet. */
export type RowMap = {
  /** Row of the first copy; where nothing was written, the row that took the place. */
  readonly first: (row: number) => number;
  /** Row of the last copy; one less than `first` where nothing was written. */
  readonly last: (row: number) => number;
  /** Row of one copy. `copy` counts from 0 and only matters inside a block. */
  readonly at: (row: number, copy: number) => number;
  /** The block that holds this row. */
  readonly blockOf: (row: number) => RowBlock | undefined;
  readonly isIdentity: boolean;
};

/** @param blocks in order, not overlapping */
export function rowMap(blocks: readonly RowBlock[]): RowMap {
  function growthBefore(row: number): number {
    let growth = 0;
    for (const block of blocks) {
      if (block.to >= row) break;
      growth += (block.copies - 1) * (block.to - block.from + 1);
    }
    return growth;
  }
  function blockOf(row: number): RowBlock | undefined {
    return blocks.find((block) => row >= block.from && row <= block.to);
  }
  function at(row: number, copy: number): number {
    const block = blockOf(row);
    if (block === undefined) return row + growthBefore(row);
    return block.from + growthBefore(block.from) + copy * (block.to - block.from + 1) + (row - block.from);
  }
  return {
    first: (row) => at(row, 0),
    last: (row) => {
      const block = blockOf(row);
      if (block === undefined) return row + growthBefore(row);
      return block.copies === 0 ? block.from + growthBefore(block.from) - 1 : at(row, block.copies - 1);
    },
    at,
    blockOf,
    isIdentity: blocks.every((block) => block.copies === 1),
  };
}
