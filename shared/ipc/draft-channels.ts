import { z } from 'zod';
import { channel, fileInput, idInput, sha256Input } from './channel.ts';

/** Bytes of a draft's content as JSON; a grid of a thousand rows is far below. */
export const draftContentLimit = 4 * 1024 * 1024;
/** Unfinished inputs of one contract, and files waiting in one of them. */
export const draftLimits = { drafts: 500, files: 200 } as const;

/** One unsaved input, as a list shows it. */
export type DraftSummary = {
  /** Unique in its contract: `record:<id>`, `new:<kind>:<id>`, `grid:worklog` … */
  readonly key: string;
  readonly kind: string;
  /** What a person recognises it by. */
  readonly label: string;
  /** The record that is edited, and the revision it had then. */
  readonly recordId?: string;
  readonly baseRevision?: number;
  /** Rises with every change, so that two windows notice each other. */
  readonly version: number;
  /** ISO instant in UTC. */
  readonly updatedAt: string;
};

export type Draft = DraftSummary & { readonly content: unknown; readonly files: readonly { readonly sha256: string; readonly size: number }[] };

const draftKey = z.string().min(1).max(120);
const place = { contractId: idInput, key: draftKey };

/** Each half of a surrogate pair counts two of its four. */
function utf8Bytes(unit: number): number {
  if (unit < 0x80) return 1;
  return unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
}

/** Whether a content is short enough to be kept, counted as the UTF-8 bytes of its JSON. */
function isKeepable(content: unknown): boolean {
  const text: unknown = JSON.stringify(content);
  // What is no JSON has no text. A character is at most three bytes of UTF-8: short texts need no count.
  if (typeof text !== 'string' || text.length * 3 <= draftContentLimit) return typeof text === 'string';
  let bytes = 0;
  for (let index = 0; index < text.length && bytes <= draftContentLimit; index++) bytes += utf8Bytes(text.charCodeAt(index));
  return bytes <= draftContentLimit;
}

/** Input that was not saved yet. It is durable when `drafts.keep` answers, is in every backup, and leaves no trace in the history. */
export const draftChannels = {
  'drafts.keep': channel<DraftSummary>()(z.strictObject({
    ...place,
    kind: z.string().min(1).max(40),
    label: z.string().max(200),
    content: z.unknown().refine(isKeepable, '内容太多，不能暂存'),
    recordId: idInput.optional(),
    baseRevision: z.number().int().positive().optional(),
    /** The version this window last saw, 0 for none: another one fails with `conflict`. Left out, the last one wins. */
    seen: z.number().int().min(0).optional(),
    /** The waiting files that the content still names; others are let go. Left out, all stay. */
    files: z.array(sha256Input).max(draftLimits.files).optional(),
  })),
  'drafts.get': channel<Draft | null>()(z.strictObject(place)),
  /** Newest first. */
  'drafts.list': channel<readonly DraftSummary[]>()(z.strictObject({ contractId: idInput })),
  /** Nothing happens when there is none. */
  'drafts.drop': channel<{ readonly dropped: boolean }>()(z.strictObject(place)),
  /** Keeps a file that waits in a draft; the draft must be there. */
  'drafts.keepFile': channel<{ readonly sha256: string; readonly size: number }>()(z.strictObject({ ...place, file: fileInput })),
  'drafts.readFile': channel<{ readonly base64: string; readonly mediaType: string }>()(z.strictObject({ ...place, sha256: sha256Input })),
} as const;
