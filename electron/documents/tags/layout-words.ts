/** What a tag can say about the layout, besides what it prints. */
export type LayoutWord = 'merge-equal' | 'count-on' | 'columns';

const words: ReadonlyMap<string, LayoutWord> = new Map([
  ['合并相同', 'merge-equal'],
  ['连续编号', 'count-on'],
  ['按列', 'columns'],
]);

/** A tag without its layout words, and the words. */
export type LaidOut = { readonly rest: string; readonly layout: ReadonlySet<LayoutWord> };

/**
 * Takes the layout words off the end of a tag: `部门|合并相同`, `#月份|按列`. The bar may be full-width. What else stands behind a bar
 * belongs to the expression.
 */
export function splitLayoutWords(inside: string): LaidOut {
  let rest = inside;
  const layout = new Set<LayoutWord>();
  for (;;) {
    const bar = Math.max(rest.lastIndexOf('|'), rest.lastIndexOf('｜'));
    const word = bar < 0 ? undefined : words.get(rest.slice(bar + 1).trim());
    if (word === undefined) return { rest, layout };
    layout.add(word);
    rest = rest.slice(0, bar);
  }
}
