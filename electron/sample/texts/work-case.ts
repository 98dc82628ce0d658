/** What was asked or found, what was done, and how it ended: three sentences that belong together. */
export type WorkThread = readonly [description: string, process: string, result: string];

/**
 * Work of one sort. `{名称}` in a sentence is a slot filled by fill-text.ts.
 * `minutes` is how long such work takes, from shortest to longest.
 */
export type WorkCase = {
  readonly modules: readonly string[];
  readonly minutes: readonly [shortest: number, longest: number];
  readonly threads: readonly WorkThread[];
};
