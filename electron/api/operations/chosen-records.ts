import { AppError } from '../../../shared/app-error.ts';
import { planChosenFiles } from '../../../shared/deliverables/plan.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { renderDeliverables, type RenderProgress, type RenderResult } from '../../handover/deliverables/render-deliverables.ts';
import { getContract } from '../../store/contracts.ts';
import { getRecord } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { documentSource } from './document-source.ts';

/** Records of one contract in the order of their ids, each once. Throws `not-found`. */
export function chosenRecords(core: Core, contractId: string, ids: readonly string[]): AnyRecord[] {
  return [...new Set(ids)].map((id) => {
    const record = getRecord(core.store, id);
    if (record.contractId !== contractId) throw new AppError('not-found', '选中的记录属于另一个合同。', { record: id });
    return record;
  });
}

/** Makes the documents of chosen records: each form alone, each list as one list of them. Drafts are left out. Throws `not-found` when nothing can be made. */
export async function renderChosen(core: Core, request: { readonly contractId: string; readonly ids: readonly string[]; readonly folder: string }, progress: RenderProgress = {}): Promise<RenderResult> {
  const contract = getContract(core.store, request.contractId);
  const chosen = chosenRecords(core, request.contractId, request.ids);
  const plan = planChosenFiles(contract.profile, chosen);
  if (plan.length === 0) throw new AppError('not-found', chosen.every(({ status }) => status === 'draft') ? '选中的都是草稿，转为正式后才能生成文档。' : '没有启用打印这类记录的交付物，请到“设置 › 交付物”里启用。', { records: chosen.length });
  return renderDeliverables({ ...documentSource(core, contract), maker: core.maker, pause: core.turns.next }, plan, request.folder, progress);
}
