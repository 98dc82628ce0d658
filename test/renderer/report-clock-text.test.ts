import { expect, test } from 'vitest';
import { clockText } from '../../renderer/parts/clock-text.ts';
import type { OverviewReport } from '../../shared/ipc/overview.ts';

const report: OverviewReport = { type: '季度', label: '第一季度', from: '2024-08-03', to: '2024-11-02', dueOn: '2024-11-04', state: 'not-due' };
const submitted = { ...report, submittedOn: '2024-11-04', reviewUntil: '2024-11-18' } as const;

test.each<readonly [string, OverviewReport, boolean]>([
  ['2024年11月4日起提交', { ...report, daysLeft: 40 }, true],
  ['3 天后可以提交', { ...report, daysLeft: 3 }, true],
  ['今天可以提交', { ...report, daysLeft: 0 }, true],
  ['已过应提交日 2 天', { ...report, state: 'due', daysLeft: -2 }, true],
  ['评审还剩 7 天（至 11月18日，无异议即通过）', { ...submitted, state: 'in-review', daysLeft: 7 }, true],
  ['评审今天到期（至 11月18日）', { ...submitted, state: 'in-review', daysLeft: 0 }, false],
  ['评审期到 11月18日 已满，请登记为默认通过', { ...submitted, state: 'review-over' }, true],
  ['评审期到 11月18日 已满，请甲方出具意见', { ...submitted, state: 'review-over' }, false],
  ['2024年11月4日 提交', { ...submitted, state: 'approved' }, true],
])('%s', (text, clock, silenceApproves) => {
  expect(clockText(clock, silenceApproves)).toBe(text);
});
