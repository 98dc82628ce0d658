/** Names shorter than this are too near to everyday words to be told from them. */
const shortestName = 8;
/** Characters by which a name may be written wrongly and still be meant: 项目 for 服务项目. */
const mostWrong = 2;

/** How many characters of `text`'s beginning write `name`, and with how few mistakes (replaced, left out, added). */
function nearestStart(name: string, text: string): { readonly mistakes: number; readonly length: number } {
  let row = Array.from({ length: text.length + 1 }, (_, position) => position);
  for (let i = 1; i <= name.length; i++) {
    const next = [i];
    for (let j = 1; j <= text.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (name[i - 1] === text[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    // It only gets worse from here.
    if (Math.min(...next) > mostWrong) return { mistakes: mostWrong + 1, length: 0 };
    row = next;
  }
  let length = 0;
  for (const [position, mistakes] of row.entries()) if (mistakes <= (row[length] ?? 0)) length = position;
  return { mistakes: row[length] ?? 0, length };
}

/** Characters at either end that must be right: both mistakes may lie in the very middle. */
function partOf(name: string): number {
  return Math.max(4, Math.floor(name.length / 2) - 1);
}

function reversed(text: string): string {
  return Array.from(text).toReversed().join('');
}

export type AlmostName = { readonly name: string; readonly written: string };

/** Whether any of these names, or something like it, could be in a text: a quick look before the careful one. */
export function mentions(names: readonly string[]): (text: string) => boolean {
  const pieces = names.filter((name) => name.length >= shortestName).flatMap((name) => [name.slice(0, partOf(name)), name.slice(-partOf(name))]);
  // One expression goes through a text once, however many names there are.
  const any = new RegExp([...new Set(pieces)].map((piece) => piece.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'));
  return (text) => pieces.length > 0 && any.test(text);
}

/**
 * Finds names that are almost, but not quite, written as they should be: with one end right and at most two characters wrong.
 * Other names of the list, and what differs more (short forms, other organisations), are left alone.
 */
export function almostWritten(names: readonly string[]): (text: string) => AlmostName[] {
  const known = names.filter((name) => name.length >= shortestName).map((name) => {
    const part = partOf(name);
    return { name, backwards: reversed(name), head: name.slice(0, part), tail: name.slice(-part) };
  });
  const longestFirst = names.toSorted((a, b) => b.length - a.length);
  // The same few lines come back in thousands of records: names of units that begin like one of these.
  const compared = new Map<string, ReturnType<typeof nearestStart>>();
  const compare = (name: string, line: string): ReturnType<typeof nearestStart> => {
    const key = `${name}\n${line}`;
    const nearest = compared.get(key) ?? nearestStart(name, line);
    compared.set(key, nearest);
    return nearest;
  };
  return (text) => {
    const found = new Map<string, AlmostName>();
    const note = (name: string, written: string, mistakes: number): void => {
      // A longer name of the list may lie there, of which this is a part.
      if (mistakes > 0 && mistakes <= mostWrong && !names.some((other) => other.includes(written))) found.set(written, { name, written });
    };
    for (const { name, backwards, head, tail } of known) {
      // Whatever is written rightly is taken out first, so that only the rest can be wrong.
      if (!text.includes(head) && !text.includes(tail)) continue;
      const rest = longestFirst.reduce((left, right) => left.replaceAll(right, '\n'), text);
      for (let at = rest.indexOf(head); at !== -1; at = rest.indexOf(head, at + 1)) {
        const [line = ''] = rest.slice(at, at + name.length + mostWrong).split('\n', 1);
        const { mistakes, length } = compare(name, line);
        note(name, line.slice(0, length), mistakes);
      }
      for (let at = rest.indexOf(tail); at !== -1; at = rest.indexOf(tail, at + 1)) {
        const end = at + tail.length;
        const line = rest.slice(Math.max(0, end - name.length - mostWrong), end).split('\n').at(-1) ?? '';
        const { mistakes, length } = compare(backwards, reversed(line));
        note(name, line.slice(line.length - length), mistakes);
      }
    }
    return [...found.values()];
  };
}
