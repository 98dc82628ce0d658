import { appendChange, tick } from './changes.ts';
import { requireContract } from './contracts.ts';
import { reading } from './sqlite-errors.ts';
import type { HandoverRow } from './sql/document-sql.ts';
import type { ReadableStore, WritableStore } from './store.ts';

/** A package that was made for the customer. Digests are SHA-256 in lower-case hexadecimal. */
export type NewHandover = {
  /** Name of the folder or disc. */
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  /** Digest of the package's manifest, which names the digest of every file in it. */
  readonly manifestSha256: string;
  /** Digest of the disc image; absent when none was made. */
  readonly imageSha256?: string | undefined;
};

export type Handover = NewHandover & { readonly id: string; readonly contractId: string; readonly madeAt: string; readonly madeBy: string };

/** Notes a package that was made. Throws `not-found`. */
export function recordHandover(store: WritableStore, contractId: string, handover: NewHandover): Handover {
  return store.transaction(() => {
    requireContract(store, contractId);
    const at = store.environment.now();
    const row: HandoverRow = {
      id: store.environment.newId(),
      contract_id: contractId,
      name: handover.name,
      made_at: at,
      made_by: store.environment.user,
      files: handover.files,
      bytes: handover.bytes,
      manifest_sha256: handover.manifestSha256,
      image_sha256: handover.imageSha256 ?? null,
    };
    store.statements.documents.insertHandover.run(row);
    const fields = Object.entries(handover).filter(([, after]) => after !== undefined).map(([field, after]) => ({ field, before: null, after }));
    appendChange(store, { contractId, subject: 'handover', subjectId: row.id, action: 'create', revision: 1, at, timestamp: tick(store, at), fields });
    return toHandover(row);
  });
}

/** Every package ever made for a contract, oldest first. */
export function listHandovers(store: ReadableStore, contractId: string): Handover[] {
  return reading(() => store.statements.documents.handovers.all(contractId).map(toHandover));
}

function toHandover(row: HandoverRow): Handover {
  return {
    id: row.id, contractId: row.contract_id, name: row.name, files: row.files, bytes: row.bytes, manifestSha256: row.manifest_sha256,
    ...(row.image_sha256 === null ? {} : { imageSha256: row.image_sha256 }),
    madeAt: row.made_at, madeBy: row.made_by,
  };
}
