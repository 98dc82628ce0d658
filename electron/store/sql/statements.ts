import type Database from 'better-sqlite3';
import { prepareAttachmentStatements, type AttachmentStatements } from './attachment-sql.ts';
import { prepareChangeStatements, type ChangeStatements } from './change-sql.ts';
import { prepareContractStatements, type ContractStatements } from './contract-sql.ts';
import { prepareDocumentStatements, type DocumentStatements } from './document-sql.ts';
import type { Query } from './prepare.ts';
import { prepareRecordStatements, type RecordRow, type RecordStatements } from './record-sql.ts';
import { prepareSearchStatements, type SearchStatements } from './search-sql.ts';

/** One combination of filters and order. */
export type PageStatements = { readonly page: Query<unknown[], RecordRow>; readonly total: Query<unknown[], { readonly total: number }> };

/** Every statement of the store, prepared once when it opens. */
export type StoreStatements = {
  readonly records: RecordStatements;
  readonly changes: ChangeStatements;
  readonly contracts: ContractStatements;
  readonly attachments: AttachmentStatements;
  readonly search: SearchStatements;
  readonly documents: DocumentStatements;
  /** Lists: one pair per combination of filters and order that was asked for, by its text. */
  readonly pages: Map<string, PageStatements>;
};

export function prepareStatements(database: Database.Database): StoreStatements {
  return {
    records: prepareRecordStatements(database),
    changes: prepareChangeStatements(database),
    contracts: prepareContractStatements(database),
    attachments: prepareAttachmentStatements(database),
    search: prepareSearchStatements(database),
    documents: prepareDocumentStatements(database),
    pages: new Map(),
  };
}
