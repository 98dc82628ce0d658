import { z } from 'zod';
import { AppError, type Problem } from '../../shared/app-error.ts';
import { onlyAddsReview, vouchedBody } from '../../shared/sign-off/report-review.ts';
import { canonicalJson } from './canonical-json.ts';
import { reopenIssued, type IssuedDocument } from './issued.ts';
import type { RecordRow, NewRecordRow } from './sql/record-sql.ts';
import type { SealRow } from './sql/sign-off-sql.ts';
import type { ReadableStore, WritableStore } from './store.ts';

/** A record as messages name it. */
type NamedRow = Pick<RecordRow, 'id' | 'number' | 'title'>;

/**
 * Notes which records a signed paper shows: from then on they are sealed by it.
 * @param showsPhotos whether it shows their photos too
 */
export function sealRecords(store: WritableStore, issuedId: string, recordIds: readonly string[], showsPhotos: boolean): void {
  store.transaction(() => {
    store.statements.signOff.dropSeals.run(issuedId);
    for (const id of recordIds) store.statements.signOff.addSeal.run(issuedId, id, showsPhotos ? 1 : 0);
  });
}

/** The signed papers that show a record and were not opened for a new version. */
export function sealsOf(store: ReadableStore, recordId: string): readonly SealRow[] {
  return store.statements.signOff.sealsOf.all(recordId);
}

/**
 * Runs work in which sealed records may be changed: the papers that show them are opened for their next version, with this reason.
 * Without a reason, changing a sealed record throws `signed-document`. The work must not wait for anything.
 */
export function withRevisionReason<T>(store: WritableStore, reason: string | undefined, work: () => T): T {
  const before = store.revision.reason;
  store.revision.reason = reason;
  try {
    return work();
  } finally {
    store.revision.reason = before;
  }
}

/** Refuses changes to sealed records, all at once, unless a reason was given. Throws `signed-document` with every record and paper. */
export function refuseSealed(store: WritableStore, rows: readonly NamedRow[]): void {
  if (store.revision.reason !== undefined) return;
  const sealed = rows.flatMap((row) => sealsOf(store, row.id).map((seal) => ({ row, seal })));
  if (sealed.length > 0) throw sealedError(sealed);
}

function sealedError(sealed: readonly { readonly row: NamedRow; readonly seal: SealRow }[]): AppError {
  const [first] = sealed;
  const records = new Set(sealed.map(({ row }) => row.id)).size;
  const papers = new Map(sealed.map(({ seal }) => [seal.id, seal]));
  const problems: Problem[] = sealed.map(({ row, seal }) => ({ place: row.number ?? row.title, message: `《${withoutEnding(seal.file_name)}》${seal.version === 1 ? '' : `第 ${seal.version} 版`}已${seal.state === 'scanned' ? '签字并归了扫描件' : '签字'}` }));
  const what = records === 1 ? `记录「${first?.row.number ?? first?.row.title ?? ''}」` : `${records} 条记录`;
  return new AppError('signed-document', `${what}已印在签过字的文件上，改动要写明原因，文件出新版后重新打印、签字。`, {
    problems, records, documents: papers.size, issued: [...papers.keys()].slice(0, 200).join(' '),
  });
}

function withoutEnding(fileName: string): string {
  return fileName.replace(/\.(?:docx|xlsx)$/, '');
}

/** Opens the papers that a changed record is sealed by. Only inside the transaction that changes it. Throws `signed-document`. */
export function openSeals(store: WritableStore, row: NamedRow, isOpened: (seal: SealRow) => boolean = () => true): void {
  const seals = sealsOf(store, row.id).filter(isOpened);
  if (seals.length === 0) return;
  const { reason } = store.revision;
  if (reason === undefined) throw sealedError(seals.map((seal) => ({ row, seal })));
  for (const { id } of seals) reopenIssued(store, id, reason, store.environment.now());
}

const objectSchema = z.record(z.string(), z.unknown());

const paperColumns = ['number', 'date', 'status', 'title', 'late_reason', 'void_reason', 'extra', 'body'] as const;
type PaperColumn = (typeof paperColumns)[number];

/** Whether two bodies of a report differ only in its review and in later explanations. */
function isReviewOf(previous: RecordRow, body: string): boolean {
  if (previous.kind !== 'report') return false;
  const [before, after] = [objectSchema.parse(JSON.parse(previous.body)), objectSchema.parse(JSON.parse(body))];
  return onlyAddsReview(previous.kind, before, after) && canonicalJson(vouchedBody(previous.kind, before)) === canonicalJson(vouchedBody(previous.kind, after));
}

/**
 * Whether a change only fills in signatures that were empty, or what the customer said of a report: that is written down from the signed paper, and the paper stays right.
 * `before` and `after` are the sign-off columns of the rows.
 */
export function isTranscription(previous: RecordRow, row: Omit<Pick<NewRecordRow, PaperColumn>, 'void_reason'> & Partial<Pick<NewRecordRow, 'void_reason'>>, before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): boolean {
  if (paperColumns.some((column) => column in row && previous[column] !== row[column] && !(column === 'body' && isReviewOf(previous, row.body)))) return false;
  return Object.entries(before).every(([role, value]) => value === '' || value === after[role]);
}

/** Opens signed papers for a new version before their records are changed, all or none. Throws `not-found`, `conflict` for one that is signed no longer. */
export function reopenPapers(store: WritableStore, papers: readonly IssuedDocument[], reason: string): void {
  store.transaction(() => {
    for (const { id, state, reopened, fileName } of papers) {
      if (state !== 'signed' && state !== 'scanned') throw new AppError('conflict', `《${withoutEnding(fileName)}》刚刚改为没有签字，请再试一次。`, { issued: id });
      if (reopened === undefined) reopenIssued(store, id, reason, store.environment.now());
    }
  });
}

/** Takes the opening back where no sealed record was changed since: the signed papers are right as they are. Answers how many. */
export function withdrawReopening(store: WritableStore, papers: readonly IssuedDocument[]): number {
  return store.transaction(() => {
    const untouched = papers.filter(({ id, reopened }) => reopened !== undefined && reopened.reason !== '' && store.statements.signOff.changedSince.get(id, reopened.at) === undefined);
    for (const { id } of untouched) reopenIssued(store, id, undefined, store.environment.now());
    return untouched.length;
  });
}
