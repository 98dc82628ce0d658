import { z } from 'zod';
import { isLocalDate } from '../dates.ts';
import { kindNames } from '../records/kinds.ts';
import { ruleSettingSchema } from '../rules/rule-settings.ts';

/**
 * The contract profile (合同档案): everything about one contract that forms, rules, reports and the hand-over need.
 * Nothing in it is a constant of the program. Money is in yuan with two decimals; dates are `YYYY-MM-DD`.
 */

const localDate = z.string().refine(isLocalDate, '日期应写作 2024-08-05');
const line = z.string().max(300);
const name = z.string().trim().min(1, '不能为空').max(200);
const kindName = z.enum(kindNames);

const party = z.strictObject({
  name,
  address: line.default(''),
  postcode: line.default(''),
  phone: line.default(''),
  fax: line.default(''),
  email: line.default(''),
});

const installment = z.strictObject({ label: line, percent: z.number().min(0).max(100), amount: z.number().min(0), condition: z.string().max(2000) });

/** One priced line of 附件1. `unitPrice` is in yuan per unit, whatever unit the contract's table is headed with. */
const serviceItem = z.strictObject({
  no: z.number().int().positive(),
  name,
  unit: line.default('人月'),
  quantity: z.number().min(0),
  unitPrice: z.number().min(0),
  amount: z.number().min(0),
  /** Kinds of records that prove the item was served; a record naming the item itself proves it too. */
  evidence: z.array(kindName).default([]),
});

/** How the records of a period become files of one deliverable. */
const deliverable = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, '代号只能用小写字母、数字和短横线'),
  /** Legal in a file name: no `/ \ : * ? " < > |`. */
  title: name.refine((title) => !/[\\/:*?"<>|]/.test(title), '文件名里不能有 / \\ : * ? " < > |'),
  kind: kindName,
  /** Only records whose body has these values, e.g. `{reportType: '季度'}`. */
  where: z.record(z.string(), z.string()).default({}),
  /** `form`: each record on its own pages; `list`: all records of the period in one table. */
  layout: z.enum(['form', 'list']),
  /** One file per record, or one file for all records of each month, quarter or the whole service period. */
  grouping: z.enum(['record', 'month', 'quarter', 'all']),
  /** Name of the template file, e.g. `inspection.docx`; looked up in the data folder first, then among the shipped ones. */
  template: z.string().regex(/^[\p{L}\p{N}._-]{1,100}\.(docx|xlsx)$/u, '模板名应以 .docx 或 .xlsx 结尾'),
  /** Named in the contract (合同第七章), or added by the vendor. */
  fromContract: z.boolean(),
  enabled: z.boolean().default(true),
});

/** Places of the sign-off that a person usually fills (乙方执行人, 乙方审核人, 甲方确认人). */
export const signerRoles = ['executor', 'reviewer', 'confirmer'] as const;

const person = z.strictObject({
  name,
  role: line.default(''),
  side: z.enum(['client', 'vendor']),
  phone: line.default(''),
  unit: line.default(''),
  signs: z.array(z.enum(signerRoles)).optional(),
});

const checklistItem = z.strictObject({ category: name, item: name, method: line.default(''), standard: line.default(''), cycle: line.default('日检') });

const surveyCriterion = z.strictObject({ criterion: name, standard: z.string().max(500).default(''), fullScore: z.number().int().positive() });

export const extraFieldTypes = ['text', 'longText', 'number', 'date', 'choice', 'flag'] as const;

/** A field that one customer's forms have and the kind does not. */
const extraField = z.strictObject({
  name: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/, '代号用英文字母开头，只含字母和数字'),
  label: name,
  type: z.enum(extraFieldTypes),
  options: z.array(z.string().max(100)).default([]),
  required: z.boolean().default(false),
});

/** Something the contract text leaves uncertain or contradictory. `sources` are the sentences it came from. */
export const questionSchema = z.strictObject({
  id: z.string().max(60),
  /** Path in the profile that the answer belongs to, e.g. `client.address`; a part that is no single value (`people`, `sources`) for answers that are only kept. */
  field: z.string().max(100),
  question: z.string().max(1000),
  options: z.array(z.string().max(500)).default([]),
  sources: z.array(z.string().max(2000)),
  answer: z.string().max(1000).optional(),
});

export const profileSchema = z.strictObject({
  title: name,
  projectName: name,
  /** The customer's name for the documents, which is not always the project's name (合同第七章). */
  deliverablePrefix: name,
  client: party,
  vendor: party,
  signedOn: localDate,
  signingPlace: line.default(''),
  service: z.strictObject({ from: localDate, to: localDate }),
  price: z.strictObject({ total: z.number().min(0), installments: z.array(installment).default([]) }),
  acceptance: z.strictObject({
    deadline: localDate,
    /** "…前" excludes the day itself for planning, "…前（含）" or "…日内" includes it. */
    deadlineIncluded: z.boolean().default(false),
    basis: z.string().max(1000).default(''),
  }),
  delivery: z.strictObject({ forms: z.array(line).default([]), copies: z.number().int().positive().default(1), openEnded: z.boolean().default(true) }),
  deliverables: z.array(deliverable),
  reporting: z.strictObject({
    everyMonths: z.number().int().positive().default(3),
    /** Quarters roll from the first service day, or follow the calendar year. */
    quarterRule: z.enum(['rolling', 'calendar']).default('rolling'),
    reviewDays: z.number().int().min(0).default(14),
    reviewDayType: z.enum(['calendar', 'working']).default('calendar'),
    silenceApproves: z.boolean().default(true),
  }),
  serviceLevel: z.strictObject({ answerMinutes: z.number().positive(), restoreMinutes: z.number().positive(), hotline: line.default(''), vendorFaultOnly: z.boolean().default(true) }),
  changeQuota: z.strictObject({ personDays: z.number().min(0) }),
  complaintTypes: z.array(line).default([]),
  penalties: z.array(z.strictObject({ side: z.enum(['client', 'vendor']), text: z.string().max(1000), percent: z.number().min(0).max(100).optional(), capPercent: z.number().min(0).max(100).optional(), everyDays: z.number().positive().optional() })).default([]),
  confidentiality: z.strictObject({ term: line.default(''), duties: z.array(z.string().max(1000)).default([]), returnDuties: z.array(z.string().max(1000)).default([]) }),
  serviceItems: z.array(serviceItem),
  people: z.array(person).default([]),
  systems: z.array(line).default([]),
  checklist: z.array(checklistItem).default([]),
  surveyCriteria: z.array(surveyCriterion).default([]),
  vocabularies: z.record(z.string(), z.array(z.string().min(1).max(100))).default({}),
  extraFields: z.partialRecord(kindName, z.array(extraField)).default({}),
  numberPrefixes: z.partialRecord(kindName, z.string().regex(/^[A-Z]{1,6}$/, '编号前缀用 1 到 6 个大写字母')).default({}),
  calendarOverrides: z.record(z.string().refine(isLocalDate), z.enum(['work', 'off'])).default({}),
  /** Readiness rules that weigh otherwise in this contract. */
  ruleSettings: z.array(ruleSettingSchema).max(200).default([]),
  questions: z.array(questionSchema).default([]),
  /** Path in the profile → the sentence of the contract it was read from. */
  sources: z.record(z.string(), z.string().max(2000)).default({}),
});

export type ContractProfile = z.output<typeof profileSchema>;
export type ContractProfileInput = z.input<typeof profileSchema>;
export type Party = ContractProfile['client'];
export type ServiceItem = ContractProfile['serviceItems'][number];
export type Deliverable = ContractProfile['deliverables'][number];
export type Question = ContractProfile['questions'][number];
export type ExtraField = z.output<typeof extraField>;
export type ChecklistItem = ContractProfile['checklist'][number];
export type ContractPerson = ContractProfile['people'][number];

/** A stored contract. `revision` counts its saves; `isArchived` when it is finished and out of the daily list. */
export type Contract = {
  readonly id: string;
  readonly profile: ContractProfile;
  readonly revision: number;
  readonly isArchived: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
};
