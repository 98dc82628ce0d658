import { AppError } from '../../../shared/app-error.ts';
import { wholePeriod } from '../../../shared/contract/periods.ts';
import type { Contract, ContractProfile, Deliverable } from '../../../shared/contract/profile.ts';
import { exampleRecords } from '../../../shared/deliverables/example-data.ts';
import { planDeliverable, planDeliverables, planRecord, type PlannedFile } from '../../../shared/deliverables/plan.ts';
import { carriedData } from '../../../shared/carried/carried-data.ts';
import { paperExample } from '../../../shared/deliverables/paper-examples.ts';
import { isPaperSubject, isVolumePaper, volumePaperSubjects, type PaperSubject, type VolumePaper } from '../../../shared/deliverables/paper-subjects.ts';
import { deliverablesWith, subjectTitle, templateSubject, type TemplateSubject } from '../../../shared/deliverables/template-subject.ts';
import type { KindName } from '../../../shared/records/kinds.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { arrangeVolumes } from '../../../shared/volumes/arrange-volumes.ts';
import { volumePaperData, volumesPaperData } from '../../../shared/volumes/paper-data.ts';
import { createDataDigests } from '../../handover/deliverables/data-digest.ts';
import { handoverListFile } from '../../handover/deliverables/handover-list.ts';
import { makeFile, type DocumentSource } from '../../handover/deliverables/make-file.ts';
import type { LoadedTemplate } from '../../handover/deliverables/template-library.ts';
import { discLabelData } from '../../../shared/discs/disc-data.ts';
import { listCarried } from '../../store/carried.ts';
import { discsOfContract } from '../../store/discs.ts';
import { discPapersSource } from './disc-papers.ts';
import { getContract } from '../../store/contracts.ts';
import { allRecords } from '../../store/records.ts';
import type { Core } from '../core.ts';
import { documentSource } from './document-source.ts';
import { volumePlan } from './volumes.ts';
import { readinessOf } from './readiness-report.ts';

/** A template filled in for looking at. */
export type TemplatePreview = {
  readonly name: string;
  readonly extension: 'docx' | 'xlsx';
  readonly bytes: Uint8Array;
  readonly warnings: readonly string[];
  /** Number of the record that fills it, 移交清单's contract, or nothing for made-up data. */
  readonly filledWith: string;
};

export type TemplatePreviewTarget = { readonly contractId: string; readonly template: string; readonly subject?: TemplateSubject | undefined; readonly volume?: number | undefined };

/** The deliverable that uses the template, or one such as the contract could have. */
function deliverableFor(profile: ContractProfile, template: LoadedTemplate, kind: KindName): Deliverable {
  const [own] = deliverablesWith(profile, template.name).filter((deliverable) => deliverable.kind === kind);
  if (own !== undefined) return own;
  const isList = template.extension === 'xlsx' || template.name.includes('-list.');
  return { id: 'template', title: subjectTitle(kind), kind, where: {}, layout: isList ? 'list' : 'form', grouping: isList ? 'all' : 'record', template: template.name, fromContract: false, enabled: true };
}

/** A made-up record that the deliverable would print, with every field filled in. */
function exampleFile(profile: ContractProfile, deliverable: Deliverable): PlannedFile {
  const found = exampleRecords().find((record) => record.kind === deliverable.kind);
  if (found === undefined) throw new AppError('not-found', '这类单据没有示例数据', { kind: deliverable.kind });
  // The filter names fields of the same kind.
  const record = { ...found, contractId: 'example', body: { ...found.body, ...deliverable.where } } as AnyRecord;
  return { deliverable, period: wholePeriod(profile.service), records: [record], name: `${deliverable.title}_示例` };
}

function latestFile(profile: ContractProfile, deliverable: Deliverable, records: readonly AnyRecord[]): PlannedFile | undefined {
  const printed = planDeliverable(profile, deliverable, records).flatMap((file) => file.records).filter(({ status }) => status !== 'void');
  const latest = printed.toSorted((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
  return latest === undefined ? undefined : planRecord(profile, deliverable, latest, records);
}

async function handoverListPreview(core: Core, contract: Contract): Promise<TemplatePreview> {
  const plan = planDeliverables(contract.profile, allRecords(core.store, contract.id));
  const { content } = await handoverListFile(core.maker, contract.profile, plan, core.environment.today(), { label: 'YWJF', position: '1/1', volumes: [] });
  if (!(content instanceof Uint8Array)) throw new AppError('render-failed', '移交清单没有生成', {});
  return { name: `${subjectTitle('handover-list')}.docx`, extension: 'docx', bytes: content, warnings: [], filledWith: contract.profile.projectName };
}

/** A paper of one volume, or of all volumes, as they are arranged now. */
async function volumePaperPreview(core: Core, contract: Contract, subject: VolumePaper, template: LoadedTemplate, number: number): Promise<TemplatePreview> {
  const { items, arrangement, prefix } = await volumePlan(core, contract, createDataDigests());
  const volumes = arrangeVolumes(items, arrangement, prefix);
  const shown = volumes[number - 1] ?? volumes[0];
  const source = { profile: contract.profile, volumes, arrangement };
  const { bytes, warnings } = template.render(shown === undefined ? paperExample(subject) : volumePaperSubjects[subject] === 'one' ? volumePaperData(shown, source) : volumesPaperData(source));
  return { name: `${subjectTitle(subject)}.docx`, extension: template.extension, bytes, warnings, filledWith: shown === undefined ? '' : contract.profile.projectName };
}

/** A paper of the discs that were made last. */
async function discPaperPreview(core: Core, contract: Contract, subject: 'disc-register' | 'disc-labels', template: LoadedTemplate): Promise<TemplatePreview> {
  const [latest] = [...discsOfContract(core.store, contract.id).keys()].toReversed();
  const data = latest === undefined ? paperExample(subject) : { ...discLabelData(contract.profile, await discPapersSource(core, contract, latest), 1) };
  const { bytes, warnings } = template.render(data);
  return { name: `${subjectTitle(subject)}.docx`, extension: template.extension, bytes, warnings, filledWith: latest === undefined ? '' : contract.profile.projectName };
}

/** A paper with what the contract has for it, with an example when there is nothing yet. */
async function paperPreview(core: Core, contract: Contract, subject: PaperSubject, name: string, volume: number): Promise<TemplatePreview> {
  if (subject === 'handover-list') return handoverListPreview(core, contract);
  const template = await core.library.load(name);
  if (isVolumePaper(subject)) return volumePaperPreview(core, contract, subject, template, volume);
  if (subject === 'readiness-report') {
    const { bytes, warnings } = template.render({ ...(await readinessOf(core, contract, core.environment.today())) });
    return { name: `${subjectTitle(subject)}.docx`, extension: template.extension, bytes, warnings, filledWith: contract.profile.projectName };
  }
  if (subject === 'disc-register' || subject === 'disc-labels') return discPaperPreview(core, contract, subject, template);
  const items = listCarried(core.store, contract.id);
  const { bytes, warnings } = template.render(items.length === 0 ? paperExample(subject) : { ...carriedData(contract.profile, items, core.environment.today()) });
  return { name: `${subjectTitle(subject)}.docx`, extension: template.extension, bytes, warnings, filledWith: items.length === 0 ? '' : contract.profile.projectName };
}

/**
 * Fills a template with the contract's latest record that it prints, or with made-up data when there is none.
 * Throws `not-found`, `template-broken`, and `invalid-input` when nobody can tell what the template is for.
 */
export async function makeTemplatePreview(core: Core, target: TemplatePreviewTarget): Promise<TemplatePreview> {
  const contract = getContract(core.store, target.contractId);
  const { profile } = contract;
  const subject = target.subject ?? templateSubject(profile, target.template);
  if (subject === undefined) throw new AppError('invalid-input', `还不知道“${target.template}”用于哪类单据，请先选择。`, { template: target.template });
  if (isPaperSubject(subject)) return paperPreview(core, contract, subject, target.template, target.volume ?? 1);
  const template = await core.library.load(target.template);
  const deliverable = deliverableFor(profile, template, subject);
  const records = allRecords(core.store, contract.id);
  const latest = latestFile(profile, deliverable, records);
  const planned = latest ?? exampleFile(profile, deliverable);
  const source: DocumentSource = latest === undefined ? { ...documentSource(core, contract, planned.records), photosOf: () => [] } : documentSource(core, contract, records);
  const { name, bytes, warnings } = makeFile(template, source, planned);
  return { name, bytes, warnings, extension: template.extension, filledWith: latest?.records.at(-1)?.number ?? '' };
}
