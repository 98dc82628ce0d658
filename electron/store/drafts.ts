import type { z } from 'zod';
import { AppError } from '../../shared/app-error.ts';
import { draftLimits, type Draft, type draftChannels, type DraftSummary } from '../../shared/ipc/draft-channels.ts';
import { attachmentLimit } from '../../shared/records/attachment.ts';
import { sha256Hex } from '../files/digest.ts';
import { removeContent, isContentInUse, readContent, writeContent } from './attachment-files.ts';
import { requireContract } from './contracts.ts';
import { reading } from './sqlite-errors.ts';
import type { DraftRow, DraftSummaryRow } from './sql/draft-sql.ts';
import type { ReadableStore, WritableStore } from './store.ts';

export type KeptDraft = z.output<(typeof draftChannels)['drafts.keep']['input']>;

/**
 * Keeps unsaved input, durable when this returns. What is kept already is not written again.
 * Throws `not-found` (contract), `conflict` when another window has kept a version that this one has not seen, `invalid-input` when there are too many.
 */
export function keepDraft(store: WritableStore, { contractId, key, seen, files, ...input }: KeptDraft): DraftSummary {
  const letGo: string[] = [];
  const kept = store.transaction(() => {
    requireContract(store, contractId);
    const { drafts } = store.statements;
    const before = drafts.get.get(contractId, key);
    if (seen !== undefined && before !== undefined && before.version !== seen) {
      throw new AppError('conflict', '另一个窗口也在填写这张表单，刚才保存过。', { key, version: before.version });
    }
    if (before === undefined && (drafts.count.get(contractId)?.count ?? 0) >= draftLimits.drafts) {
      throw new AppError('invalid-input', `未完成的填写已有 ${draftLimits.drafts} 份，请先完成或丢弃一些。`, { key });
    }
    if (files !== undefined) letGo.push(...releaseFiles(store, contractId, key, new Set(files)));
    const row = { contract_id: contractId, key, kind: input.kind, label: input.label, record_id: input.recordId ?? null, base_revision: input.baseRevision ?? null, content: JSON.stringify(input.content) };
    if (before !== undefined && isSame(before, row)) return summaryOf(before);
    const next: DraftRow = { ...row, version: (before?.version ?? 0) + 1, updated_at: store.environment.now() };
    drafts.put.run(next);
    return summaryOf(next);
  });
  removeUnused(store, letGo);
  return kept;
}

/** Undefined when there is none. */
export function getDraft(store: ReadableStore, contractId: string, key: string): Draft | undefined {
  return reading(() => {
    const row = store.statements.drafts.get.get(contractId, key);
    if (row === undefined) return undefined;
    return { ...summaryOf(row), content: contentOf(row), files: store.statements.drafts.files.all(contractId, key) };
  });
}

/** The drafts of a contract without their contents, newest first. */
export function listDrafts(store: ReadableStore, contractId: string): DraftSummary[] {
  return reading(() => store.statements.drafts.ofContract.all(contractId).map(summaryOf));
}

/** Forgets a draft and the files that waited in it; answers whether there was one. */
export function dropDraft(store: WritableStore, contractId: string, key: string): boolean {
  const letGo: string[] = [];
  const dropped = store.transaction(() => {
    letGo.push(...releaseFiles(store, contractId, key, new Set()));
    return store.statements.drafts.drop.run(contractId, key).changes > 0;
  });
  removeUnused(store, letGo);
  return dropped;
}

/** Keeps a file for a draft that is there. Throws `not-found`, `invalid-input` for an empty one, one above 30 MB or one too many, `disk-full`. */
export function keepDraftFile(store: WritableStore, contractId: string, key: string, file: { readonly name: string; readonly content: Uint8Array }): { readonly sha256: string; readonly size: number } {
  const size = file.content.length;
  if (size === 0 || size > attachmentLimit) throw new AppError('invalid-input', `「${file.name}」${size === 0 ? '是空文件' : '太大'}，没有暂存。`, { file: file.name });
  const sha256 = sha256Hex(file.content);
  writeContent(store, sha256, file.content);
  store.transaction(() => {
    const { drafts } = store.statements;
    if (drafts.get.get(contractId, key) === undefined) throw new AppError('not-found', '没有这份未完成的填写。', { key });
    if (drafts.files.all(contractId, key).length >= draftLimits.files) throw new AppError('invalid-input', `一张表单最多等待 ${draftLimits.files} 个文件。`, { key });
    drafts.addFile.run(contractId, key, sha256, size);
  });
  return { sha256, size };
}

/** A file that waits in a draft. Throws `not-found`, `store-damaged`. */
export function readDraftFile(store: ReadableStore, contractId: string, key: string, sha256: string): Buffer {
  const waits = reading(() => store.statements.drafts.files.all(contractId, key).some((file) => file.sha256 === sha256));
  if (!waits) throw new AppError('not-found', '这份未完成的填写里没有这个文件。', { key, sha256 });
  return readContent(store, sha256);
}

/** Takes files off a draft, except those to stay. Answers what it took. */
function releaseFiles(store: WritableStore, contractId: string, key: string, staying: ReadonlySet<string>): string[] {
  const { drafts } = store.statements;
  const gone = drafts.files.all(contractId, key).filter(({ sha256 }) => !staying.has(sha256));
  for (const { sha256 } of gone) drafts.dropFile.run(contractId, key, sha256);
  return gone.map(({ sha256 }) => sha256);
}

/** After the transaction: a file must not go before its last mention has durably gone. */
function removeUnused(store: WritableStore, contents: readonly string[]): void {
  for (const sha256 of contents) {
    if (!isContentInUse(store, sha256)) removeContent(store, sha256);
  }
}

function isSame(before: DraftRow, row: Omit<DraftRow, 'version' | 'updated_at'>): boolean {
  const stored: Readonly<Record<string, unknown>> = before;
  return Object.entries(row).every(([column, value]) => stored[column] === value);
}

function summaryOf(row: DraftSummaryRow): DraftSummary {
  return {
    key: row.key,
    kind: row.kind,
    label: row.label,
    ...(row.record_id === null ? {} : { recordId: row.record_id }),
    ...(row.base_revision === null ? {} : { baseRevision: row.base_revision }),
    version: row.version,
    updatedAt: row.updated_at,
  };
}

function contentOf(row: DraftRow): unknown {
  try {
    return JSON.parse(row.content);
  } catch (cause) {
    throw new AppError('store-damaged', `未完成的填写「${row.label}」已损坏，只能丢弃。`, { key: row.key }, { cause });
  }
}
