import { parseExpression, type Expression } from './expression.ts';
import { splitLayoutWords } from './layout-words.ts';
import { splitLoopOver } from './loop-over.ts';
import { longestTag } from './template-limits.ts';
import { splitPictureBox, type PictureBox } from './picture-box.ts';

/** What a person wrote between a pair of delimiters. */
export type Tag =
  /** `{巡检日期}`; `{部门|合并相同}` makes one cell of the cells above each other that print the same. */
  | { readonly kind: 'value'; readonly expression: Expression; readonly mergesEqual?: boolean }
  /**
   * `{#items}`, `{^items}`, `{-w:tr items}`; container is the element to repeat when the person names it, `{#月份|按列}` being the same as
   * `{-w:tc 月份}`, and `{#items [loopOver: "row"]}` as `{-w:tr items}`. `{#组|连续编号}`: lists inside count on from one copy to the next.
   */
  | { readonly kind: 'open'; readonly expression: Expression; readonly name: string; readonly inverted: boolean; readonly container?: string; readonly countsOn?: boolean }
  /** `{/items}` or `{/}`, which closes whatever is open: name is then ''. */
  | { readonly kind: 'close'; readonly name: string }
  /** `{@notes}`: finished XML of the format in place of the paragraph. */
  | { readonly kind: 'raw'; readonly expression: Expression }
  /** `{%照片}`, `{%照片 6×4厘米}`: a picture, in its own size or fitted into a box. */
  | { readonly kind: 'picture'; readonly expression: Expression; readonly box: PictureBox | undefined };

/** Chinese input methods write these for the signs of the tag language; nobody begins a name with them. */
const fullWidthSigns: ReadonlyMap<string, string> = new Map([['＃', '#'], ['／', '/'], ['＾', '^'], ['＠', '@'], ['％', '%']]);

/**
 * Reads the inside of a tag. A sign counts only as the first character: `{ #a}` is a value with an odd name,
 * as in the tag language that people know.
 */
export function parseTag(inside: string): Tag {
  if (inside.length > longestTag) return { kind: 'value', expression: { kind: 'broken', written: inside.slice(0, 20), formula: { kind: 'literal', value: null }, faults: [{ message: `超过 ${longestTag} 个字` }] } };
  const { rest, layout } = splitLayoutWords(inside);
  const tag = parseBare(rest);
  if (layout.size === 0) return tag;
  if (tag.kind === 'value' && layout.has('merge-equal')) return { ...tag, mergesEqual: true };
  if (tag.kind !== 'open') return tag;
  return { ...tag, ...(layout.has('columns') && { container: 'w:tc' }), ...(layout.has('count-on') && { countsOn: true }) };
}

function parseBare(inside: string): Tag {
  const rest = inside.slice(1);
  switch (fullWidthSigns.get(inside[0] ?? '') ?? inside[0]) {
    case '#':
      return openingTag(rest, false);
    case '^':
      return openingTag(rest, true);
    case '/':
      return { kind: 'close', name: rest.trim() };
    case '@':
      return { kind: 'raw', expression: parseExpression(rest) };
    case '%':
      return pictureTag(rest);
    case '-': {
      const named = /^-(\S+)\s+(\S.*)$/s.exec(inside);
      if (named?.[1] !== undefined && named[2] !== undefined) {
        return { kind: 'open', expression: parseExpression(named[2]), name: named[2].trim(), inverted: false, container: named[1] };
      }
      return { kind: 'value', expression: parseExpression(inside) };
    }
    default:
      return { kind: 'value', expression: parseExpression(inside) };
  }
}

function openingTag(written: string, inverted: boolean): Extract<Tag, { kind: 'open' }> {
  const { name, ...container } = splitLoopOver(written);
  return { kind: 'open', expression: parseExpression(name), name: name.trim(), inverted, ...container };
}

/** A picture's tag without its sign. In the alternative text of a placeholder picture the sign may be left out. */
export function pictureTag(written: string): Extract<Tag, { kind: 'picture' }> {
  const { name, box } = splitPictureBox(written);
  return { kind: 'picture', expression: parseExpression(name), box };
}
