import { AppError } from '../../../shared/app-error.ts';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { changedFigures, freezeFigures, type FigureChange, type FreezeSpan, type FrozenFigures } from '../../../shared/figures/frozen-figures.ts';
import { findFigure, reportAsOf } from '../../../shared/figures/figures.ts';
import type { ChangedRecord, ExplainedDifference, QuestionBody, ReportLife, VersionDocument } from '../../../shared/ipc/report-life-channels.ts';
import type { AnyRecord, RecordInput, RecordOf } from '../../../shared/records/record.ts';
import type { DataDigests } from '../../handover/deliverables/data-digest.ts';
import { sha256Hex } from '../../files/digest.ts';
import { canonicalJson } from '../../store/canonical-json.ts';
import { getContract } from '../../store/contracts.ts';
import { productionsOf } from '../../store/issued.ts';
import { keptIndex } from '../../store/record-memory.ts';
import { allRecords, getRecord } from '../../store/records.ts';
import { addReportExplanation, addReportVersion, latestFrozen, putReportQuestion, reportExplanations, reportQuestions, reportVersions } from '../../store/report-life.ts';
import { saveRecord } from '../../store/save-records.ts';
import { withRevisionReason } from '../../store/seals.ts';
import type { Core } from '../core.ts';
import { photoTemplates } from './mark-papers.ts';
import { documentOf, isPaperBehind, keepPaper } from './report-paper.ts';

type LifeCore = Pick<Core, 'store' | 'digests'>;
type Report = RecordOf<'report'>;
type Row = Report['body']['figures'][number];
type Source = { readonly profile: ContractProfile; readonly records: readonly AnyRecord[]; readonly index: ReturnType<typeof keptIndex> };

/** Which report of which contract. */
export type ReportName = { readonly contractId: string; readonly reportId: string };

function reportOf({ store }: Pick<Core, 'store'>, { contractId, reportId }: ReportName): Report {
  const record = getRecord(store, reportId);
  if (record.kind !== 'report' || record.contractId !== contractId) throw new AppError('not-found', '合同里没有这份报告。', { report: reportId });
  return record;
}

/** Only a finished report has a period and figures to keep. */
function finishedReport(core: Pick<Core, 'store'>, name: ReportName): Report {
  const report = reportOf(core, name);
  if (report.status !== 'final') throw new AppError('invalid-input', '报告还没有编制完成，先把草稿定稿再冻结数字。', { report: report.id });
  return report;
}

function sourceOf({ store }: Pick<Core, 'store'>, contractId: string): Source {
  const records = allRecords(store, contractId);
  return { profile: getContract(store, contractId).profile, records, index: keptIndex(store, records) };
}

function spanOf({ body }: Report): FreezeSpan {
  return { from: body.periodFrom, to: body.periodTo, asOf: reportAsOf(body) };
}

/** Digest of all that figures are counted from: the settings, and every final record up to the day of the report but the reports. */
function dataSha256(digests: DataDigests, { profile, records }: Source, { asOf }: FreezeSpan): string {
  const counted = records.filter(({ kind, status, date }) => kind !== 'report' && status === 'final' && date <= asOf);
  return sha256Hex([canonicalJson(profile), ...counted.map((record) => digests.ofRecord(record))].join('\n'));
}

/**
 * The report's table of figures taken anew: what a person set with a reason stays, unless it changed since the freeze before, because then
 * the reason was given for another number. Rows that the program does not know stay.
 */
function retakenRows(rows: readonly Row[], frozen: FrozenFigures, changed: ReadonlySet<string>): Row[] {
  const known = new Map(rows.map((row) => [row.figure, row]));
  return [
    ...frozen.figures.flatMap(({ figure, label, value }): Row[] => {
      const row = known.get(figure);
      if (row?.reason !== undefined && !changed.has(figure)) return [row];
      return value === null ? [] : [{ figure, label, value }];
    }),
    ...rows.filter(({ figure }) => findFigure(figure) === undefined),
  ];
}

/** The figures of the changes keep what the report says, with the explanation as their reason. */
function keptRows(rows: readonly Row[], changes: readonly FigureChange[], explanation: string): Row[] {
  const changed = new Map(changes.map((change) => [change.figure, change]));
  const missing = changes.filter(({ figure, before }) => before !== null && !rows.some((row) => row.figure === figure));
  return [
    ...rows.map((row) => (changed.has(row.figure) ? { ...row, reason: explanation } : row)),
    ...missing.flatMap(({ figure, label, before }): Row[] => (before === null ? [] : [{ figure, label, value: before, reason: explanation }])),
  ];
}

function withFigures({ id, kind, status, revision, body }: Report, figures: readonly Row[]): RecordInput {
  return { id, kind, status, revision, body: { ...body, figures } };
}

/**
 * Freezes a report's figures as the records have them now and puts them into the report. A signed report is opened for a new version
 * with the same reason. Throws `not-found`, `invalid-input` without a reason from the second time on and where nothing changed,
 * `signed-document` when the first freeze would change a signed report.
 */
export function freezeReport(core: LifeCore, name: ReportName, reason: string): void {
  const { store } = core;
  store.transaction(() => {
    const report = finishedReport(core, name);
    const before = latestFrozen(store, report.id);
    if (before !== undefined && reason === '') throw new AppError('invalid-input', '重新冻结要写明原因。', { report: report.id });
    const source = sourceOf(core, name.contractId);
    const span = spanOf(report);
    const frozen = freezeFigures(source, span);
    const changed = before === undefined ? [] : changedFigures(before, source);
    const rows = retakenRows(report.body.figures, frozen, new Set(changed.map(({ figure }) => figure)));
    const hasNewRows = canonicalJson(rows) !== canonicalJson(report.body.figures);
    const digest = dataSha256(core.digests, source, span);
    if (!hasNewRows && reportVersions(store, report.id).at(-1)?.dataSha256 === digest) throw new AppError('invalid-input', '上次冻结以后记录没有变化，不用重新冻结。', { report: report.id });
    if (hasNewRows) withRevisionReason(store, reason === '' ? undefined : reason, () => saveRecord(store, name.contractId, withFigures(report, rows)));
    addReportVersion(store, name.contractId, report.id, { frozen, reason, dataSha256: digest });
  });
}

/** Keeps the figures of every finished report of a contract as the records have them, and leaves the reports alone. Only inside a transaction. */
export function keepFigures(core: LifeCore, contractId: string): void {
  const source = sourceOf(core, contractId);
  for (const record of source.records) {
    if (record.kind !== 'report' || record.status !== 'final') continue;
    const span = spanOf(record);
    addReportVersion(core.store, contractId, record.id, { frozen: freezeFigures(source, span), reason: '', dataSha256: dataSha256(core.digests, source, span) });
  }
}

function differencesOf(changes: readonly FigureChange[]): ExplainedDifference[] {
  return changes.map(({ figure, label, unit, decimals, before, after }) => ({ figure, label, unit, decimals, before, after }));
}

/**
 * Leaves a frozen report as it is and says why; its signed paper goes on standing.
 * Throws `not-found`, `invalid-input` where nothing differs from what was frozen or signed.
 */
export async function keepReport(core: Core, name: ReportName, explanation: string): Promise<void> {
  const { store } = core;
  const withPhotos = await photoTemplates(core, getContract(store, name.contractId));
  store.transaction(() => {
    const report = finishedReport(core, name);
    const frozen = latestFrozen(store, report.id);
    if (frozen === undefined) throw new AppError('invalid-input', '报告的数字还没有冻结，没有可比对的差异。', { report: report.id });
    const changes = changedFigures(frozen, sourceOf(core, name.contractId));
    if (changes.length === 0 && !isPaperBehind(core, report)) throw new AppError('invalid-input', '报告的数字与冻结时一样，没有要说明的差异。', { report: report.id });
    if (changes.length > 0) saveRecord(store, name.contractId, withFigures(report, keptRows(report.body.figures, changes, explanation)));
    addReportExplanation(store, name.contractId, report.id, explanation, differencesOf(changes));
    keepPaper(core, finishedReport(core, name), withPhotos);
  });
}

/** Writes a question of the customer down, or its answer. Throws `not-found`, `conflict`, `invalid-input` before the report was handed in. */
export function questionReport(core: LifeCore, name: ReportName, seen: { readonly id: string; readonly revision: number } | undefined, body: QuestionBody): void {
  const { store } = core;
  store.transaction(() => {
    const { id, body: { submittedOn, reviewState } } = finishedReport(core, name);
    if (submittedOn === undefined) throw new AppError('invalid-input', '报告还没有提交甲方，不会有质疑。', { report: id });
    if (body.askedOn < submittedOn) throw new AppError('invalid-input', '提出日期不能早于提交日期。', { report: id });
    if (reviewState === '默认通过') throw new AppError('invalid-input', '报告已登记为默认通过：评审期内有质疑的，先改正评审结果，再登记质疑。', { report: id });
    putReportQuestion(store, name.contractId, id, seen, body);
  });
}

function namedRecords(records: readonly AnyRecord[], changes: readonly FigureChange[]): ChangedRecord[] {
  const causes = new Map(changes.flatMap((change) => change.causes).map((cause) => [cause.id, cause]));
  const found = records.flatMap(({ id, kind, number, title }): ChangedRecord[] => {
    const cause = causes.get(id);
    return cause === undefined ? [] : [{ ...cause, kind, number, title }];
  });
  const foundIds = new Set(found.map(({ id }) => id));
  return [...found, ...[...causes.values()].filter(({ id }) => !foundIds.has(id)).map((cause) => ({ ...cause, number: '', title: '' }))];
}

/** How the records differ from the latest freeze, and whether exactly that was explained. */
type Standing = { readonly changes: readonly FigureChange[]; readonly isExplained: boolean };

function standingOf(core: LifeCore, source: Source, report: Report): Standing {
  const { store } = core;
  const version = reportVersions(store, report.id).at(-1);
  // Most reports stand as they were frozen: then nothing has to be counted.
  const frozen = version === undefined || version.dataSha256 === dataSha256(core.digests, source, spanOf(report)) ? undefined : latestFrozen(store, report.id);
  const changes = frozen === undefined ? [] : changedFigures(frozen, source);
  if (changes.length === 0) return { changes, isExplained: false };
  const last = reportExplanations(store, report.id).findLast((explanation) => explanation.version === version?.version);
  return { changes, isExplained: last !== undefined && canonicalJson(last.differences) === canonicalJson(differencesOf(changes)) };
}

/** Report id → how many of its frozen figures are others today, for the finished reports of a contract where some are. */
export function* changedReports(core: LifeCore, contractId: string, reportIds: readonly string[]): Generator<undefined, Map<string, { readonly count: number; readonly isExplained: boolean }>> {
  const source = sourceOf(core, contractId);
  const changed = new Map<string, { readonly count: number; readonly isExplained: boolean }>();
  for (const reportId of reportIds) {
    const { changes, isExplained } = standingOf(core, source, reportOf(core, { contractId, reportId }));
    if (changes.length > 0) changed.set(reportId, { count: changes.length, isExplained });
    yield undefined;
  }
  return changed;
}

/** What happened to a report since it was written. Throws `not-found`, `store-damaged`. */
export function reportLife(core: LifeCore, name: ReportName): ReportLife {
  const { store } = core;
  const report = reportOf(core, name);
  const source = sourceOf(core, name.contractId);
  const { changes, isExplained } = standingOf(core, source, report);
  const versions = reportVersions(store, report.id);
  const document = documentOf(source.profile, report);
  const productions = document === undefined ? [] : productionsOf(store, name.contractId, document.deliverable, document.scope);
  return {
    versions: versions.map((version, place) => {
      const until = versions[place + 1]?.madeAt;
      const made = productions.findLast(({ madeAt }) => madeAt >= version.madeAt && (until === undefined || madeAt < until));
      const file: VersionDocument | undefined = made === undefined ? undefined : { fileName: made.fileName, fileSha256: made.fileSha256, madeAt: made.madeAt, edition: made.version };
      return { ...version, document: file };
    }),
    changes,
    changedRecords: namedRecords(source.records, changes),
    isPaperBehind: report.status === 'final' && isPaperBehind(core, report),
    isExplained,
    explanations: reportExplanations(store, report.id),
    questions: reportQuestions(store, report.id),
  };
}
