/** What easy-template-x's option says should repeat, as the element that `{-w:tr 名称}` would name. The content between the tags needs no name. */
const containers: ReadonlyMap<string, string | undefined> = new Map([
  ['row', 'w:tr'],
  ['column', 'w:tc'],
  ['paragraph', 'w:p'],
  ['content', undefined],
]);

/** The name in the opening tag of a loop, and the element to repeat when it says so. */
export type LoopName = { readonly name: string; readonly container?: string };

/**
 * Takes the option off the end of an opening tag: `items [loopOver: "row"]`, so that templates written for easy-template-x go on
 * working. Word makes curly quotes of straight ones. Anything else in brackets belongs to the name.
 */
export function splitLoopOver(written: string): LoopName {
  const bracket = written.lastIndexOf('[');
  const option = bracket < 0 ? null : /^\[\s*["“”]?loopOver["“”]?\s*[:：]\s*["“”'‘’]?(\w+)["“”'‘’]?\s*\]\s*$/.exec(written.slice(bracket));
  const over = option?.[1] ?? '';
  if (!containers.has(over)) return { name: written };
  const name = written.slice(0, bracket).trimEnd();
  const container = containers.get(over);
  return container === undefined ? { name } : { name, container };
}
