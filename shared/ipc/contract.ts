import { z } from 'zod';
import type { Contract, ContractProfile, Question } from '../contract/profile.ts';
import { profileSchema } from '../contract/profile.ts';
import { isLocalDate, type LocalDate } from '../dates.ts';
import type { TagReference } from '../deliverables/tag-reference.ts';
import { templateSubjects, type TemplateSubject } from '../deliverables/template-subject.ts';
import { attachmentRoles, captionLimit } from '../records/attachment.ts';
import { kindNames } from '../records/kinds.ts';
import { recordInputSchema, recordStatuses, type AnyRecord } from '../records/record.ts';
import type { Problem } from '../app-error.ts';
import type { ReportedFigure } from '../figures/figures.ts';
import type { Finding } from '../rules/finding.ts';
import type { Job } from './jobs.ts';
import type { Overview } from './overview.ts';

/** One call: the schema of what goes in, and the type of what comes back. */
type Channel<Input extends z.ZodType, Output> = { readonly input: Input; readonly outputType?: Output };

function channel<Output>() {
  return <Input extends z.ZodType>(input: Input): Channel<Input, Output> => ({ input });
}

const id = z.string().min(1).max(60);
const day = z.string().refine(isLocalDate, '日期应写作 2024-08-05');
const kind = z.enum(kindNames);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, '附件的摘要不对');
const caption = z.string().max(captionLimit, `说明最多 ${captionLimit} 个字`);
const nothing = z.strictObject({});
/** File contents from a file dialog or a drop, base64; 32 MB of text is far beyond any contract or sheet. */
const fileInput = z.strictObject({ name: z.string().min(1).max(255), base64: z.string().max(45_000_000) });
/** Name of a folder inside the data folder's 输出 folder; the window never names paths. */
const outputFolder = z.strictObject({ folder: z.string().regex(/^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,59}$/, "文件夹名不能含 / \\ : * ? \" < > |").optional() });

export const recordQuerySchema = z.strictObject({
  contractId: id,
  kind: kind.optional(),
  status: z.enum(recordStatuses).optional(),
  from: day.optional(),
  to: day.optional(),
  /** Number of the priced service item that the records must prove. */
  serviceItem: z.number().int().positive().optional(),
  /** Words that must all occur in the record's text. */
  text: z.string().max(200).optional(),
  sort: z.enum(['date', 'number', 'title', 'updatedAt']).default('date'),
  descending: z.boolean().default(true),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(5000).default(50),
});

/** What a list row shows; the body is fetched when the record is opened. */
export type RecordPage = { readonly total: number; readonly records: readonly AnyRecord[] };

/** How many files the records of a page have, by record id; records without any are absent. */
export type AttachmentCounts = { readonly attachmentCounts: Readonly<Record<string, number>> };

/** One entry of a record's history: who changed which field, when, from what to what. */
export type HistoryEntry = {
  readonly at: string;
  readonly user: string;
  readonly device: string;
  readonly revision: number;
  readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
};

export type Attachment = { readonly sha256: string; readonly name: string; readonly mediaType: string; readonly size: number; readonly role: string; readonly caption: string; readonly position: number };

/** One deliverable and the files it will become. */
export type PlannedDeliverable = { readonly id: string; readonly title: string; readonly template: string; readonly records: number; readonly files: readonly { readonly name: string; readonly period: string; readonly records: number }[] };

const templateName = z.string().min(1).max(120);
const templateSubject = z.enum(templateSubjects);

/** Something wrong in a template, told so that a person finds it in Word or Excel. All but the message are empty for a file that cannot be read. */
export type TemplateFault = { readonly part: string; readonly place: string; readonly tag: string; readonly message: string; readonly suggestion?: string };
/** A tag by name; `within` are the loops around it, outermost first. */
export type TemplateTag = { readonly part: string; readonly name: string; readonly place?: string; readonly within: readonly string[] };

/** `problems` keep it from being used; `doubts` print, but probably not what was meant. */
export type TemplateInfo = {
  readonly name: string;
  readonly title: string;
  readonly origin: 'shipped' | 'own';
  /** What it is filled with, when the contract or its name tells. */
  readonly subject?: TemplateSubject;
  readonly changedAt: string;
  readonly size: number;
  /** Whether the program brings one of this name. */
  readonly hasShipped: boolean;
  /** Deliverables of the contract. */
  readonly usedBy: readonly { readonly id: string; readonly title: string; readonly enabled: boolean }[];
  readonly problems: readonly TemplateFault[];
  readonly doubts: readonly TemplateFault[];
};

/** `earlier`: versions of the user's own that were set aside, latest first. */
export type TemplateDetail = {
  readonly info: TemplateInfo;
  readonly tags: readonly TemplateTag[];
  /** Labels of fields that it does not print. */
  readonly unused: readonly string[];
  readonly earlier: readonly { readonly backup: string; readonly setAsideAt: string }[];
};

/** What came of a file offered in place of a template; `backup` is the user's own one that stood there before. */
export type TemplateReplacement = { readonly taken: boolean; readonly problems: readonly TemplateFault[]; readonly doubts: readonly TemplateFault[]; readonly backup?: string };

/** A filter with an example of its use. */
export type TemplateFilter = { readonly name: string; readonly aliases: readonly string[]; readonly usage: string; readonly summary: string; readonly tag: string; readonly result: string };

/** What to look at: the document of one record, one file of the plan, or a template filled with the latest record or made-up data. */
const previewTarget = z.union([
  z.strictObject({ recordId: id, deliverable: z.string().max(40).optional() }),
  z.strictObject({ contractId: id, deliverable: z.string().max(40), file: z.string().min(1).max(300) }),
  z.strictObject({ contractId: id, template: templateName, subject: templateSubject.optional() }),
]);
export type PreviewTarget = z.output<typeof previewTarget>;

const officeId = z.enum(['word', 'wps', 'libreoffice']);
/** An office program of this computer that can lay out pages; `version` is empty when it does not say. */
export type PreviewOffice = { readonly id: z.output<typeof officeId>; readonly name: string; readonly version: string; readonly kinds: readonly ('docx' | 'xlsx')[] };

/** A finished document that stands nowhere on the disk. `choices` are all documents that show the record, this one among them. */
export type PreviewDocument = {
  readonly name: string;
  readonly extension: 'docx' | 'xlsx';
  readonly base64: string;
  readonly deliverable: string;
  readonly choices: readonly { readonly id: string; readonly title: string }[];
  /** What it could not show as meant, such as a photo whose file is damaged. */
  readonly warnings: readonly string[];
  /** Of a template: the number of the record that fills it, empty for made-up data. */
  readonly filledWith?: string;
};

/** The one list of calls across the wall between window and core. */
export const ipcContract = {
  'app.info': channel<{ readonly name: string; readonly version: string; readonly today: LocalDate; readonly device: string; readonly user: string }>()(nothing),
  'intake.read': channel<{ readonly profile: ContractProfile; readonly questions: readonly Question[] }>()(fileInput),
  'contracts.list': channel<readonly Contract[]>()(nothing),
  'contracts.create': channel<Contract>()(z.strictObject({ profile: profileSchema })),
  'contracts.save': channel<Contract>()(z.strictObject({ id, profile: profileSchema })),
  'sample.create': channel<Contract>()(z.strictObject({ seed: z.number().int().default(1), gaps: z.boolean().default(false) })),
  'overview.get': channel<Overview>()(z.strictObject({ contractId: id, today: day.optional() })),
  'records.list': channel<RecordPage & AttachmentCounts>()(recordQuerySchema),
  'records.get': channel<AnyRecord>()(z.strictObject({ id })),
  'records.last': channel<AnyRecord | null>()(z.strictObject({ contractId: id, kind })),
  'records.save': channel<AnyRecord>()(z.strictObject({ contractId: id, record: recordInputSchema })),
  'records.void': channel<AnyRecord>()(z.strictObject({ id, reason: z.string().min(1, '作废要写原因').max(400) })),
  'records.history': channel<readonly HistoryEntry[]>()(z.strictObject({ id })),
  'records.import': channel<{ readonly imported: number; readonly problems: readonly Problem[] }>()(z.strictObject({ contractId: id, kind, file: fileInput, dryRun: z.boolean() })),
  /** An empty .xlsx to fill in, with the contract's own fields and lists. */
  'records.sheet': channel<{ readonly name: string; readonly base64: string }>()(z.strictObject({ contractId: id, kind })),
  /** The figures of a report over this span, counted from the records as they are now. */
  'reports.figures': channel<readonly ReportedFigure[]>()(z.strictObject({ contractId: id, date: day, periodFrom: day, periodTo: day })),
  'attachments.list': channel<readonly Attachment[]>()(z.strictObject({ recordId: id })),
  'attachments.add': channel<readonly Attachment[]>()(z.strictObject({ recordId: id, file: fileInput, role: z.enum(attachmentRoles), caption })),
  /** What is left out stays as it is. */
  'attachments.describe': channel<readonly Attachment[]>()(z.strictObject({ recordId: id, sha256, name: z.string().min(1).max(255).optional(), role: z.enum(attachmentRoles).optional(), caption: caption.optional() })),
  /** The whole new order of a record's attachments. */
  'attachments.order': channel<readonly Attachment[]>()(z.strictObject({ recordId: id, order: z.array(sha256).max(10_000) })),
  'attachments.remove': channel<readonly Attachment[]>()(z.strictObject({ recordId: id, sha256 })),
  /** Undoes the last removal of this file from this record. */
  'attachments.restore': channel<readonly Attachment[]>()(z.strictObject({ recordId: id, sha256 })),
  'attachments.read': channel<{ readonly name: string; readonly mediaType: string; readonly base64: string }>()(z.strictObject({ recordId: id, sha256 })),
  'check.run': channel<readonly Finding[]>()(z.strictObject({ contractId: id, today: day.optional() })),
  'deliverables.plan': channel<readonly PlannedDeliverable[]>()(z.strictObject({ contractId: id })),
  'templates.list': channel<readonly TemplateInfo[]>()(z.strictObject({ contractId: id.optional() })),
  'templates.inspect': channel<TemplateDetail>()(z.strictObject({ contractId: id.optional(), name: templateName, subject: templateSubject.optional() })),
  /** A broken file is not taken; one with doubts only after the person has read them. */
  'templates.replace': channel<TemplateReplacement>()(z.strictObject({ contractId: id.optional(), name: templateName, file: fileInput, acceptsDoubts: z.boolean().default(false) })),
  /** Back to the shipped one; the user's own is set aside. */
  'templates.restore': channel<{ readonly backup: string }>()(z.strictObject({ name: templateName })),
  'templates.bringBack': channel<Readonly<Record<string, never>>>()(z.strictObject({ name: templateName, backup: z.string().min(1).max(160) })),
  'templates.read': channel<{ readonly name: string; readonly base64: string }>()(z.strictObject({ name: templateName, origin: z.enum(['shipped', 'own']).optional() })),
  'templates.reveal': channel<{ readonly opened: boolean; readonly location: string }>()(nothing),
  'templates.reference': channel<TagReference & { readonly filters: readonly TemplateFilter[] }>()(z.strictObject({ contractId: id.optional(), subject: templateSubject })),
  'preview.offices': channel<readonly PreviewOffice[]>()(nothing),
  'preview.document': channel<PreviewDocument>()(z.strictObject({ target: previewTarget })),
  /** Pages as the office program lays them out. `ticket` is the window's own name for the call, by which it can stop it. */
  'preview.pdf': channel<{ readonly base64: string; readonly program: PreviewOffice }>()(z.strictObject({ target: previewTarget, ticket: id, program: officeId.optional() })),
  'preview.stop': channel<{ readonly stopped: boolean }>()(z.strictObject({ ticket: id })),
  'jobs.list': channel<readonly Job[]>()(nothing),
  'jobs.render': channel<Job>()(z.strictObject({ contractId: id, deliverable: z.string().max(40).optional(), from: day.optional(), to: day.optional(), output: outputFolder })),
  'jobs.handover': channel<Job>()(z.strictObject({ contractId: id, output: outputFolder, iso: z.boolean(), today: day.optional() })),
  'jobs.cancel': channel<Job>()(z.strictObject({ id })),
  'jobs.reveal': channel<{ readonly opened: boolean; readonly location: string }>()(z.strictObject({ id })),
} as const;

export type IpcContract = typeof ipcContract;
export type ChannelName = keyof IpcContract;
/** What the handler receives: parsed, defaults filled in. */
export type ChannelInput<C extends ChannelName> = z.output<IpcContract[C]['input']>;
/** What the caller may write: fields with defaults may be left out. */
export type ChannelCall<C extends ChannelName> = z.input<IpcContract[C]['input']>;
export type ChannelOutput<C extends ChannelName> = IpcContract[C] extends Channel<z.ZodType, infer Output> ? Output : never;

export type Handlers = { readonly [C in ChannelName]: (input: ChannelInput<C>) => Promise<ChannelOutput<C>> | ChannelOutput<C> };

export function isChannelName(name: string): name is ChannelName {
  return Object.hasOwn(ipcContract, name);
}
