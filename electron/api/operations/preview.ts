import { AppError } from '../../../shared/app-error.ts';
import type { Contract, Deliverable } from '../../../shared/contract/profile.ts';
import { deliverablesOf, planDeliverable, planRecord, type PlannedFile } from '../../../shared/deliverables/plan.ts';
import type { PreviewTarget } from '../../../shared/ipc/preview-channels.ts';
import { makeFile } from '../../handover/deliverables/make-file.ts';
import { getContract } from '../../store/contracts.ts';
import { allRecords, getRecord } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { photosOf } from './photos.ts';
import { makeTemplatePreview } from './preview-template.ts';

/** A document made for looking at; it is nowhere on the disk. */
export type PreviewFile = {
  readonly name: string;
  readonly extension: 'docx' | 'xlsx';
  readonly bytes: Uint8Array;
  /** Its id; the template's name for a template. */
  readonly deliverable: string;
  /** Every document that shows the record; only this one for a file of the plan. */
  readonly choices: readonly Deliverable[];
  /** What it could not show as meant, in sentences for people. */
  readonly warnings: readonly string[];
  /** Of a template: the number of the record that fills it, empty for made-up data. */
  readonly filledWith?: string;
};

type Planned = { readonly contract: Contract; readonly planned: PlannedFile; readonly choices: readonly Deliverable[] };

function planOfRecord(core: Core, recordId: string, wanted: string | undefined): Planned {
  const record = getRecord(core.store, recordId);
  const contract = getContract(core.store, record.contractId);
  const choices = deliverablesOf(contract.profile, record);
  if (choices.length === 0) throw new AppError('not-found', '没有启用打印这类记录的交付物，没有可以预览的文档。请到“设置 › 交付物”里启用。', { kind: record.kind });
  const deliverable = wanted === undefined ? choices[0] : choices.find(({ id }) => id === wanted);
  const planned = deliverable === undefined ? undefined : planRecord(contract.profile, deliverable, record, allRecords(core.store, contract.id));
  if (planned === undefined) throw new AppError('not-found', `这条记录不在交付件“${wanted ?? ''}”里。`, { deliverable: wanted ?? '' });
  return { contract, planned, choices };
}

function planOfFile(core: Core, contractId: string, id: string, file: string): Planned {
  const contract = getContract(core.store, contractId);
  const deliverable = contract.profile.deliverables.find((candidate) => candidate.id === id && candidate.enabled);
  const planned = deliverable === undefined ? undefined : planDeliverable(contract.profile, deliverable, allRecords(core.store, contractId)).find(({ name }) => name === file);
  if (deliverable === undefined || planned === undefined) throw new AppError('not-found', `交付物清单里已经没有“${file}”，记录可能刚刚变了。`, { deliverable: id, file });
  return { contract, planned, choices: [deliverable] };
}

/**
 * Makes the document that a person wants to look at, exactly as it would be handed over, drafts too.
 * Throws `not-found`, and `template-broken` with every problem of the template.
 */
export async function makePreview(core: Core, target: PreviewTarget): Promise<PreviewFile> {
  if ('template' in target) return { ...(await makeTemplatePreview(core, target)), deliverable: target.template, choices: [] };
  const { contract, planned, choices } = 'recordId' in target ? planOfRecord(core, target.recordId, target.deliverable) : planOfFile(core, target.contractId, target.deliverable, target.file);
  const template = await core.library.load(planned.deliverable.template);
  const source = { profile: contract.profile, records: allRecords(core.store, contract.id), photosOf: photosOf(core.store, contract.id) };
  const { name, bytes, warnings } = makeFile(template, source, planned);
  return { name, bytes, warnings, extension: template.extension, deliverable: planned.deliverable.id, choices };
}
