import { parseExpression, type Expression } from './expression.ts';

/** What a person wrote between a pair of delimiters. */
export type Tag =
  /** `{巡检日期}` */
  | { readonly kind: 'value'; readonly expression: Expression }
  /** `{#items}`, `{^items}`, `{-w:tr items}`; container is the element to repeat when the person names it. */
  | { readonly kind: 'open'; readonly expression: Expression; readonly name: string; readonly inverted: boolean; readonly container?: string }
  /** `{/items}` or `{/}`, which closes whatever is open: name is then ''. */
  | { readonly kind: 'close'; readonly name: string }
  /** `{@notes}`: finished XML of the format in place of the paragraph. */
  | { readonly kind: 'raw'; readonly expression: Expression };

/** Chinese input methods write these for the signs of the tag language; nobody begins a name with them. */
const fullWidthSigns: ReadonlyMap<string, string> = new Map([['＃', '#'], ['／', '/'], ['＾', '^'], ['＠', '@']]);

/**
 * Reads the inside of a tag. A sign counts only as the first character: `{ #a}` is a value with an odd name,
 * as in the tag language that people know.
 */
export function parseTag(inside: string): Tag {
  const rest = inside.slice(1);
  switch (fullWidthSigns.get(inside[0] ?? '') ?? inside[0]) {
    case '#':
      return { kind: 'open', expression: parseExpression(rest), name: rest.trim(), inverted: false };
    case '^':
      return { kind: 'open', expression: parseExpression(rest), name: rest.trim(), inverted: true };
    case '/':
      return { kind: 'close', name: rest.trim() };
    case '@':
      return { kind: 'raw', expression: parseExpression(rest) };
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
