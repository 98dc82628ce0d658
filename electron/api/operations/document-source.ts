import type { Contract } from '../../../shared/contract/profile.ts';
import type { PlannedFile } from '../../../shared/deliverables/plan.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { documentCode } from '../../../shared/sign-off/document-code.ts';
import type { DigestSource } from '../../handover/deliverables/data-digest.ts';
import type { DocumentSource, IdentityOf, PhotosOf } from '../../handover/deliverables/make-file.ts';
import { attachmentPath } from '../../store/attachment-files.ts';
import { keptIndex } from '../../store/record-memory.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { digestSource } from './issue-documents.ts';

/** The file in which a record has its form by itself, whatever file it is printed in now. */
function ownFile(planned: PlannedFile, record: AnyRecord | undefined): PlannedFile {
  return record === undefined || planned.deliverable.grouping !== 'record' || planned.records.length === 1 ? planned : { ...planned, records: [record] };
}

/** What the code of a document names: the number of a form's record, else the period. Undefined for drafts and for lists of chosen records. */
export function numberOnPaper(planned: PlannedFile, record: AnyRecord | undefined): string | undefined {
  if (planned.deliverable.layout === 'list') return planned.period.key === 'chosen' ? undefined : planned.period.key.toUpperCase();
  return record === undefined || record.number === '' ? undefined : record.number;
}

/** Everything that documents of a contract are made from; each names itself by its number and the version as which it is made now. */
export function documentSource(core: Core, contract: Contract, records: readonly AnyRecord[] = allRecords(core.store, contract.id), source: DigestSource = digestSource(core.store, contract, records)): DocumentSource {
  const { digests } = core;
  const identityOf: IdentityOf = (planned, record, showsPhotos) => {
    const number = numberOnPaper(planned, record);
    if (number === undefined || record?.status === 'draft') return undefined;
    const edition = digests.editionOf(source, ownFile(planned, record), showsPhotos);
    const questions = record?.kind === 'report' ? source.questionsOf?.(record.id) ?? [] : [];
    return { ...edition, ...(questions.length === 0 ? {} : { questions }), code: documentCode({ contractId: contract.id, deliverable: planned.deliverable.id, number, version: edition.version }) };
  };
  // Whoever fills a form that shows them reads them.
  const photosOf: PhotosOf = (record) => source.photosOf(record).map(({ sha256, name, caption }) => ({ name, caption, sha256, file: attachmentPath(core.store, sha256) }));
  return { profile: contract.profile, records, index: () => keptIndex(core.store, records), photosOf, identityOf };
}
