import { AppError } from '../../../shared/app-error.ts';
import type { Contract, Deliverable } from '../../../shared/contract/profile.ts';
import { deliverablesOf, planChosen, planDeliverable, planRecord, type PlannedFile } from '../../../shared/deliverables/plan.ts';
import type { PreviewTarget } from '../../../shared/ipc/preview-channels.ts';
import { getContract } from '../../store/contracts.ts';
import { allRecords, getRecord } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { makeFile } from '../../handover/deliverables/make-file.ts';
import { officeKindOf } from './bind-documents.ts';
import { documentSource } from './document-source.ts';
import { chosenRecords } from './chosen-records.ts';
import { makeTemplatePreview } from './preview-template.ts';

/** A document made for looking at; it is nowhere on the disk. */
export type PreviewFile = {
  readonly name: string;
  readonly extension: 'docx' | 'xlsx';
  readonly bytes: Uint8Array;
  /** Its id; the template's name for a template. */
  readonly deliverable: string;
  /** Every document that shows the record, or all of the records; only this one for a file of the plan. */
  readonly choices: readonly Deliverable[];
  /** What it could not show as meant, in sentences for people. */
  readonly warnings: readonly string[];
  /** Of a template: the number of the record that fills it, empty for made-up data. */
  readonly filledWith?: string;
};

/** Forms that are made within a few milliseconds, with their photos. */
const formsAtOnce = 3;

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

function planOfMany(core: Core, contractId: string, recordIds: readonly string[], wanted: string | undefined): Planned {
  const contract = getContract(core.store, contractId);
  const records = chosenRecords(core, contractId, recordIds);
  const [own, ...others] = records.map((record) => deliverablesOf(contract.profile, record));
  const choices = (own ?? []).filter((deliverable) => others.every((list) => list.includes(deliverable)));
  if (choices.length === 0) throw new AppError('not-found', '没有一种启用的交付物能把选中的记录都印进去。请只选同一种单据，或到“设置 › 交付物”里启用。', { records: recordIds.length });
  const deliverable = wanted === undefined ? choices[0] : choices.find(({ id }) => id === wanted);
  const planned = deliverable === undefined ? undefined : planChosen(deliverable, records);
  if (planned === undefined) throw new AppError('not-found', `选中的记录不都在交付件“${wanted ?? ''}”里。`, { deliverable: wanted ?? '' });
  return { contract, planned, choices };
}

function planOfFile(core: Core, contractId: string, id: string, file: string): Planned {
  const contract = getContract(core.store, contractId);
  const deliverable = contract.profile.deliverables.find((candidate) => candidate.id === id && candidate.enabled);
  const planned = deliverable === undefined ? undefined : planDeliverable(contract.profile, deliverable, allRecords(core.store, contractId)).find(({ name }) => name === file);
  if (deliverable === undefined || planned === undefined) throw new AppError('not-found', `交付物清单里已经没有“${file}”，记录可能刚刚变了。`, { deliverable: id, file });
  return { contract, planned, choices: [deliverable] };
}

function planOf(core: Core, target: Exclude<PreviewTarget, { readonly template: string }>): Planned {
  if ('recordId' in target) return planOfRecord(core, target.recordId, target.deliverable);
  if ('recordIds' in target) return planOfMany(core, target.contractId, target.recordIds, target.deliverable);
  return planOfFile(core, target.contractId, target.deliverable, target.file);
}

/**
 * Makes the document that a person wants to look at, exactly as it would be handed over, drafts too.
 * Throws `not-found`, and `template-broken` with every problem of the template.
 */
export async function makePreview(core: Core, target: PreviewTarget): Promise<PreviewFile> {
  if ('template' in target) return { ...(await makeTemplatePreview(core, target)), deliverable: target.template, choices: [] };
  const { contract, planned, choices } = planOf(core, target);
  const source = documentSource(core, contract);
  // A form is there at once; what takes long is made where nobody waits for it.
  const isLarge = planned.deliverable.layout === 'list' || planned.deliverable.kind === 'report' || planned.records.length > formsAtOnce;
  const { name, bytes, warnings } = isLarge ? await core.maker.make(source, planned) : makeFile(await core.library.load(planned.deliverable.template), source, planned);
  return { name, bytes, warnings, extension: officeKindOf(name), deliverable: planned.deliverable.id, choices };
}
