import { settledOn } from '../figures/closing.ts';
import { isFault } from '../figures/incidents.ts';
import { carriersOf } from '../renewal/unsettled.ts';
import { defineRule, type Observation } from './define-rule.ts';
import { agedRecords, indexFor, nameOf } from './rule-records.ts';

/** Days within which the papers of a release should be complete. */
const acceptanceDays = 7;

export const requestReleasedUntested = defineRule({
  id: 'request-released-untested',
  title: '需求上线没有测试结论或验收意见',
  severity: 'warning',
  observe: (input) => agedRecords(input, 'request', acceptanceDays).flatMap((request): Observation[] => {
    const { releasedOn, testConclusion, acceptance } = request.body;
    if (releasedOn === undefined || releasedOn > input.today) return [];
    const missing = [...(testConclusion === undefined ? ['测试结论'] : []), ...(acceptance === undefined ? ['验收意见'] : [])];
    return missing.length === 0 ? [] : [{
      message: `${nameOf(request)} 已上线，没有${missing.join('和')}。`,
      advice: `补填${missing.join('和')}。`,
      recordIds: [request.id],
      date: request.date,
    }];
  }),
});

/** A failed backup, restore test or change, or a closed fault, without a word on what was done about it. */
export const failureWithoutHandling = defineRule({
  id: 'failure-without-handling',
  title: '失败或故障没有写处理情况',
  severity: 'warning',
  observe: (input) => {
    const index = indexFor(input);
    const followed = (number: string) => (index.workAbout.get(number) ?? []).some((work) => settledOn(work, index) !== undefined);
    return [
      ...agedRecords(input, 'backup-run', 1).flatMap((backup): Observation[] =>
        (backup.body.result === '失败' || backup.body.restoreTest === '失败') && backup.body.handling === undefined && !followed(backup.number)
          ? [{ message: `${nameOf(backup)} 的${backup.body.result === '失败' ? '备份' : '恢复测试'}失败，没有写失败处理。`, advice: '写明原因和补做情况。', recordIds: [backup.id], date: backup.date }]
          : []),
      ...agedRecords(input, 'change', 1).flatMap((change): Observation[] =>
        change.body.result !== '成功' && change.body.verification === undefined && change.body.remark === undefined && !followed(change.number)
          ? [{ message: `${nameOf(change)} 的实施结果是“${change.body.result}”，没有写后续处理。`, advice: '在验证结论或备注中写明原因和后续安排。', recordIds: [change.id], date: change.date, matters: carriersOf(change, index).map(({ id }) => ({ recordId: id })) }]
          : []),
      ...agedRecords(input, 'incident', 1).flatMap((incident): Observation[] =>
        isFault(incident) && incident.body.state === '已关闭' && incident.body.solution === undefined
          ? [{ message: `${nameOf(incident)} 已关闭，没有写处理措施。`, advice: '写明原因分析和处理措施。', recordIds: [incident.id], date: incident.date }]
          : []),
    ];
  },
});
