import type Database from 'better-sqlite3';
import { prepareAttachmentStatements, type AttachmentStatements } from './attachment-sql.ts';
import { prepareBindingStatements, type BindingStatements } from './binding-sql.ts';
import { prepareCarriedStatements, type CarriedStatements } from './carried-sql.ts';
import { prepareChangeStatements, type ChangeStatements } from './change-sql.ts';
import { prepareContractStatements, type ContractStatements } from './contract-sql.ts';
import { prepareDiscStatements, type DiscStatements } from './disc-sql.ts';
import { prepareDocumentStatements, type DocumentStatements } from './document-sql.ts';
import { prepareDraftStatements, type DraftStatements } from './draft-sql.ts';
import { prepareListStatements, type ListStatements } from './list-sql.ts';
import { prepareRecordStatements, type RecordStatements } from './record-sql.ts';
import { prepareRenewalStatements, type RenewalStatements } from './renewal-sql.ts';
import { prepareReportStatements, type ReportStatements } from './report-sql.ts';
import { prepareSearchStatements, type SearchStatements } from './search-sql.ts';
import { prepareSignOffStatements, type SignOffStatements } from './sign-off-sql.ts';
import { prepareVolumeStatements, type VolumeStatements } from './volume-sql.ts';
import { prepareWaiverStatements, type WaiverStatements } from './waiver-sql.ts';

/** Every statement of the store, prepared once when it opens. */
export type StoreStatements = {
  readonly records: RecordStatements;
  readonly changes: ChangeStatements;
  readonly contracts: ContractStatements;
  readonly attachments: AttachmentStatements;
  readonly search: SearchStatements;
  readonly documents: DocumentStatements;
  readonly drafts: DraftStatements;
  readonly lists: ListStatements;
  readonly signOff: SignOffStatements;
  readonly carried: CarriedStatements;
  readonly volumes: VolumeStatements;
  readonly discs: DiscStatements;
  readonly bindings: BindingStatements;
  readonly reports: ReportStatements;
  readonly waivers: WaiverStatements;
  readonly renewals: RenewalStatements;
};

export function prepareStatements(database: Database.Database): StoreStatements {
  return {
    records: prepareRecordStatements(database),
    changes: prepareChangeStatements(database),
    contracts: prepareContractStatements(database),
    attachments: prepareAttachmentStatements(database),
    search: prepareSearchStatements(database),
    documents: prepareDocumentStatements(database),
    drafts: prepareDraftStatements(database),
    lists: prepareListStatements(database),
    signOff: prepareSignOffStatements(database),
    carried: prepareCarriedStatements(database),
    volumes: prepareVolumeStatements(database),
    discs: prepareDiscStatements(database),
    bindings: prepareBindingStatements(database),
    reports: prepareReportStatements(database),
    waivers: prepareWaiverStatements(database),
    renewals: prepareRenewalStatements(database),
  };
}
