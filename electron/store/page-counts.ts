import { z } from 'zod';
import type { ItemKey } from '../../shared/volumes/volume.ts';
import { requireContract } from './contracts.ts';
import { reading } from './sqlite-errors.ts';
import type { ReadableStore, WritableStore } from './store.ts';

/** How many pages a document had when it was last counted, and what it was made from then. Digests are SHA-256 in lower-case hexadecimal. */
export type PageCount = ItemKey & { readonly templateSha256: string; readonly dataSha256: string; readonly pages: number; /** Pages on which its forms begin, from 0. */ readonly recordStarts?: readonly number[] | undefined };

const startsSchema = z.array(z.number().int().nonnegative());

/** Notes counted pages of documents, in the place of what was counted before; all or none. Throws `not-found`. */
export function recordPageCounts(store: WritableStore, contractId: string, counts: readonly PageCount[]): void {
  store.transaction(() => {
    requireContract(store, contractId);
    for (const { deliverable, scope, templateSha256, dataSha256, pages, recordStarts } of counts) {
      store.statements.volumes.putPageCount.run({ contract_id: contractId, deliverable, scope, template_sha256: templateSha256, data_sha256: dataSha256, pages, record_starts: recordStarts === undefined ? null : JSON.stringify(recordStarts) });
    }
  });
}

/** The last count of every document of a contract that was ever counted. */
export function listPageCounts(store: ReadableStore, contractId: string): PageCount[] {
  return reading(() => store.statements.volumes.pageCounts.all(contractId).map((row) => ({
    deliverable: row.deliverable, scope: row.scope, templateSha256: row.template_sha256, dataSha256: row.data_sha256, pages: row.pages,
    ...(row.record_starts === null ? {} : { recordStarts: startsSchema.parse(JSON.parse(row.record_starts)) }),
  })));
}
