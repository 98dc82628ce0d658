import { z } from 'zod';
import { AppError } from '../../shared/app-error.ts';
import { frozenFiguresSchema, type FrozenFigures } from '../../shared/figures/frozen-figures.ts';
import { questionBodySchema, type ExplainedDifference, type QuestionBody, type ReportExplanation, type ReportQuestion, type ReportVersion } from '../../shared/ipc/report-life-channels.ts';
import { sha256Hex } from '../files/digest.ts';
import { canonicalJson } from './canonical-json.ts';
import { appendChange, tick, type ChangeAction, type FieldChange } from './changes.ts';
import { reading } from './sqlite-errors.ts';
import type { ReportQuestionRow } from './sql/report-sql.ts';
import type { ReadableStore, WritableStore } from './store.ts';

const differencesSchema = z.array(z.strictObject({
  figure: z.string(), label: z.string(), unit: z.string(), decimals: z.number(), before: z.number().nullable(), after: z.number().nullable(),
}));

type StoredVersion = Omit<ReportVersion, 'document'>;

/** Every freeze of a report, the latest last. */
export function reportVersions(store: ReadableStore, reportId: string): StoredVersion[] {
  return reading(() => store.statements.reports.versions.all(reportId).map((row) => ({
    version: row.version, madeAt: row.made_at, madeBy: row.made_by, reason: row.reason, dataSha256: row.data_sha256,
  })));
}

/** The figures of the latest freeze; undefined before the first. Throws `store-damaged`. */
export function latestFrozen(store: ReadableStore, reportId: string): FrozenFigures | undefined {
  return reading(() => {
    const row = store.statements.reports.latest.get(reportId);
    return row === undefined ? undefined : parsed(frozenFiguresSchema, row.content, reportId);
  });
}

/** Report id → its latest version and when it was frozen, for all frozen reports of a contract. */
export function frozenReports(store: ReadableStore, contractId: string): ReadonlyMap<string, { readonly version: number; readonly madeAt: string }> {
  return reading(() => new Map(store.statements.reports.latestOfContract.all(contractId).map((row) => [row.report_id, { version: row.version, madeAt: row.made_at }])));
}

/** Adds a version. Only inside a transaction that knows the report. */
export function addReportVersion(store: WritableStore, contractId: string, reportId: string, made: { readonly frozen: FrozenFigures; readonly reason: string; readonly dataSha256: string }): void {
  const at = store.environment.now();
  const version = (store.statements.reports.latest.get(reportId)?.version ?? 0) + 1;
  const content = canonicalJson(made.frozen);
  store.statements.reports.insertVersion.run({ report_id: reportId, version, made_at: at, made_by: store.environment.user, reason: made.reason, data_sha256: made.dataSha256, content });
  log(store, { contractId, subjectId: `report ${reportId}`, action: version === 1 ? 'create' : 'update', revision: version, at }, [
    { field: 'report.version', before: version === 1 ? null : version - 1, after: version },
    { field: 'report.reason', before: null, after: made.reason },
    { field: 'report.data', before: null, after: made.dataSha256 },
    { field: 'report.sha256', before: null, after: sha256Hex(content) },
  ]);
}

/** Every explanation of a report, the latest last. Throws `store-damaged`. */
export function reportExplanations(store: ReadableStore, reportId: string): ReportExplanation[] {
  return reading(() => store.statements.reports.explanations.all(reportId).map((row) => ({
    version: row.version, madeAt: row.made_at, madeBy: row.made_by, explanation: row.explanation, differences: parsed(differencesSchema, row.differences, reportId),
  })));
}

/** Explains differences from the latest version. Only inside a transaction that knows the report to be frozen. */
export function addReportExplanation(store: WritableStore, contractId: string, reportId: string, explanation: string, differences: readonly ExplainedDifference[]): void {
  const { reports } = store.statements;
  const version = reports.latest.get(reportId)?.version ?? 0;
  const at = store.environment.now();
  const position = reports.explanations.all(reportId).filter((row) => row.version === version).length + 1;
  const text = canonicalJson(differences);
  reports.insertExplanation.run({ report_id: reportId, version, position, made_at: at, made_by: store.environment.user, explanation, differences: text });
  log(store, { contractId, subjectId: `report ${reportId}`, action: 'update', revision: version, at }, [
    { field: 'report.explanation', before: null, after: explanation },
    { field: 'report.differences', before: null, after: sha256Hex(text) },
  ]);
}

/** The customer's questions about a report, in the order in which they were written down. Throws `store-damaged`. */
export function reportQuestions(store: ReadableStore, reportId: string): ReportQuestion[] {
  return reading(() => store.statements.reports.questions.all(reportId).map((row) => ({ ...parsed(questionBodySchema, row.body, reportId), id: row.id, revision: row.revision })));
}

/** Report id → its questions, for all reports of a contract that have any. Throws `store-damaged`. */
export function questionsOfReports(store: ReadableStore, contractId: string): ReadonlyMap<string, readonly QuestionBody[]> {
  return reading(() => {
    const rows = store.statements.reports.questionsOfContract.all(contractId);
    return new Map(Object.entries(Object.groupBy(rows, (row) => row.report_id)).map(([id, own]) => [id, (own ?? []).map((row) => parsed(questionBodySchema, row.body, id))]));
  });
}

/**
 * Writes a question down, or changes the one that was seen. Only inside a transaction that knows the report.
 * Throws `not-found`, `conflict` when somebody changed it since.
 */
export function putReportQuestion(store: WritableStore, contractId: string, reportId: string, seen: { readonly id: string; readonly revision: number } | undefined, body: QuestionBody): void {
  const { reports } = store.statements;
  const before = seen === undefined ? undefined : reports.question.get(seen.id);
  if (seen !== undefined && before?.report_id !== reportId) throw new AppError('not-found', '找不到这条质疑。', { id: seen.id });
  if (seen !== undefined && before?.revision !== seen.revision) throw new AppError('conflict', '这条质疑刚在别处修改过，请查看后再改。', { id: seen.id });
  const row: ReportQuestionRow = { id: before?.id ?? store.environment.newId(), report_id: reportId, revision: (before?.revision ?? 0) + 1, body: canonicalJson(body) };
  if (before?.body === row.body) return;
  if (before === undefined) reports.insertQuestion.run(row);
  else reports.updateQuestion.run(row);
  const old: Readonly<Record<string, unknown>> = before === undefined ? {} : parsed(questionBodySchema, before.body, reportId);
  const now: Readonly<Record<string, unknown>> = body;
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => old[name] !== now[name]);
  log(store, { contractId, subjectId: row.id, action: before === undefined ? 'create' : 'update', revision: row.revision, at: store.environment.now() },
    names.map((name) => ({ field: `question.${name}`, before: old[name] ?? null, after: now[name] ?? null })));
}

type Subject = { readonly contractId: string; readonly subjectId: string; readonly action: ChangeAction; readonly revision: number; readonly at: string };

function log(store: WritableStore, subject: Subject, fields: readonly FieldChange[]): void {
  appendChange(store, { ...subject, subject: 'issued', timestamp: tick(store, subject.at), baseTimestamp: undefined, fields });
}

function parsed<T>(schema: z.ZodType<T>, text: string, reportId: string): T {
  const damaged = (cause: unknown): AppError => new AppError('store-damaged', '报告的冻结记录已损坏，请从备份恢复。', { report: reportId }, { cause });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw damaged(cause);
  }
  const result = schema.safeParse(value);
  if (!result.success) throw damaged(result.error);
  return result.data;
}
