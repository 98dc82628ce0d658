import { comparisonAt, narrow } from './comparison-sign.ts';
import { halfWidth } from './half-width.ts';

/** Where a name ends: an operand at operators, a parameter and the name of a filter also at `:` and `,`. */
export type NameStops = 'operand' | 'parameter' | 'filter';

/** Quotes of one family close each other, because Word turns straight quotes into either of a pair. */
const quoteFamilies: readonly string[] = ['"“”„＂', "'‘’‚＇", '「」', '『』'];

function familyOf(quote: string): string | undefined {
  return quote === '' ? undefined : quoteFamilies.find((family) => family.includes(quote));
}

export function startsWithQuote(text: string, at: number): boolean {
  return familyOf(text.charAt(at)) !== undefined;
}

/** Where the quoted text that begins here ends: at the same straight quote if there is one, else at the next of its family. */
export function closingQuote(text: string, at: number): number | undefined {
  const quote = text.charAt(at);
  const family = familyOf(quote) ?? '';
  const same = quote === '"' || quote === "'" ? text.indexOf(quote, at + 1) : -1;
  if (same >= 0) return same;
  for (let index = at + 1; index < text.length; index++) {
    if (family.includes(text.charAt(index))) return index;
  }
  return undefined;
}

const words: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([['and', 'and'], ['or', 'or'], ['not', 'not'], ['且', 'and'], ['或', 'or'], ['非', 'not']]);

/** The word operator at this place. A blank or a parenthesis must stand on both sides: Chinese names have no word boundaries. */
export function wordAt(text: string, at: number): { readonly kind: 'and' | 'or' | 'not'; readonly length: number } | undefined {
  if (at > 0 && !/[\s()（）"“”'‘’」』!！]/.test(text.charAt(at - 1))) return undefined;
  const match = /^(and|or|not|且|或|非)(?=[\s(（])/i.exec(text.slice(at, at + 4));
  const kind = match?.[1] === undefined ? undefined : words.get(match[1].toLowerCase());
  return kind === undefined || match === null ? undefined : { kind, length: match[0].length };
}

/**
 * The name that begins here: everything up to an operator, a pipe or the end, without the blanks around it. Parentheses that open
 * inside a name belong to it (工时（人时）); a closing one that does not ends it where a group is open.
 */
export function readName(text: string, from: number, stops: NameStops, openGroups: number): { readonly name: string; readonly to: number } {
  let own = 0;
  let at = from;
  for (; at < text.length; at++) {
    const sign = narrow(text.charAt(at));
    if (sign === '|' || sign === '=' || comparisonAt(text, at) !== undefined || narrow(text.slice(at, at + 2)) === '&&') break;
    if (stops !== 'operand' && own === 0 && (sign === ':' || sign === ',')) break;
    if (sign === '(') own++;
    if (sign === ')') {
      if (own === 0 && openGroups > 0) break;
      own = Math.max(0, own - 1);
    }
    if (at > from && /\s/.test(text.charAt(at - 1)) && wordAt(text, at) !== undefined) break;
  }
  return { name: text.slice(from, at).trim(), to: at };
}

/** Digits, with a sign and a point, as a number; what a number of the runtime would change stays text, which counts as a number too. */
export function numberLiteral(name: string): number | string | undefined {
  const text = halfWidth(name);
  if (!/^[+-]?\d{1,40}(?:\.\d{1,40})?$/.test(text)) return undefined;
  const number = Number(text);
  const plain = text.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  return String(number) === plain ? number : text;
}
