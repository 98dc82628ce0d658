import { refuseTooManyTags } from './template-limits.ts';

/** The two marks around a tag; `{` and `}` unless a template says otherwise. */
export type Delimiters = { readonly start: string; readonly end: string };

export const defaultDelimiters: Delimiters = { start: '{', end: '}' };

/** How strictly delimiters are read. */
export type TagSyntax = {
  /** A start mark without an end mark is plain text. */
  readonly allowUnclosedTag?: boolean;
  /** An end mark without a start mark is plain text. */
  readonly allowUnopenedTag?: boolean;
  /** A tag may run over paragraphs; its line ends then belong to the name. */
  readonly preserveNewlinesInTags?: boolean;
  /** A loop over a row, or part of one, that another loop repeats already is repeated inside of it, although their tags are not nested. */
  readonly allowUnbalancedLoops?: boolean;
  /** `=` unless given: `{=[[ ]]=}` changes the delimiters for what follows. null switches that off. */
  readonly changeDelimiterPrefix?: string | null;
};

/** A tag in a text: offsets of the text, delimiters included, and what stands inside. */
export type FoundTag = { readonly from: number; readonly to: number; readonly inside: string };

export type DelimiterFault = {
  readonly code: 'unclosed-tag' | 'unopened-tag' | 'doubled-braces' | 'bad-delimiters';
  readonly at: number;
  /** The text around the fault, for the message. */
  readonly excerpt: string;
};

export type TagFinding = {
  readonly tags: readonly FoundTag[];
  /** Stretches that change the delimiters and print nothing. */
  readonly silent: readonly FoundTag[];
  readonly faults: readonly DelimiterFault[];
  /** In force at the end of the text, for the text that follows. */
  readonly delimiters: Delimiters;
};

const excerptLength = 24;

/** A change of delimiters is a handful of characters; its end is not looked for further on. */
const longestChange = 64;

/**
 * Finds the tags of one stretch of text (a paragraph, a cell). All faults are reported, not just the first.
 * @throws AppError template-broken when there are too many of either
 */
export function findTags(text: string, delimiters: Delimiters, syntax: TagSyntax): TagFinding {
  const tags: FoundTag[] = [];
  const silent: FoundTag[] = [];
  const faults: DelimiterFault[] = [];
  const prefix = syntax.changeDelimiterPrefix === undefined ? '=' : syntax.changeDelimiterPrefix;
  let { start, end } = delimiters;
  let open = -1;
  let at = 0;
  const fault = (code: DelimiterFault['code'], from: number, to: number): void => {
    faults.push({ code, at: from, excerpt: text.slice(from, Math.min(to, from + excerptLength)) });
  };
  for (;;) {
    refuseTooManyTags(tags.length + silent.length + faults.length);
    const nextStart = start === end && open >= 0 ? -1 : text.indexOf(start, at);
    const nextEnd = start === end && open < 0 ? -1 : text.indexOf(end, at);
    if (nextStart >= 0 && (nextEnd < 0 || nextStart <= nextEnd)) {
      if (open >= 0 && !syntax.allowUnclosedTag) {
        const doubled = open + start.length === nextStart;
        if (doubled) {
          // One report for `{{name}}`, and on behind it: its second half would only repeat the complaint.
          const close = text.indexOf(end, nextStart);
          const behind = close < 0 ? nextStart + start.length : close + end.length;
          const both = text.startsWith(end, behind) ? behind + end.length : behind;
          fault('doubled-braces', open, both);
          open = -1;
          at = both;
          continue;
        }
        fault('unclosed-tag', open, nextStart);
      }
      open = nextStart;
      at = nextStart + start.length;
      if (prefix !== null && prefix !== '' && text.startsWith(prefix, at)) {
        const change = readChange(text, at, prefix, end);
        if (change === undefined) {
          fault('bad-delimiters', open, open + excerptLength);
        } else {
          silent.push({ from: open, to: change.to, inside: text.slice(at, change.to - end.length) });
          ({ start, end } = change.delimiters);
          at = change.to;
        }
        open = -1;
      }
      continue;
    }
    if (nextEnd < 0) break;
    if (open < 0) {
      if (!syntax.allowUnopenedTag) fault('unopened-tag', Math.max(0, nextEnd + end.length - excerptLength), nextEnd + end.length);
    } else {
      tags.push({ from: open, to: nextEnd + end.length, inside: text.slice(open + start.length, nextEnd) });
      open = -1;
    }
    at = nextEnd + end.length;
  }
  if (open >= 0 && !syntax.allowUnclosedTag) fault('unclosed-tag', open, text.length);
  return { tags, silent, faults, delimiters: { start, end } };
}

/** `=[[ ]]=` followed by the end mark in force. */
function readChange(text: string, at: number, prefix: string, end: string): { delimiters: Delimiters; to: number } | undefined {
  const near = text.slice(at, at + longestChange).indexOf(prefix + end, prefix.length);
  if (near < 0) return undefined;
  const close = at + near;
  const marks = text.slice(at + prefix.length, close).split(' ');
  const [start, stop] = marks;
  if (marks.length !== 2 || !start || !stop) return undefined;
  return { delimiters: { start, end: stop }, to: close + prefix.length + end.length };
}
