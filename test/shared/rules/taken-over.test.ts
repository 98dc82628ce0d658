import { expect, test } from 'vitest';
import { unsettledMatters, type Matter } from '../../../shared/renewal/unsettled.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { assessReadiness, ruleOutcomes } from '../../../shared/rules/check.ts';
import { subjectOf, substanceOf, type Waiver } from '../../../shared/rules/waiver.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';

/** What the check of the old year says of matters that go on in its renewal. */

const profile = testProfile();
const today = '2025-09-29';

function assess(records: readonly AnyRecord[], takenOver: readonly Matter[], waivers: readonly Waiver[] = []) {
  const rules = new Set(['work-item-open', 'incident-open', 'complaint-open', 'abnormal-item-open', 'failure-without-handling', 'draft-left']);
  const assessment = assessReadiness({ profile, records, calendar: {}, today, takenOver, waivers });
  const of = (findings: typeof assessment.findings) => findings.filter(({ rule }) => rules.has(rule)).map(({ rule, recordIds }) => [rule, ...recordIds]);
  return { assessment, open: of(assessment.findings), gone: of(assessment.takenOver) };
}

const abnormal = { category: '服务器', item: '磁盘', method: '查看监控', standard: '≤80%', result: '异常' } as const;

test('whatever a renewal takes over is no longer asked of the old year, and counts apart', () => {
  const inspection = makeRecord('inspection', { items: [abnormal, { ...abnormal, item: '内存', handledBy: 'GX-20240805-01' }], conclusion: '存在异常，待处理' });
  const records = [
    inspection, makeRecord('worklog', { state: '未完成' }), makeRecord('incident', { state: '处理中', restoredAt: undefined }), makeRecord('complaint', { resolved: '办理中', closedAt: undefined, result: undefined }),
    makeRecord('change', { result: '失败', verification: undefined }), makeRecord('training', {}, { status: 'draft' }),
  ];
  const open = [['abnormal-item-open', 'xj-20240805-01'], ['incident-open', 'gx-20240805-01'], ['complaint-open', 'ts-20240805-01'], ['work-item-open', 'gz-20240805-01'], ['failure-without-handling', 'bg-20240805-01'], ['draft-left', 'px-20240805-01']];
  const sorted = (pairs: readonly (readonly string[])[]) => pairs.map((pair) => pair.join(' ')).toSorted();
  expect([sorted(assess(records, []).open), assess(records, []).gone]).toEqual([sorted(open), []]);
  const all = assess(records, unsettledMatters(records));
  expect([all.open, sorted(all.gone)]).toEqual([[], sorted(open)]);
  expect(ruleOutcomes(all.assessment).takenOver).toBe(6);
});

test('a finding of which some part was left behind stays', () => {
  const inspection = makeRecord('inspection', { items: [abnormal, { ...abnormal, item: '内存' }], conclusion: '存在异常，待处理' });
  expect([assess([inspection], [{ recordId: inspection.id, row: 0 }]).open, assess([inspection], [{ recordId: inspection.id, row: 0 }, { recordId: inspection.id, row: 1 }]).open]).toEqual([[['abnormal-item-open', inspection.id]], []]);
});

test('work that goes on in later unfinished work goes with that', () => {
  const [first, later] = [makeRecord('worklog', { state: '未完成' }), makeRecord('worklog', { date: '2024-08-07', state: '未完成', related: ['GZ-20240805-01'] })];
  expect([unsettledMatters([first, later]).map(({ recordId }) => recordId), assess([first, later], [{ recordId: later.id }]).open, assess([first, later], [{ recordId: first.id }]).gone]).toEqual([[later.id], [], []]);
});

test('a complaint that nobody answered stays the old year\'s, and what was waived stays waived', () => {
  const unanswered = makeRecord('complaint', { respondedAt: undefined, resolved: '办理中', closedAt: undefined, result: undefined });
  expect(assess([unanswered], [{ recordId: unanswered.id }]).open).toEqual([['complaint-open', unanswered.id]]);
  const work = makeRecord('worklog', { state: '未完成' });
  const finding = assess([work], []).assessment.findings.find(({ rule }) => rule === 'work-item-open');
  if (finding === undefined) throw new Error('nothing found');
  const waiver: Waiver = { id: 'w', rule: finding.rule, subject: subjectOf(finding), substance: substanceOf(finding), message: finding.message, reason: '甲方同意', by: '林远航', at: '' };
  const { assessment, gone } = assess([work], [{ recordId: work.id }], [waiver]);
  expect([assessment.waived.length, gone]).toEqual([1, []]);
});
