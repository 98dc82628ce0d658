import { describe, expect, test } from 'vitest';
import { groupFindings } from '../../renderer/findings/group-findings.ts';
import { nextStep } from '../../renderer/screens/overview/next-step.ts';
import type { ContractProfileInput } from '../../shared/contract/profile.ts';
import type { Overview } from '../../shared/ipc/overview.ts';
import { kindNames } from '../../shared/records/kinds.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { testProfile } from '../helpers/records.ts';

const noRecords: Overview['counts'] = Object.fromEntries(kindNames.map((kind) => [kind, 0])) as Overview['counts'];

function overviewOn(today: string, daysToServiceEnd: number, profile: Partial<ContractProfileInput> = {}, inspections = 1): Parameters<typeof nextStep>[0] {
  return {
    contract: { id: 'c', profile: testProfile(profile), revision: 1, isArchived: false, createdAt: '', updatedAt: '' },
    today,
    daysToServiceEnd,
    counts: { ...noRecords, inspection: inspections },
  };
}

function finding(rule: Finding['rule'], severity: Finding['severity'], date?: string): Finding {
  return { rule, severity, message: rule, advice: '', recordIds: [], date, mending: [] };
}

describe('the next step', () => {
  const asked: Partial<ContractProfileInput> = { questions: [{ id: 'q', field: 'title', question: '?', sources: [] }] };
  const questions = { text: '合同里有 1 个问题待确认，请对照原文逐条答复', route: { screen: 'settings', section: 'questions' } };

  test('open questions come before everything while nothing is recorded', () => {
    expect(nextStep(overviewOn('2024-08-05', 300, asked, 0), [finding('inspection-missing', 'error', '2024-08-05')])).toEqual(questions);
  });

  test('once work is recorded they come after errors and before warnings', () => {
    const overview = overviewOn('2024-08-05', 300, asked);

    expect(nextStep(overview, [finding('survey-missing', 'warning'), finding('number-gap', 'error')]).finding?.rule).toBe('number-gap');
    expect(nextStep(overview, [finding('survey-missing', 'warning')])).toEqual(questions);
    expect(nextStep(overviewOn('2025-08-04', -2, asked), [])).toEqual(questions);
  });

  test('on a working day without an inspection it is the inspection', () => {
    expect(nextStep(overviewOn('2024-08-05', 300), [finding('inspection-missing', 'error', '2024-08-05')]).route)
      .toEqual({ screen: 'records', kind: 'inspection', open: 'new', date: '2024-08-05' });
  });

  test('on a weekend it is not', () => {
    const missing = finding('inspection-missing', 'error', '2024-08-09');

    expect(nextStep(overviewOn('2024-08-10', 300), [missing]).finding).toEqual(missing);
  });

  test('then the rule with the most errors, before any warning', () => {
    const findings = [finding('survey-missing', 'warning'), finding('number-gap', 'error'), finding('link-broken', 'error'), finding('link-broken', 'error')];

    expect(nextStep(overviewOn('2024-08-05', 300), findings)).toMatchObject({ text: '先处理“关联单号查不到单据”，共 2 项', finding: { rule: 'link-broken' } });
  });

  test('after the service period without errors it is the hand-over', () => {
    expect(nextStep(overviewOn('2025-08-04', -2), [finding('texts-alike', 'notice')]).route).toEqual({ screen: 'delivery' });
  });

  test('otherwise to go on', () => {
    expect(nextStep(overviewOn('2024-08-05', 300), [])).toEqual({ text: '记录完整，照常填写即可' });
  });
});

test('findings are grouped by rule in the order they came', () => {
  expect(groupFindings([finding('number-gap', 'error'), finding('link-broken', 'error'), finding('number-gap', 'error')]).map(({ rule, findings }) => [rule, findings.length])).toEqual([['number-gap', 2], ['link-broken', 1]]);
});
