import { AppError } from '../../shared/app-error.ts';
import { issuedStates, type IssuedState } from '../../shared/deliverables/issued-state.ts';
import { appendChange, tick, type FieldChange } from './changes.ts';
import { requireContract } from './contracts.ts';
import { reading } from './sqlite-errors.ts';
import type { IssuedRow } from './sql/document-sql.ts';
import type { ReadableStore, WritableStore } from './store.ts';

/** What a document was made from and what came out. All digests are SHA-256 in lower-case hexadecimal. */
export type NewIssuedDocument = {
  /** Id of the deliverable in the profile. */
  readonly deliverable: string;
  /** Which part of it: a period's key such as `2024-08`, or a record's id. */
  readonly scope: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly templateSha256: string;
  /** Digest of the data the template was filled with. */
  readonly dataSha256: string;
  readonly fileSha256: string;
  /** 版次; 1 unless given. */
  readonly version?: number;
  /** 修改说明: why this version was made. */
  readonly reason?: string;
  /** Digest of what the paper shows of its records, signatures aside. */
  readonly paperSha256?: string | undefined;
};

/** A signed paper whose records were opened for a new version. */
export type Reopening = { readonly at: string; readonly by: string; readonly reason: string };

export type IssuedDocument = NewIssuedDocument & {
  readonly version: number;
  readonly reason: string;
  readonly reopened?: Reopening | undefined;
  readonly id: string;
  readonly contractId: string;
  readonly state: IssuedState;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly stateAt: string;
};

/** Notes documents that were just produced, all or none. A later one of the same deliverable and scope takes the place of the earlier. */
export function recordIssued(store: WritableStore, contractId: string, documents: readonly NewIssuedDocument[]): IssuedDocument[] {
  return store.transaction(() => {
    requireContract(store, contractId);
    return documents.map((document) => {
      const at = store.environment.now();
      const row: IssuedRow = {
        id: store.environment.newId(),
        contract_id: contractId,
        deliverable: document.deliverable,
        scope: document.scope,
        file_name: document.fileName,
        size: document.size,
        template_sha256: document.templateSha256,
        data_sha256: document.dataSha256,
        file_sha256: document.fileSha256,
        state: 'made',
        made_at: at,
        made_by: store.environment.user,
        state_at: at,
        version: document.version ?? 1,
        reason: document.reason ?? '',
        paper_sha256: document.paperSha256 ?? null,
        reopened_at: null,
        reopened_by: null,
        reopen_reason: null,
      };
      closeSigned(store, row, at);
      store.statements.documents.insertIssued.run(row);
      const fields = Object.entries(document).map(([field, after]) => ({ field, before: null, after }));
      logIssued(store, row, 'create', fields, at);
      return toIssued(row);
    });
  });
}

/** The latest document of each deliverable and scope of a contract. */
export function listIssued(store: ReadableStore, contractId: string): IssuedDocument[] {
  return reading(() => store.statements.documents.latestIssued.all(contractId).map(toIssued));
}

/** Whether a document would come out differently today: its data or its template has changed since. */
export function isStale(document: IssuedDocument, today: Pick<NewIssuedDocument, 'dataSha256' | 'templateSha256'>): boolean {
  return document.dataSha256 !== today.dataSha256 || document.templateSha256 !== today.templateSha256;
}

/** Every production of one document, the oldest first. */
export function productionsOf(store: ReadableStore, contractId: string, deliverable: string, scope: string): IssuedDocument[] {
  return reading(() => store.statements.documents.issuedOfDocument.all(contractId, deliverable, scope).map(toIssued));
}

/** The signed productions of a contract that a later one has replaced or that were opened for a new version, the oldest first. */
export function supersededOf(store: ReadableStore, contractId: string): IssuedDocument[] {
  return reading(() => store.statements.documents.signedOfContract.all(contractId).map(toIssued).filter(({ reopened }) => reopened !== undefined));
}

/** A signed paper that a later production replaces seals nothing any more. */
function closeSigned(store: WritableStore, next: IssuedRow, at: string): void {
  for (const earlier of store.statements.documents.issuedOfDocument.all(next.contract_id, next.deliverable, next.scope)) {
    if (earlier.reopened_at === null && (earlier.state === 'signed' || earlier.state === 'scanned')) reopenIssued(store, earlier.id, '', at);
  }
}

/** Opens a signed paper for a new version, or takes that back with `undefined`. Only inside a transaction. Throws `not-found`. */
export function reopenIssued(store: WritableStore, id: string, reason: string | undefined, at: string): void {
  const row = rowOf(store, id);
  const by = store.environment.user;
  if (reason === undefined) store.statements.documents.setReopened.run(null, null, null, id);
  else store.statements.documents.setReopened.run(at, by, reason, id);
  logIssued(store, row, 'update', [{ field: 'reopened', before: row.reopen_reason, after: reason ?? null }], at);
}

/** Notes that a signed paper stands although its records were changed: somebody looked and said why. Only inside a transaction. Throws `not-found`. */
export function standByPaper(store: WritableStore, id: string, paperSha256: string): void {
  const row = rowOf(store, id);
  store.statements.documents.setPaper.run(paperSha256, id);
  logIssued(store, row, 'update', [{ field: 'paperSha256', before: row.paper_sha256, after: paperSha256 }], store.environment.now());
}

/** One production. Throws `not-found`. */
export function getIssued(store: ReadableStore, id: string): IssuedDocument {
  return reading(() => toIssued(rowOf(store, id)));
}

function rowOf(store: ReadableStore, id: string): IssuedRow {
  const row = store.statements.documents.issuedById.get(id);
  if (row === undefined) throw new AppError('not-found', '找不到这份文件的生成记录。', { issued: id });
  return row;
}

/** Notes that a document was printed, signed or scanned. Throws `not-found`. */
export function setIssuedState(store: WritableStore, id: string, state: IssuedState): IssuedDocument {
  return store.transaction(() => {
    const row = rowOf(store, id);
    if (row.state === state) return toIssued(row);
    const at = store.environment.now();
    store.statements.documents.setIssuedState.run(state, at, id);
    logIssued(store, row, 'update', [{ field: 'state', before: row.state, after: state }], at);
    return toIssued({ ...row, state, state_at: at });
  });
}

function logIssued(store: WritableStore, row: IssuedRow, action: 'create' | 'update', fields: readonly FieldChange[], at: string): void {
  appendChange(store, { contractId: row.contract_id, subject: 'issued', subjectId: row.id, action, revision: 1, at, timestamp: tick(store, at), fields });
}

function toIssued(row: IssuedRow): IssuedDocument {
  const state = issuedStates.find((known) => known === row.state);
  if (state === undefined) throw new AppError('store-damaged', '文件的生成记录已损坏，请从备份恢复。', { issued: row.id });
  return {
    id: row.id, contractId: row.contract_id, deliverable: row.deliverable, scope: row.scope, fileName: row.file_name, size: row.size,
    templateSha256: row.template_sha256, dataSha256: row.data_sha256, fileSha256: row.file_sha256,
    state, madeAt: row.made_at, madeBy: row.made_by, stateAt: row.state_at, version: row.version, reason: row.reason,
    ...(row.paper_sha256 === null ? {} : { paperSha256: row.paper_sha256 }),
    ...(row.reopened_at === null ? {} : { reopened: { at: row.reopened_at, by: row.reopened_by ?? '', reason: row.reopen_reason ?? '' } }),
  };
}
