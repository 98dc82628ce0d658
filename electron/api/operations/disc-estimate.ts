import { AppError } from '../../../shared/app-error.ts';
import type { Contract } from '../../../shared/contract/profile.ts';
import { type Medium, mediumCapacity } from '../../../shared/deliverables/medium.ts';
import { planSteps } from '../../../shared/deliverables/plan.ts';
import type { DiscChoice, DiscEstimate } from '../../../shared/ipc/disc-channels.ts';
import type { DataDigests } from '../../handover/deliverables/data-digest.ts';
import { legalFileName } from '../../handover/file-names.ts';
import { packageContents } from '../../handover/deliverables/package-contents.ts';
import type { PreparedDocument } from '../../handover/deliverables/kept-documents.ts';
import { splitOverDiscs } from '../../handover/package/split-discs.ts';
import { fetchRecords } from '../../store/record-memory.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { documentWorks } from './document-works.ts';
import { issuedByKey } from './issue-documents.ts';
import { noBinding, packageSource } from './package-source.ts';
import { currentVolumes } from './volumes.ts';

/** What a document that was never made probably has, in bytes, and a PDF as a multiple of its document. */
const usualDocument = 40_000;
const pdfShare = 3;

/** How much a hand-over is, and over how many discs it spreads, from what is known before anything is made. */
export async function discEstimate(core: Core, contract: Contract, digests: DataDigests, medium: Medium, choice: DiscChoice): Promise<DiscEstimate> {
  await fetchRecords(core.store, contract.id, core.turns.next);
  const records = allRecords(core.store, contract.id);
  const plan = await core.turns.run(planSteps(contract.profile, records));
  const issued = issuedByKey(core.store, contract.id);
  let notMade = 0;
  const documents = plan.map((planned): PreparedDocument => {
    const size = issued(planned)?.size;
    if (size === undefined) notMade += 1;
    const extension = planned.deliverable.template.endsWith('.xlsx') ? 'xlsx' : 'docx';
    // Originals and, on request, their PDFs twice: alone and in the volume.
    const bytes = (size ?? usualDocument) * (choice.pdf ? 1 + pdfShare : 1);
    return { planned, name: legalFileName(planned.name, extension), template: { sha256: '', showsPhotos: false }, dataSha256: '', warnings: [], isNew: false, file: '', sha256: '', bytes };
  });
  const works = documentWorks(core, contract, records);
  const binding = { ...noBinding, volumes: await currentVolumes(core, contract, digests) };
  const parts = packageContents(packageSource(core.store, contract, works, documents, binding, choice));
  const capacity = mediumCapacity(medium);
  const total = { bytes: parts.reduce((sum, part) => sum + part.bytes, 0), files: parts.length, capacity, notMade };
  if (parts.length === 0) return { ...total, discs: [] };
  try {
    return { ...total, discs: splitOverDiscs(parts, capacity).map(({ number, groups, files, bytes }) => ({ number, groups, files, bytes })) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error;
    return { ...total, discs: [], problem: error.message };
  }
}
