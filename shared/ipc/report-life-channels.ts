import { z } from 'zod';
import { isLocalDate } from '../dates.ts';
import type { FigureChange, RecordCause } from '../figures/frozen-figures.ts';
import type { KindName } from '../records/kinds.ts';
import { channel, idInput } from './channel.ts';

/** A document that was made from a frozen version; digests are SHA-256 in lower-case hexadecimal, `edition` is 版次 of the paper. */
export type VersionDocument = { readonly fileName: string; readonly fileSha256: string; readonly madeAt: string; readonly edition: number };

/** One freeze of a report's figures. */
export type ReportVersion = {
  /** From 1. */
  readonly version: number;
  readonly madeAt: string;
  readonly madeBy: string;
  /** Empty for the first. */
  readonly reason: string;
  /** Of the settings and records that the figures were counted from. */
  readonly dataSha256: string;
  /** The last one that was made before the next version. */
  readonly document?: VersionDocument | undefined;
};

/** A difference as it was explained; null where there was nothing to count from. */
export type ExplainedDifference = Pick<FigureChange, 'figure' | 'label' | 'unit' | 'decimals' | 'before' | 'after'>;

/** Why differences from a version were left alone. */
export type ReportExplanation = {
  readonly version: number;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly explanation: string;
  readonly differences: readonly ExplainedDifference[];
};

/** A record behind a change; without number and title when it is gone. */
export type ChangedRecord = RecordCause & { readonly kind?: KindName | undefined; readonly number: string; readonly title: string };

const localDate = z.string().refine(isLocalDate, '日期应写作 2024-08-05');
const name = z.string().trim().max(40);

/** 质疑与答复: one question of the customer, and the answer once there is one. */
export const questionBodySchema = z.strictObject({
  askedOn: localDate,
  askedBy: name.min(1, '请填写提出人'),
  question: z.string().trim().min(1, '请填写质疑内容').max(4000),
  answeredOn: localDate.optional(),
  answeredBy: name.min(1).optional(),
  answer: z.string().trim().min(1).max(4000).optional(),
})
  .refine(({ answer, answeredOn }) => (answer === undefined) === (answeredOn === undefined), { path: ['answeredOn'], message: '答复与答复日期要一起填写' })
  .refine(({ askedOn, answeredOn }) => answeredOn === undefined || answeredOn >= askedOn, { path: ['answeredOn'], message: '答复日期不能早于提出日期' });

export type QuestionBody = z.infer<typeof questionBodySchema>;

export type ReportQuestion = QuestionBody & { readonly id: string; readonly revision: number };

/** What happened to a report since it was written. */
export type ReportLife = {
  /** The latest last. */
  readonly versions: readonly ReportVersion[];
  /** How the latest version differs from the records as they are now. */
  readonly changes: readonly FigureChange[];
  /** The records that the changes name. */
  readonly changedRecords: readonly ChangedRecord[];
  /** Whether exactly these changes were explained already. */
  readonly isExplained: boolean;
  /** Whether the report's paper was signed and its records were changed since, be it only in words. */
  readonly isPaperBehind: boolean;
  readonly explanations: readonly ReportExplanation[];
  readonly questions: readonly ReportQuestion[];
};

const report = { contractId: idInput, reportId: idInput };
const reason = z.string().trim().max(400);

/** The life of a report after it was written: frozen figures, what changed since, questions and answers. */
export const reportLifeChannels = {
  'reports.life': channel<ReportLife>()(z.strictObject(report)),
  /** Keeps the figures as they are now, and puts them into the report. From the second time on with a reason. */
  'reports.freeze': channel<ReportLife>()(z.strictObject({ ...report, reason: reason.default('') })),
  /** Leaves the report as it was frozen, and says why: the figures keep their values with this reason. */
  'reports.keep': channel<ReportLife>()(z.strictObject({ ...report, explanation: reason.min(1, '请填写说明') })),
  /** A new question without `seen`; else a correction or the answer. */
  'reports.question': channel<ReportLife>()(z.strictObject({ ...report, seen: z.strictObject({ id: idInput, revision: z.number().int().positive() }).optional(), body: questionBodySchema })),
} as const;
