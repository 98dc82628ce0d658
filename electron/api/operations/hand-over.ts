import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { Contract, Party } from '../../../shared/contract/profile.ts';
import { formatChineseDate, type LocalDate } from '../../../shared/dates.ts';
import { planDeliverables } from '../../../shared/deliverables/plan.ts';
import { handoverListFile } from '../../handover/deliverables/handover-list.ts';
import { packageDocuments } from '../../handover/deliverables/package-files.ts';
import type { MadeFacts, RenderFailure, RenderProgress } from '../../handover/deliverables/render-deliverables.ts';
import { writeIso } from '../../handover/iso/write-iso.ts';
import type { Organization, PackageDescription, PackageSummary, StagedFile } from '../../handover/package/description.ts';
import { stagePackage } from '../../handover/package/stage-package.ts';
import { recordHandover } from '../../store/handovers.ts';
import type { Core } from '../core.ts';
import { programName, programVersion } from '../program-version.ts';
import { documentSource } from './document-source.ts';
import { digestSource, noteIssued } from './issue-documents.ts';

export type HandoverRequest = {
  readonly contract: Contract;
  /** The package's folder. */
  readonly folder: string;
  /** Also write a disc image here. */
  readonly isoFile: string | undefined;
  readonly today: LocalDate;
};

export type HandoverResult = {
  readonly summary: PackageSummary;
  readonly documents: number;
  readonly isoBytes: number | undefined;
  /** What documents could not show as meant, such as a photo whose file is damaged. */
  readonly warnings: readonly RenderFailure[];
};

function organization(party: Party): Organization {
  return { name: party.name, address: party.address, contact: '', phone: party.phone, email: party.email };
}

function describe(request: HandoverRequest): PackageDescription {
  const { profile } = request.contract;
  return {
    title: `${formatChineseDate(profile.service.from)}至${formatChineseDate(profile.service.to)}运维服务验收交付文件`,
    projectName: profile.projectName,
    contractName: profile.title,
    contractNumber: '',
    customer: organization(profile.client),
    vendor: organization(profile.vendor),
    period: { from: profile.service.from, to: profile.service.to },
    producedOn: request.today,
    medium: { kind: '光盘', number: discNumber(request), position: '1/1' },
    secrecy: '',
    retention: '',
    software: `${programName} ${programVersion()}`,
    remarks: profile.delivery.forms.length === 0 ? [] : [`合同约定交付形式：${profile.delivery.forms.join('、')}，${profile.delivery.copies} 份`],
  };
}

/** d-characters only (A–Z, 0–9, _): the volume id of ISO 9660 knows no others. */
function discNumber(request: HandoverRequest): string {
  return `YWJF_${request.contract.profile.service.from.replaceAll('-', '')}_01`;
}

/**
 * Makes the whole hand-over: every deliverable's documents, the hand-over list, manifests and contents, and on request the
 * disc image of it. Nothing stands at `folder` until all of it does.
 * Throws `not-found` when there is nothing to hand over, `render-failed` naming each document that could not be made, `cancelled`, `disk-full` and what templates throw.
 */
export async function handOver(core: Core, request: HandoverRequest, progress: RenderProgress = {}): Promise<HandoverResult> {
  const { contract, folder, isoFile, today } = request;
  const source = { ...documentSource(core, contract), library: core.library };
  const plan = planDeliverables(contract.profile, source.records);
  if (plan.length === 0) throw new AppError('not-found', '还没有任何正式单据，没有可以交付的文档', { contractId: contract.id });
  const library = core.library;
  const warnings: RenderFailure[] = [];
  const digests = digestSource(core.store, contract, source.records);
  const made: MadeFacts[] = [];

  async function* files(): AsyncGenerator<StagedFile> {
    yield* packageDocuments(source, plan, { ...progress, onMade: (facts) => made.push(facts) }, (warning) => warnings.push(warning));
    yield await handoverListFile(library, contract.profile, plan, today, discNumber(request));
  }

  const summary = await stagePackage(
    { folder, description: describe(request), files: files() },
    { runId: core.environment.newId(), ...(progress.signal === undefined ? {} : { signal: progress.signal }) },
  );
  await noteIssued(core, contract.id, digests, made);
  let isoBytes: number | undefined;
  let imageSha256: string | undefined;
  if (isoFile !== undefined) {
    progress.onProgress?.(plan.length, plan.length, path.basename(isoFile));
    const image = { folder, imageFile: isoFile, volumeId: discNumber(request), createdAt: `${today}T00:00` };
    const written = await writeIso(image, progress.signal === undefined ? {} : { signal: progress.signal });
    isoBytes = written.bytes;
    imageSha256 = written.sha256;
  }
  recordHandover(core.store, contract.id, { name: path.basename(folder), manifestSha256: summary.digest, files: summary.files, bytes: summary.bytes, imageSha256 });
  return { summary, documents: plan.length, isoBytes, warnings };
}
