import type { Contract } from '../../../shared/contract/profile.ts';
import type { PlannedFile } from '../../../shared/deliverables/plan.ts';
import type { PlannedDocument } from '../../../shared/ipc/delivery-channels.ts';
import type { BoardDocument, ReplacedVersion } from '../../../shared/sign-off/board.ts';
import { isSignedState } from '../../../shared/sign-off/edition.ts';
import type { DataDigests } from '../../handover/deliverables/data-digest.ts';
import { readDocumentScans, type DocumentScans } from '../../handover/sign-off/scans-of.ts';
import { supersededOf, type IssuedDocument } from '../../store/issued.ts';
import { stepsOfContract, type PaperSteps } from '../../store/paper-steps.ts';
import type { Core } from '../core.ts';
import { planWithStates } from './delivery-plan.ts';
import { numberOnPaper } from './document-source.ts';
import { issuedByKey } from './issue-documents.ts';

type BoardInput = {
  readonly issuedOf: (planned: PlannedFile) => IssuedDocument | undefined;
  readonly steps: ReadonlyMap<string, PaperSteps>;
  readonly scans: DocumentScans;
  /** By deliverable and scope. */
  readonly replaced: ReadonlyMap<string, readonly IssuedDocument[]>;
};

function replacedVersions(input: BoardInput, planned: PlannedFile, document: PlannedDocument): ReplacedVersion[] {
  const scans = input.scans.allScansOf(planned);
  return (input.replaced.get(`${planned.deliverable.id} ${document.scope}`) ?? [])
    .filter(({ id, reopened }) => id !== document.issued?.id && reopened !== undefined)
    .map(({ id, version, state, reopened }) => ({
      version, state, signedOn: input.steps.get(id)?.signed?.day, reason: reopened?.reason ?? '', by: reopened?.by ?? '', at: reopened?.at ?? '',
      scans: scans.filter((scan) => scan.version === version).length,
    }));
}

function boardDocument(input: BoardInput, planned: PlannedFile, document: PlannedDocument): BoardDocument {
  const issued = input.issuedOf(planned);
  const { deliverable, records } = planned;
  const version = issued?.version ?? 1;
  const steps: PaperSteps = issued === undefined ? {} : (input.steps.get(issued.id) ?? {});
  const scans = input.scans.scansOf(planned, version);
  const scanned = new Set(scans.flatMap(({ recordId }) => recordId ?? []));
  const needsRenewal = issued !== undefined && isSignedState(issued.state) && document.freshness === 'stale';
  const hasForms = deliverable.layout === 'form';
  return {
    deliverable: deliverable.id,
    scope: document.scope,
    title: deliverable.title,
    name: document.name,
    period: document.period,
    number: records.length === 1 && hasForms ? (records[0]?.number ?? '') : planned.period.key,
    codeNumbers: hasForms ? records.map(({ number }) => number) : [numberOnPaper(planned, undefined) ?? ''],
    from: document.from,
    to: document.to,
    records: records.map(({ id, number }) => ({ id, number })),
    hasForms,
    state: issued?.state,
    version,
    reason: issued?.reason ?? '',
    ...(issued === undefined ? {} : { made: { at: issued.madeAt, by: issued.madeBy } }),
    ...steps,
    isStale: issued !== undefined && !isSignedState(issued.state) && document.freshness === 'stale',
    ...(needsRenewal ? { renewal: { reason: issued.reopened?.reason ?? '' } } : {}),
    scans: scans.length,
    scannedRecords: hasForms ? records.filter(({ id }) => scanned.has(id)).map(({ id }) => id) : [],
    replaced: replacedVersions(input, planned, document),
  };
}

/** Every document of the plan with how far its paper is. */
export async function signOffBoard(core: Core, contract: Contract, digests: DataDigests): Promise<BoardDocument[]> {
  const { states } = await planWithStates(core, contract, digests, {});
  const input: BoardInput = {
    issuedOf: issuedByKey(core.store, contract.id),
    steps: stepsOfContract(core.store, contract.id),
    scans: readDocumentScans(core.store, contract.id),
    replaced: Map.groupBy(supersededOf(core.store, contract.id), ({ deliverable, scope }) => `${deliverable} ${scope}`),
  };
  return [...states].map(([planned, document]) => boardDocument(input, planned, document));
}
