import type { Contract, ContractProfile } from '../../../shared/contract/profile.ts';
import { planDeliverable, type PlannedFile } from '../../../shared/deliverables/plan.ts';
import type { ReportPeriod } from '../../../shared/ipc/report-channels.ts';
import type { AnyRecord, RecordOf } from '../../../shared/records/record.ts';
import { isSignedState } from '../../../shared/sign-off/edition.ts';
import { scopeOf } from '../../handover/deliverables/data-digest.ts';
import { getContract } from '../../store/contracts.ts';
import { standByPaper, type IssuedDocument } from '../../store/issued.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { digestSource, issuedByKey } from './issue-documents.ts';

type PaperCore = Pick<Core, 'store' | 'digests'>;

/** The file of the plan that a finished report becomes. */
function plannedReport(profile: ContractProfile, report: AnyRecord | undefined): PlannedFile | undefined {
  if (report?.status !== 'final') return undefined;
  for (const deliverable of profile.deliverables.filter(({ enabled, kind, layout }) => enabled && kind === 'report' && layout === 'form')) {
    const [planned] = planDeliverable(profile, deliverable, [report]);
    if (planned !== undefined) return planned;
  }
  return undefined;
}

/** The document of a finished report, as the plan has it. */
export function documentOf(profile: ContractProfile, report: RecordOf<'report'> | undefined): ReportPeriod['document'] {
  const planned = plannedReport(profile, report);
  return planned === undefined ? undefined : { deliverable: planned.deliverable.id, scope: scopeOf(planned), name: planned.name };
}

type SignedPaper = { readonly contract: Contract; readonly planned: PlannedFile; readonly issued: IssuedDocument };

function signedPaper(core: PaperCore, report: RecordOf<'report'>): SignedPaper | undefined {
  const contract = getContract(core.store, report.contractId);
  const planned = plannedReport(contract.profile, report);
  const issued = planned === undefined ? undefined : issuedByKey(core.store, contract.id)(planned);
  return planned === undefined || issued === undefined || !isSignedState(issued.state) || issued.reopened !== undefined ? undefined : { contract, planned, issued };
}

function paperSha256(core: PaperCore, { contract, planned }: SignedPaper, showsPhotos: boolean): string {
  return core.digests.ofPaper(digestSource(core.store, contract, allRecords(core.store, contract.id)), planned, showsPhotos);
}

/** Whether a report's paper was signed and its records were changed since, be it only in words. Cheap enough for every look at a report. */
export function isPaperBehind(core: PaperCore, report: RecordOf<'report'>): boolean {
  const paper = signedPaper(core, report);
  if (paper?.issued.paperSha256 === undefined) return false;
  // Whether its template shows photos is in a file that may be slow to read; both answers are as good.
  return ![false, true].some((showsPhotos) => paperSha256(core, paper, showsPhotos) === paper.issued.paperSha256);
}

/** A signed paper goes on standing although its records were changed: somebody said why. Only inside a transaction. */
export function keepPaper(core: PaperCore, report: RecordOf<'report'>, withPhotos: ReadonlySet<string>): void {
  const paper = signedPaper(core, report);
  if (paper !== undefined) standByPaper(core.store, paper.issued.id, paperSha256(core, paper, withPhotos.has(paper.planned.deliverable.template)));
}
