import { AppError } from '../../../shared/app-error.ts';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { listData } from '../../../shared/deliverables/list-data.ts';
import type { PlannedFile } from '../../../shared/deliverables/plan.ts';
import { recordData, type TemplateData } from '../../../shared/deliverables/record-data.ts';
import { reportData } from '../../../shared/deliverables/report-data.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { legalFileName } from '../file-names.ts';
import type { LoadedTemplate } from './template-library.ts';

/** One finished document. `bytes` are a whole .docx or .xlsx. */
export type MadeFile = { readonly planned: PlannedFile; readonly name: string; readonly bytes: Uint8Array };

function formData(profile: ContractProfile, record: AnyRecord, all: readonly AnyRecord[]): TemplateData {
  const data = recordData(profile, record, all);
  return record.kind === 'report' ? { ...data, ...reportData(profile, record, all) } : data;
}

/**
 * Fills a deliverable's template with the records of one planned file.
 * Throws `template-broken` and `render-failed`, naming the file.
 * @param all all records of the contract: running totals and reports look beyond the file's own
 */
export function makeFile(template: LoadedTemplate, profile: ContractProfile, planned: PlannedFile, all: readonly AnyRecord[]): MadeFile {
  const name = legalFileName(planned.name, template.extension);
  try {
    return { planned, name, bytes: fill(template, profile, planned, all) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('render-failed', `生成“${name}”失败`, { file: name, template: template.name }, { cause: error });
  }
}

function fill(template: LoadedTemplate, profile: ContractProfile, planned: PlannedFile, all: readonly AnyRecord[]): Uint8Array {
  const { deliverable, period, records } = planned;
  if (deliverable.layout === 'list') return template.render(listData(profile, deliverable.kind, period, records, all));
  const [only, ...more] = records.map((record) => formData(profile, record, all));
  if (only === undefined) throw new AppError('render-failed', `“${planned.name}”没有单据`, { file: planned.name });
  return more.length === 0 ? template.render(only) : template.renderMany([only, ...more]);
}
