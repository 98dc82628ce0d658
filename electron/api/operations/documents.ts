import type { Contract } from '../../../shared/contract/profile.ts';
import { planDeliverables, type PlanRange } from '../../../shared/deliverables/plan.ts';
import { AppError } from '../../../shared/app-error.ts';
import { compileWorkbookTemplate } from '../../documents/excel/workbook-template.ts';
import { compileTemplate, formOptions } from '../../documents/template.ts';
import { renderDeliverables, type RenderedFile, type RenderFailure, type RenderProgress } from '../../handover/deliverables/render-deliverables.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';

export type RenderRequest = { readonly contract: Contract; readonly folder: string; readonly deliverable: string | undefined; readonly range: PlanRange };

/** Makes the documents of one deliverable, or of all, for a span of days. Throws `not-found` when there is nothing to make. */
export async function renderDocuments(core: Core, request: RenderRequest, progress: RenderProgress = {}): Promise<{ readonly files: readonly RenderedFile[]; readonly failures: readonly RenderFailure[] }> {
  const { contract, deliverable } = request;
  const records = allRecords(core.store, contract.id);
  if (deliverable !== undefined && !contract.profile.deliverables.some((candidate) => candidate.id === deliverable)) {
    throw new AppError('not-found', `合同档案里没有交付件“${deliverable}”。有：${contract.profile.deliverables.map((candidate) => candidate.id).join('、')}`, { deliverable });
  }
  const plan = planDeliverables(contract.profile, records, request.range).filter((file) => deliverable === undefined || file.deliverable.id === deliverable);
  if (plan.length === 0) throw new AppError('not-found', '这个范围里没有可以生成的单据', {});
  return renderDeliverables({ profile: contract.profile, records, library: core.library }, plan, request.folder, progress);
}

/** The engine alone: a template and JSON data. */
export function fillTemplate(bytes: Uint8Array, name: string, data: unknown): Uint8Array {
  return name.toLowerCase().endsWith('.xlsx') ? compileWorkbookTemplate(bytes).render(data) : compileTemplate(bytes, formOptions).render(data);
}
