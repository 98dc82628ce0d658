import { acceptanceSchedule } from '../contract/acceptance-schedule.ts';
import type { ContractProfile } from '../contract/profile.ts';
import type { Finding, Severity } from './finding.ts';
import { readinessData, type ReadinessData } from './readiness-data.ts';
import type { RuleId } from './rule-ids.ts';

function finding(rule: RuleId, severity: Severity, date: string, message: string, advice: string): Finding {
  return { rule, severity, date, message, advice, recordIds: [], mending: [] };
}

/** A readiness report with something of everything: shows which tags its template gets. */
export function exampleReadiness(profile: ContractProfile): ReadinessData {
  const findings = [
    finding('incident-open', 'error', '2024-09-10', '故障处理记录 GZCL-20240910-01 还没有关闭。', '填写恢复时间并关闭。'),
    finding('inspection-missing', 'warning', '2024-10-12', '2024年10月12日 是工作日，没有日常巡检记录。', '补录当日巡检并写明补录原因。'),
    finding('texts-alike', 'notice', '2025-01-06', '6 份日常工作记录单除数字外文字相同。', '按实际情况补充。'),
  ];
  const waiver = { id: 'example', rule: 'inspection-missing', subject: '2024-09-29', substance: '', message: '2024年9月29日 是调休上班日，没有日常巡检记录。', reason: '机房停电检修，甲方书面同意当日不巡检', by: '沈亦舟', at: '2025-08-11T02:00:00.000Z' } as const;
  return readinessData({
    profile, schedule: { ...acceptanceSchedule(profile), shortBy: 2 }, today: '2025-08-20', dayOf: (instant) => instant.slice(0, 10),
    assessment: {
      findings,
      waived: [{ finding: finding('inspection-missing', 'warning', '2024-09-29', waiver.message, ''), waiver }],
      takenOver: [finding('work-item-open', 'warning', '2025-07-21', '日常工作记录单 GZ-20250721-01 未完成，没有写下次服务时间，也没有后续工作单。', '在续签合同里续办。')],
      lapsed: [{ waiver, why: 'changed' }],
      settings: [{ rule: 'texts-alike', severity: 'off', reason: '巡检文字由监控平台生成' }],
    },
  });
}
