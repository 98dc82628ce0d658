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

export type LinkText = {
  readonly text: string;
  readonly isMissing: boolean;
  /** The first value that would name another computer than the template does. */
  readonly odd: string | undefined;
};

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
  const isValue = (index: number): boolean => typeof pieces[index] === 'object';
  // An address without what was to be put into it leads nowhere.
  if (texts.some((text, index) => isValue(index) && text === '')) return { text: '', isMissing, odd: undefined };
  const head = wordsPrefix.test(texts[0] ?? '') && isValue(1) && endsHost(texts[2]) ? 1 : 0;
  const first = texts[head] ?? '';
  const isOwn = head === 1 && ownScheme.test(first);
  if (isOwn && texts.length === 3 && texts[2] === '/') return { text: first, isMissing, odd: undefined };
  let text = head === 0 || isOwn ? first : `${texts[0]}${first}`;
  for (let index = head + 1; index < texts.length; index++) {
    const piece = texts[index] ?? '';
    if (isValue(index) && inHost.test(text) && !isHostPart(piece, text, texts[index + 1])) return { text: '', isMissing, odd: piece };
    text += isValue(index) ? placed(piece, /^mailto:/i.test(text)) : piece;
  }
  return { text, isMissing, odd: undefined };
}

const wordsPrefix = /^https?:\/\/$/i;
const ownScheme = /^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|tel:|#)/i;
/** An address as far as the name of the computer. */
const inHost = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*$/i;

/** Whether what follows a value leaves the name of the computer. */
function endsHost(next: string | undefined): boolean {
  return next === undefined || /^[/?#:]/.test(next);
}

/** A value in the name of a computer may be a part of that name, or begin the path behind it; nothing that makes another name of it. */
function isHostPart(value: string, before: string, next: string | undefined): boolean {
  if (/^[\p{L}\p{N}-]+$/u.test(value)) return true;
  if (before.endsWith('//')) return next?.startsWith('.') === true && /^[\p{L}\p{N}.-]+$/u.test(value);
  return value.startsWith('/') && endsHost(next);
}

/** @param isMail whether `@` belongs into the address: in front of a host it would name another */
function placed(value: string, isMail: boolean): string {
  return value.toWellFormed().replace(/[^\p{L}\p{N}\-._~/]/gu, (character) => (isMail && character === '@' ? character : encodeURIComponent(character)));
}
