import type { Contract } from '../../../shared/contract/profile.ts';
import { planSteps, type PlanRange } from '../../../shared/deliverables/plan.ts';
import { AppError } from '../../../shared/app-error.ts';
import { compileWorkbookTemplate } from '../../documents/excel/workbook-template.ts';
import { wholePlace } from '../../documents/tags/template-problem.ts';
import { compileTemplate, formOptions } from '../../documents/template.ts';
import { scopeOf } from '../../handover/deliverables/data-digest.ts';
import { renderDeliverables, type MadeFacts, type RenderProgress, type RenderResult } from '../../handover/deliverables/render-deliverables.ts';
import { fetchRecords } from '../../store/record-memory.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { documentSource } from './document-source.ts';
import { digestSource, noteIssued } from './issue-documents.ts';

export type RenderRequest = {
  readonly contract: Contract;
  readonly folder: string;
  readonly deliverable: string | undefined;
  readonly range: PlanRange;
  /** Only these files of the plan; absent: all. */
  readonly files?: readonly FileChoice[] | undefined;
};

/** One file of the plan, as `scopeOf` names it. */
export type FileChoice = { readonly deliverable: string; readonly scope: string };

/** Makes the documents of one deliverable, or of all, for a span of days, and notes what each was made from. Throws `not-found` when there is nothing to make. */
export async function renderDocuments(core: Core, request: RenderRequest, progress: RenderProgress = {}): Promise<RenderResult> {
  const { contract, deliverable } = request;
  await fetchRecords(core.store, contract.id, core.turns.next);
  const records = allRecords(core.store, contract.id);
  if (deliverable !== undefined && !contract.profile.deliverables.some((candidate) => candidate.id === deliverable)) {
    throw new AppError('not-found', `合同档案里没有交付件“${deliverable}”。有：${contract.profile.deliverables.map((candidate) => candidate.id).join('、')}`, { deliverable });
  }
  const wanted = request.files === undefined ? undefined : new Set(request.files.map((file) => `${file.deliverable} ${file.scope}`));
  const plan = (await core.turns.run(planSteps(contract.profile, records, request.range)))
    .filter((file) => (deliverable === undefined || file.deliverable.id === deliverable) && (wanted === undefined || wanted.has(`${file.deliverable.id} ${scopeOf(file)}`)));
  if (plan.length === 0) throw new AppError('not-found', '这个范围里没有可以生成的单据', {});
  const source = digestSource(core.store, contract, records);
  const made: MadeFacts[] = [];
  try {
    const result = await renderDeliverables({ ...documentSource(core, contract, records), maker: core.maker, pause: core.turns.next }, plan, request.folder, { ...progress, onMade: (facts) => made.push(facts) });
    await noteIssued(core, contract.id, source, made);
    return result;
  } catch (error) {
    // What was finished before somebody stopped it stays, and is known.
    if (error instanceof AppError && error.code === 'cancelled') await noteIssued(core, contract.id, source, made);
    throw error;
  }
}

/** A filled template, and what it lacked, in sentences for people. */
export type FilledTemplate = { readonly bytes: Uint8Array; readonly warnings: readonly string[] };

/** The engine alone: a template and its data. */
export function fillTemplate(bytes: Uint8Array, name: string, data: unknown): FilledTemplate {
  if (name.toLowerCase().endsWith('.xlsx')) {
    const warnings = new Set<string>();
    const report = { onMissing: (tag: string) => warnings.add(`数据里没有“${tag}”，已留空。`), onDoubt: (_tag: string, message: string) => warnings.add(message) };
    return { bytes: compileWorkbookTemplate(bytes).render(data, report), warnings: [...warnings] };
  }
  const filled = compileTemplate(bytes, formOptions).renderReported(data);
  const missing = new Set(filled.missing.map(({ part, place, tag }) => `${wholePlace({ part, place })}：数据里没有“${tag}”，已留空。`));
  return { bytes: filled.bytes, warnings: [...missing, ...filled.problems.map((problem) => `${wholePlace(problem)}：${problem.message}`)] };
}

/**
 * JSON has no pictures: wherever it says `{"图片文件": "现场.jpg", "说明": "…"}`, the file's bytes take its place.
 * @param read gives a file's bytes by the name that the data states
 */
export async function withPictureFiles(data: unknown, read: (name: string) => Promise<Uint8Array>): Promise<unknown> {
  if (Array.isArray(data)) return Promise.all(data.map((item: unknown) => withPictureFiles(item, read)));
  if (typeof data !== 'object' || data === null) return data;
  const text = (name: string): string | undefined => {
    const value: unknown = Object.hasOwn(data, name) ? Reflect.get(data, name) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  const file = text('图片文件');
  if (file !== undefined) return { bytes: await read(file), description: text('说明') ?? '' };
  return Object.fromEntries(await Promise.all(Object.entries(data).map(async ([name, value]) => [name, await withPictureFiles(value, read)] as const)));
}
