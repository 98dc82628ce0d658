import { AppError } from '../../../shared/app-error.ts';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { listData } from '../../../shared/deliverables/list-data.ts';
import { photoData } from '../../../shared/deliverables/photo-data.ts';
import { identityTags, type DocumentIdentity } from '../../../shared/deliverables/identity-tags.ts';
import type { PlannedFile } from '../../../shared/deliverables/plan.ts';
import { recordData, type TemplateData } from '../../../shared/deliverables/record-data.ts';
import { reportData } from '../../../shared/deliverables/report-data.ts';
import type { RecordIndex } from '../../../shared/figures/record-index.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { legalFileName } from '../file-names.ts';
import { readPhoto, type PhotoFile } from './photo-file.ts';
import type { LoadedTemplate, RenderedDocument, TemplateFacts } from './template-library.ts';

/** One finished document. `bytes` are a whole .docx or .xlsx. */
export type MadeFile = { readonly planned: PlannedFile; readonly name: string; readonly template: TemplateFacts } & RenderedDocument;

/** The photos of a record, in their order; read only for forms that show them. */
export type PhotosOf = (record: AnyRecord) => readonly PhotoFile[];

/** What documents are made from: all records of a contract, because running totals and reports look beyond a file's own. */
export type DocumentSource = {
  readonly profile: ContractProfile;
  readonly records: readonly AnyRecord[];
  /** `indexRecords(records)`; sorted out when it is first asked for, once for all reports. */
  readonly index: () => RecordIndex;
  readonly photosOf: PhotosOf;
  readonly identityOf: IdentityOf;
};

/** How a document of the plan names itself; for a form also of which record. `undefined` for one that is only looked at. */
export type IdentityOf = (planned: PlannedFile, record: AnyRecord | undefined, showsPhotos: boolean) => DocumentIdentity | undefined;

function formData({ profile, records: all, index, photosOf, identityOf }: DocumentSource, planned: PlannedFile, record: AnyRecord, showsPhotos: boolean): TemplateData {
  const identity = identityOf(planned, record, showsPhotos);
  return recordData(profile, record, all, {
    ...identityTags(identity),
    ...(showsPhotos ? photoData(photosOf(record).map(readPhoto)) : {}),
    ...(record.kind === 'report' ? reportData(profile, record, all, identity?.questions, index()) : {}),
  });
}

/**
 * Fills a deliverable's template with the records of one planned file.
 * Throws `template-broken` and `render-failed`, naming the file.
 */
export function makeFile(template: LoadedTemplate, source: DocumentSource, planned: PlannedFile): MadeFile {
  const name = legalFileName(planned.name, template.extension);
  try {
    return { planned, name, template, ...fill(template, source, planned) };
  } catch (error) {
    // The person knows the document, and has to mend the template.
    if (error instanceof AppError && error.code === 'template-broken') throw new AppError(error.code, `${template.name}：${error.message}`, { ...error.details, template: template.name }, { cause: error });
    if (error instanceof AppError) throw error;
    throw new AppError('render-failed', `生成“${name}”失败`, { file: name, template: template.name }, { cause: error });
  }
}

function fill(template: LoadedTemplate, source: DocumentSource, planned: PlannedFile): RenderedDocument {
  const { deliverable, period, records } = planned;
  if (deliverable.layout === 'list') {
    return template.render({ ...listData(source.profile, deliverable.kind, period, records, source.records), ...identityTags(source.identityOf(planned, undefined, template.showsPhotos)) });
  }
  const [only, ...more] = records.map((record) => formData(source, planned, record, template.showsPhotos));
  if (only === undefined) throw new AppError('render-failed', `“${planned.name}”没有单据`, { file: planned.name });
  return more.length === 0 ? template.render(only) : template.renderMany([only, ...more]);
}
