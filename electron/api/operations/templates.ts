import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { deliverablesWith, subjectTitle, templateBytesLimit, templateSubject, type TemplateSubject } from '../../../shared/deliverables/template-subject.ts';
import type { TemplateInfo } from '../../../shared/ipc/template-channels.ts';
import { putOwnTemplate, setOwnTemplateAside, type OwnTemplates } from '../../handover/deliverables/own-templates.ts';
import type { TemplateFile } from '../../handover/deliverables/template-library.ts';
import type { Core } from '../core.ts';
import { inspectTemplate, type TemplateInspection } from './inspect-template.ts';

/** Inspections of files as they were, by name and moment of their last change. */
export type InspectionCache = Map<string, { readonly stamp: string; readonly inspection: TemplateInspection }>;

/** A template on the disk, and all that is known of it. */
export type InspectedTemplate = { readonly info: TemplateInfo; readonly inspection: TemplateInspection };

/** Where the user's own templates are, at this moment. */
export function ownTemplates(core: Core): OwnTemplates {
  return { folder: path.join(core.dataFolder, 'templates'), now: core.environment.now() };
}

/** Where the shipped template of this name would be. */
function shippedFile(core: Core, name: string): string {
  return path.join(core.templatesFolder, name);
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then((entry) => entry.isFile(), () => false);
}

/** The template of this name. Throws `not-found`; names that are none are never looked for on the disk. */
export async function templateFile(core: Core, name: string): Promise<TemplateFile> {
  const found = (await core.library.list()).find((template) => template.name === name);
  if (found === undefined) throw new AppError('not-found', `没有找到模板“${name}”。`, { template: name });
  return found;
}

/** Reads the own or the shipped file of this name. Throws `not-found`. */
export async function readTemplate(core: Core, name: string, origin: TemplateInfo['origin'] | undefined): Promise<Buffer> {
  const found = await templateFile(core, name);
  if (origin === undefined || origin === found.origin) return readFile(found.file);
  const other = shippedFile(core, name);
  if (origin === 'own' || !(await isFile(other))) throw new AppError('not-found', origin === 'own' ? `“${name}”没有自己的模板。` : `“${name}”不是随程序的模板。`, { template: name });
  return readFile(other);
}

/** Inspects one template as a contract uses it; `wanted` is what it is checked for when neither contract nor name tells. */
export async function inspectFile(core: Core, cache: InspectionCache, file: TemplateFile, profile: ContractProfile | undefined, wanted?: TemplateSubject): Promise<InspectedTemplate> {
  const { name, origin } = file;
  const facts = await stat(file.file);
  const own = templateSubject(profile, name);
  const subject = wanted ?? own;
  const stamp = JSON.stringify([file.file, facts.mtimeMs, facts.size, subject, subject === undefined ? [] : profile?.extraFields]);
  const held = cache.get(name);
  const inspection = held?.stamp === stamp ? held.inspection : inspectTemplate(await readFile(file.file), name, subject, profile);
  cache.set(name, { stamp, inspection });
  const { problems, doubts } = inspection;
  return {
    inspection,
    info: {
      name, origin, problems, doubts,
      title: own === undefined ? name : subjectTitle(own),
      ...(own === undefined ? {} : { subject: own }),
      changedAt: facts.mtime.toISOString(),
      size: facts.size,
      hasShipped: origin === 'shipped' || await isFile(shippedFile(core, name)),
      usedBy: profile === undefined ? [] : deliverablesWith(profile, name).map(({ id, title, enabled }) => ({ id, title, enabled })),
    },
  };
}

/** What came of a file offered in place of a template. `backup`: what stood there before, when it was an own one. */
export type Replacement = { readonly taken: boolean; readonly inspection: TemplateInspection; readonly backup?: string };

function refuse(name: string, file: string, message: string): never {
  throw new AppError('invalid-input', message, { template: name, file });
}

/** Refuses what can be told from name and size alone. */
function mustFit(name: string, file: { readonly name: string; readonly size: number }): void {
  const extension = path.extname(name);
  const offered = path.extname(file.name).toLowerCase();
  if (offered !== extension) {
    const hint = offered === '.doc' || offered === '.xls' ? '请先在 Word、WPS 或 Excel 里另存为新格式。' : extension === '.docx' ? '这个模板是 Word 文档，请选 .docx 文件。' : '这个模板是 Excel 工作簿，请选 .xlsx 文件。';
    refuse(name, file.name, `「${file.name}」不能代替“${name}”：${hint}`);
  }
  if (file.size > templateBytesLimit) refuse(name, file.name, `「${file.name}」有 ${Math.ceil(file.size / 1_000_000)} MB，模板最大 ${templateBytesLimit / 1_000_000} MB。请先压缩里面的图片。`);
}

/**
 * Takes a file in place of a template when it is sound. A broken one is never taken; one with doubts only when the person has read them.
 * Throws `invalid-input` for another kind of file or one that is too big, `not-found`, `disk-full`, `file-in-use`.
 */
export async function replaceTemplate(core: Core, name: string, file: { readonly name: string; readonly bytes: Uint8Array }, profile: ContractProfile | undefined, acceptsDoubts: boolean): Promise<Replacement> {
  await templateFile(core, name);
  mustFit(name, { name: file.name, size: file.bytes.length });
  const inspection = inspectTemplate(file.bytes, name, templateSubject(profile, name), profile);
  if (inspection.problems.length > 0 || (inspection.doubts.length > 0 && !acceptsDoubts)) return { taken: false, inspection };
  const backup = await putOwnTemplate(ownTemplates(core), name, file.bytes);
  return { taken: true, inspection, ...(backup === undefined ? {} : { backup }) };
}

/** Goes back to the shipped template; the own one is kept. Throws `not-found` where there is no shipped one to go back to. */
export async function restoreTemplate(core: Core, name: string): Promise<string> {
  await templateFile(core, name);
  if (!(await isFile(shippedFile(core, name)))) throw new AppError('not-found', `程序没有带“${name}”这个模板，不能恢复。`, { template: name });
  return setOwnTemplateAside(ownTemplates(core), name);
}
