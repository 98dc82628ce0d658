import { expect, test } from 'vitest';
import { historyInstant } from '../../renderer/forms/history-text.ts';
import { bodyOfDraft, draftOf, draftProblem } from '../../renderer/screens/reports/life/question-draft.ts';
import { chosenPeriod, findingsOf, newReport, questionOf, reportBefore, reportSteps, reviewed, submitted } from '../../renderer/screens/reports/report-steps.ts';
import type { ReportPeriod } from '../../shared/ipc/report-channels.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { makeRecord } from '../helpers/records.ts';

const first: ReportPeriod = { type: '季度', key: 'Q1', label: '第一季度', ordinal: 1, from: '2024-08-03', to: '2024-11-02', dueOn: '2024-11-04', state: 'not-due' };
const second: ReportPeriod = { ...first, key: 'Q2', label: '第二季度', ordinal: 2, from: '2024-11-03', to: '2025-02-02', dueOn: '2025-02-05' };
const report = { id: 'r1', number: 'BB-20241104-01', status: 'final', writtenOn: '2024-11-04', reviewState: '未提交' } as const;

test('the screen begins with the named period, with what is to do, with a review, or with the period that runs', () => {
  const review: ReportPeriod = { ...first, state: 'in-review' };
  const due: ReportPeriod = { ...second, state: 'due' };
  expect([
    chosenPeriod([first, second], '季度 Q2', '2024-09-01'), chosenPeriod([review, due], undefined, '2024-09-01'), chosenPeriod([first, review], undefined, '2025-01-01'),
    chosenPeriod([first, second], '季度 Q9', '2024-12-01'), chosenPeriod([first, second], undefined, '2026-01-01'), chosenPeriod([], undefined, '2026-01-01'),
  ]).toEqual([second, due, review, second, second, undefined]);
});

test('the steps tell what has been done and what comes next', () => {
  const states = (period: ReportPeriod) => reportSteps(period).map(({ state }) => state);
  const submittedReport = { ...report, submittedOn: '2024-11-05', submittedTo: '顾小满', reviewState: '评审中' } as const;

  const frozen = { version: 2, madeAt: '2024-11-04T02:00:00.000Z' };

  expect(states(first)).toEqual(['coming', 'coming', 'coming', 'coming', 'coming']);
  expect(states({ ...first, state: 'due' })).toEqual(['late', 'coming', 'coming', 'coming', 'coming']);
  expect(states({ ...first, state: 'draft', report: { ...report, status: 'draft' } })).toEqual(['now', 'coming', 'coming', 'coming', 'coming']);
  expect(states({ ...first, state: 'written', report })).toEqual(['done', 'now', 'coming', 'coming', 'coming']);
  expect(states({ ...first, state: 'written', report, frozen })).toEqual(['done', 'done', 'now', 'coming', 'coming']);
  expect(states({ ...first, state: 'in-review', report: submittedReport, frozen })).toEqual(['done', 'done', 'done', 'now', 'coming']);
  expect(states({ ...first, state: 'review-over', report: submittedReport })).toEqual(['done', 'missed', 'done', 'late', 'coming']);
  expect(states({ ...first, state: 'questioned', report: submittedReport, frozen })).toEqual(['done', 'done', 'done', 'failed', 'coming']);
  expect(states({ ...first, state: 'silently-approved', report: submittedReport, frozen })).toEqual(['done', 'done', 'done', 'done', 'done']);
  expect(reportSteps({ ...first, state: 'in-review', report: submittedReport, reviewUntil: '2024-11-19', frozen }).map(({ fact }) => fact)).toEqual(['BB-20241104-01，2024年11月4日 编制', `第 2 版，${historyInstant(frozen.madeAt)}`, '2024年11月5日，顾小满 签收', '至 2024年11月19日', '']);
});

test('findings belong to the period they lie in; those about reports to the report they are about', () => {
  const finding = (rule: Finding['rule'], date: string | undefined, recordIds: readonly string[] = []): Finding => ({ rule, severity: 'error', message: '', advice: '', recordIds, date, mending: [] });
  const inPeriod = finding('inspection-missing', '2024-09-02');
  const missing = finding('quarterly-report-missing', '2024-11-04');
  const differs = finding('report-figures-differ', '2024-11-04', ['r1']);
  const all = [inPeriod, finding('inspection-missing', '2024-11-03'), finding('service-item-without-evidence', undefined), missing, differs, finding('report-not-submitted', '2024-10-01', ['other']), finding('annual-report-missing', '2024-11-04')];

  expect(findingsOf(all, first)).toEqual([inPeriod, missing]);
  expect(findingsOf(all, { ...first, report })).toEqual([inPeriod, differs]);
});

test('a new report is a draft with everything the period says, by the project manager', () => {
  const people = [{ name: '顾小满', role: '项目经理', side: 'client', phone: '', unit: '' }, { name: '林远航', role: '工程师', side: 'vendor', phone: '', unit: '' }, { name: '沈亦舟', role: '项目经理', side: 'vendor', phone: '', unit: '' }] as const;
  const body = { date: '2024-11-04', reportType: '季度', ordinal: 1, periodFrom: '2024-08-03', periodTo: '2024-11-02', reviewState: '未提交', author: '沈亦舟' };
  expect(newReport(first, { people: [...people] }, '2024-11-04')).toEqual({ kind: 'report', status: 'draft', body });
  expect(newReport({ ...first, type: '年度', ordinal: undefined }, { people: [] }, '2024-11-04').body).toEqual({ date: '2024-11-04', reportType: '年度', periodFrom: '2024-08-03', periodTo: '2024-11-02', reviewState: '未提交' });
});

test('a new report goes on with the notes of the one before it, not with its overview, problems and plan', () => {
  const before = makeRecord('report', { date: '2024-11-04', overview: '本期平稳', problems: '无', plan: '继续', incidentNote: '夜间值守由两人轮流。', workNote: '远程优先。' });
  const written: ReportPeriod = { ...first, report: { ...report, id: before.id } };
  expect([reportBefore(second, [written, second])?.id, reportBefore(first, [written, second]), reportBefore(second, [{ ...written, type: '月度' }, second])]).toEqual([before.id, undefined, undefined]);
  expect(newReport(second, { people: [] }, '2025-02-05', before.body).body).toEqual({
    date: '2025-02-05', reportType: '季度', ordinal: 2, periodFrom: '2024-11-03', periodTo: '2025-02-02', reviewState: '未提交', incidentNote: '夜间值守由两人轮流。', workNote: '远程优先。',
  });
});

test('handing in begins the review; an earlier objection stays in the remarks', () => {
  const record = makeRecord('report', { date: '2024-11-04' });
  const sent = submitted(record, { submittedOn: '2024-11-05', submittedTo: ' 顾小满 ' });
  expect(sent).toEqual({ id: record.id, kind: 'report', number: record.number, status: 'final', revision: 1, extra: {}, signOff: record.signOff, body: { ...record.body, submittedOn: '2024-11-05', submittedTo: '顾小满', reviewState: '评审中' } });

  const questioned = { ...record, body: { ...record.body, submittedOn: '2024-11-05', reviewState: '有质疑' as const, reviewedOn: '2024-11-10', reviewOpinion: '数字不一致' } };
  expect(submitted(questioned, { submittedOn: '2024-11-12', submittedTo: '' }).body).toEqual({ ...record.body, submittedOn: '2024-11-12', reviewState: '评审中', remark: '2024年11月10日评审意见：数字不一致' });
});

test('the result of the review is written down with its day and opinion', () => {
  const record = makeRecord('report', { date: '2024-11-04', submittedOn: '2024-11-05', reviewState: '评审中' });
  expect(reviewed(record, { reviewState: '已通过', reviewedOn: '2024-11-08', reviewOpinion: ' ' }).body).toEqual({ ...record.body, reviewState: '已通过', reviewedOn: '2024-11-08' });
  expect(reviewed(record, { reviewState: '有质疑', reviewedOn: '2024-11-08', reviewOpinion: '请补充' }).body).toEqual({ ...record.body, reviewState: '有质疑', reviewedOn: '2024-11-08', reviewOpinion: '请补充' });
});

test('an objection of the review becomes a question to be answered; a question is asked after handing in and answered after it was asked', () => {
  expect(questionOf({ reviewState: '有质疑', reviewedOn: '2024-11-10', reviewOpinion: ' 数字不一致 ' }, undefined)).toEqual({ askedOn: '2024-11-10', askedBy: '甲方', question: '数字不一致' });
  expect(questionOf({ reviewState: '已通过', reviewedOn: '2024-11-10', reviewOpinion: '' }, '顾小满')).toBeUndefined();

  const asked = { ...draftOf(undefined, false, '2024-11-10'), askedBy: '顾小满 ', question: '数字不一致' };
  expect([draftProblem(asked, false, '2024-11-05'), draftProblem(asked, false, '2024-11-11'), draftProblem({ ...asked, question: ' ' }, false, '2024-11-05')]).toEqual([undefined, '提出日期不能早于提交日期（2024年11月11日）', '请填写提出日期、提出人和质疑内容']);
  const body = bodyOfDraft(asked, false);
  expect(body).toEqual({ askedOn: '2024-11-10', askedBy: '顾小满', question: '数字不一致' });

  const answered = { ...draftOf(body, true, '2024-11-12'), answer: '已更正' };
  expect([draftProblem(answered, true, '2024-11-05'), draftProblem({ ...answered, answer: '' }, true, '2024-11-05'), draftProblem({ ...answered, answeredOn: '2024-11-09' }, true, '2024-11-05')]).toEqual([undefined, '请填写答复日期和答复内容', '答复日期不能早于提出日期（2024年11月10日）']);
  expect(bodyOfDraft(answered, true)).toEqual({ ...body, answeredOn: '2024-11-12', answer: '已更正' });
});
