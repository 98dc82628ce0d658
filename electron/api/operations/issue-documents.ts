import type { Contract } from '../../../shared/contract/profile.ts';
import type { PlannedFile } from '../../../shared/deliverables/plan.ts';
import type { Freshness, PlannedDocument } from '../../../shared/ipc/delivery-channels.ts';
import type { QuestionBody } from '../../../shared/ipc/report-life-channels.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { scopeOf, type DataDigests, type DigestSource } from '../../handover/deliverables/data-digest.ts';
import type { MadeFacts } from '../../handover/deliverables/render-deliverables.ts';
import { attachmentsOfContract, type ContractAttachments } from '../../store/attachments.ts';
import { isSignedState } from '../../../shared/sign-off/edition.ts';
import { listIssued, recordIssued, type IssuedDocument, type NewIssuedDocument } from '../../store/issued.ts';
import { questionsOfReports } from '../../store/report-life.ts';
import { takeOverPaper } from '../../store/paper-steps.ts';
import type { ReadableStore } from '../../store/store.ts';
import type { Core } from '../core.ts';

/** Files noted in one transaction. */
const notedTogether = 100;

/**
 * What the digests of a contract's files are made of.
 * @param attachments for callers that have read them already
 */
export function digestSource(store: ReadableStore, contract: Contract, records: readonly AnyRecord[], attachments: ContractAttachments = attachmentsOfContract(store, contract.id)): DigestSource {
  return { profile: contract.profile, records, issuedOf: issuedByKey(store, contract.id), questionsOf: questionsByReport(store, contract.id), photosOf: (record) => (attachments.get(record.id) ?? []).filter(({ role }) => role === 'photo') };
}

/** What the customer asked about each report of a contract; read when it is first asked for. */
export function questionsByReport(store: ReadableStore, contractId: string): (reportId: string) => readonly QuestionBody[] {
  let questions: ReturnType<typeof questionsOfReports> | undefined;
  return (reportId) => {
    questions ??= questionsOfReports(store, contractId);
    return questions.get(reportId) ?? [];
  };
}

function keyOf(deliverable: string, scope: string): string {
  return `${deliverable} ${scope}`;
}

/** The latest production of every file of a contract, by deliverable and scope. */
export function issuedByKey(store: ReadableStore, contractId: string): (planned: PlannedFile) => IssuedDocument | undefined {
  // Read when it is first asked for: most readers of records never do.
  let issued: ReadonlyMap<string, IssuedDocument> | undefined;
  return (planned) => {
    issued ??= new Map(listIssued(store, contractId).map((document) => [keyOf(document.deliverable, document.scope), document]));
    return issued.get(keyOf(planned.deliverable.id, scopeOf(planned)));
  };
}

/** Whether a file that was made would come out otherwise today, and why. One that was signed is judged by what its paper says (`needsNewVersion`). */
export function freshnessOf(issued: IssuedDocument, dataSha256: string, templateSha256: string): { readonly freshness: Freshness; readonly changed?: PlannedDocument['changed'] } {
  const data = issued.dataSha256 !== dataSha256;
  const template = issued.templateSha256 !== templateSha256;
  if (!data && !template) return { freshness: 'current' };
  return { freshness: 'stale', changed: data && template ? 'both' : data ? 'records' : 'template' };
}

/** `keepsPaper`: what was printed and signed still is this file. */
type Noted = { readonly document: NewIssuedDocument; readonly before: IssuedDocument | undefined; readonly keepsPaper: boolean };

function noteAll(core: Core, contractId: string, noted: readonly Noted[]): void {
  core.store.transaction(() => {
    const documents = recordIssued(core.store, contractId, noted.map(({ document }) => document));
    for (const [position, document] of documents.entries()) {
      const { before, keepsPaper } = noted[position] ?? {};
      if (before !== undefined && keepsPaper === true) takeOverPaper(core.store, before, document);
    }
  });
}

function* digested(digests: DataDigests, source: DigestSource, files: readonly MadeFacts[], known: (planned: PlannedFile) => IssuedDocument | undefined): Generator<undefined, Noted[]> {
  yield* digests.steps(source.records);
  const noted: Noted[] = [];
  for (const { planned, name, template, bytes, sha256 } of files) {
    yield undefined;
    const before = known(planned);
    const edition = digests.editionOf(source, planned, template.showsPhotos);
    // A signed paper stands until its records say something else, in whatever dress it is made again.
    if (before !== undefined && isSignedState(before.state) && before.version === edition.version) continue;
    const keepsPaper = before?.fileSha256 === sha256;
    const document: NewIssuedDocument = {
      deliverable: planned.deliverable.id, scope: scopeOf(planned), fileName: name, size: bytes,
      templateSha256: template.sha256, dataSha256: digests.ofFile(source, planned, template.showsPhotos), fileSha256: sha256,
      paperSha256: digests.ofPaper(source, planned, template.showsPhotos), ...(keepsPaper ? { version: before.version, reason: before.reason } : edition),
    };
    const isSame = before !== undefined && keepsPaper && before.dataSha256 === document.dataSha256 && before.templateSha256 === document.templateSha256;
    if (!isSame) noted.push({ document, before, keepsPaper });
  }
  return noted;
}

/**
 * Notes what was made from what, so that it can be told later which files are stale. A file that came out as before keeps the state of its
 * paper; one that came out otherwise is only made: the older paper shows something else.
 * @param source as it was when the files were made
 */
export async function noteIssued(core: Core, contractId: string, source: DigestSource, files: readonly MadeFacts[]): Promise<void> {
  if (core.readReason !== undefined || files.length === 0) return;
  const noted = await core.turns.run(digested(core.digests, source, files, issuedByKey(core.store, contractId)));
  for (let from = 0; from < noted.length; from += notedTogether) noteAll(core, contractId, noted.slice(from, from + notedTogether));
}
