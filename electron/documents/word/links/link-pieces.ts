import { evaluate, type Expression } from '../../tags/expression.ts';
import { findTags, type Delimiters } from '../../tags/find-tags.ts';
import type { Scope } from '../../tags/scope.ts';
import { parseTag, type Tag } from '../../tags/tag.ts';
import { valueText } from '../../tags/value-text.ts';
import { isForeign } from '../foreign-braces.ts';

/** The target of a link as a template says it: fixed text and values. */
export type LinkPieces = readonly (string | Expression)[];

export type FoundPieces = { readonly pieces: LinkPieces; readonly tags: readonly Tag[]; readonly written: string };

/**
 * A target with tags in it: `{网址}`, `https://oa.example/{编号}`; also escaped, as Word stores what is typed into its dialog:
 * `%7B%E7%BD%91%E5%9D%80%7D`. undefined when there is no tag.
 */
export function linkPieces(target: string, delimiters: Delimiters): FoundPieces | undefined {
  const plain = target.includes(delimiters.start) ? target : unescapedTags(target, delimiters);
  if (plain === undefined) return undefined;
  const { tags, faults } = findTags(plain, delimiters, { changeDelimiterPrefix: null });
  const values = tags.map((found) => ({ ...found, tag: parseTag(unescaped(found.inside)) }));
  if (faults.length > 0 || values.length === 0 || values.some(({ inside }) => isForeign(inside))) return undefined;
  const pieces: (string | Expression)[] = [];
  let at = 0;
  for (const { from, to, tag } of values) {
    if (from > at) pieces.push(plain.slice(at, from));
    if (tag.kind === 'value') pieces.push(tag.expression);
    at = to;
  }
  if (at < plain.length) pieces.push(plain.slice(at));
  return { pieces, tags: values.map(({ tag }) => tag), written: values.map(({ from, to }) => plain.slice(from, to)).join('') };
}

/** Escaped delimiters and what stands between them, unescaped; the rest stays as it is. */
function unescapedTags(target: string, { start, end }: Delimiters): string | undefined {
  const escaped = (mark: string): string => Array.from(Buffer.from(mark, 'utf8'), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const pattern = new RegExp(`${escaped(start)}(.*?)(?:${escaped(end)}|${escapedPattern(end)})`, 'gi');
  try {
    const plain = target.replace(pattern, (_, inside: string) => `${start}${decodeURIComponent(inside)}${end}`);
    return plain === target ? undefined : plain;
  } catch {
    return undefined;
  }
}

/** Some programs escape what stands between the braces, but not these. */
function unescaped(inside: string): string {
  try {
    return decodeURIComponent(inside);
  } catch {
    return inside;
  }
}

function escapedPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

export type LinkText = { readonly text: string; readonly isMissing: boolean };

/**
 * The target with its values. A value that begins it is taken as it is; one further in fills its place and cannot change the address
 * around it. `http://`, which Word's dialog puts before everything, gives way to an address that says its own.
 */
export function linkText(pieces: LinkPieces, scope: Scope, doubts: string[]): LinkText {
  let isMissing = false;
  const texts = pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    const value = evaluate(piece, scope, doubts);
    const text = valueText(value);
    if (value !== null && text === undefined) isMissing = true;
    return text?.trim() ?? '';
  });
  const head = wordsPrefix.test(texts[0] ?? '') && typeof pieces[1] === 'object' ? 1 : 0;
  const first = texts[head] ?? '';
  // An address without what was to be put into it leads nowhere.
  if (pieces.some((piece, index) => typeof piece === 'object' && texts[index] === '')) return { text: '', isMissing };
  const isMail = /^mailto:/i.test(first);
  const rest = texts.slice(head + 1).map((text, index) => (typeof pieces[head + 1 + index] === 'object' ? placed(text, isMail) : text));
  if (head === 0) return { text: [first, ...rest].join(''), isMissing };
  if (!ownScheme.test(first)) return { text: [texts[0], first, ...rest].join(''), isMissing };
  return { text: rest.length === 1 && rest[0] === '/' ? first : [first, ...rest].join(''), isMissing };
}

const wordsPrefix = /^https?:\/\/$/i;
const ownScheme = /^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|tel:|#)/i;

/** @param isMail whether `@` belongs into the address: in front of a host it would name another */
function placed(value: string, isMail: boolean): string {
  return value.toWellFormed().replace(/[^\p{L}\p{N}\-._~/]/gu, (character) => (isMail && character === '@' ? character : encodeURIComponent(character)));
}
