import { scheduleTaskTitles, taskState, type ScheduleTask } from '../contract/acceptance-schedule.ts';
import { lastHandoverDay } from '../contract/periods.ts';
import type { ContractProfile } from '../contract/profile.ts';
import { daysBetween, formatChineseDate, type LocalDate } from '../dates.ts';
import { contractTags, type ContractTags } from '../deliverables/contract-tags.ts';
import { countFindings, ruleOutcomes, type Assessment } from './check.ts';
import type { Finding, Severity } from './finding.ts';
import { rules } from './rules.ts';

export type FindingRow = { readonly 序号: string; readonly 规则: string; readonly 日期: string; readonly 问题: string; readonly 办法: string };
export type WaiverRow = { readonly 序号: string; readonly 规则: string; readonly 问题: string; readonly 原因: string; readonly 豁免人: string; readonly 豁免日期: string };
export type LapsedRow = WaiverRow & { readonly 情况: string };
export type RuleRow = { readonly 序号: string; readonly 规则: string; readonly 原级别: string; readonly 级别: string; readonly 原因: string };
export type TaskRow = { readonly 序号: string; readonly 事项: string; readonly 开始: string; readonly 完成: string; readonly 天数: string; readonly 状态: string; readonly 要求: string };

/** The tags of readiness-report.docx (预检报告). */
export type ReadinessData = ContractTags & {
  readonly 检查日期: string;
  readonly 验收期限: string;
  /** The last working day before the acceptance deadline. */
  readonly 移交截止: string;
  /** `还有 24 天` or `已过 3 天` */
  readonly 距移交: string;
  /** One sentence: whether the acceptance can begin. */
  readonly 结论: string;
  readonly 合计: { readonly 错误: string; readonly 警告: string; readonly 提示: string; readonly 豁免: string; readonly 规则: string; readonly 通过: string; readonly 转入: string; readonly 豁免规则: string; readonly 转入规则: string; readonly 不检查: string };
  readonly 有错误: boolean;
  readonly 有警告: boolean;
  readonly 有提示: boolean;
  readonly 有豁免: boolean;
  /** Whether unfinished matters go on in the contract's renewal. */
  readonly 有转入: boolean;
  readonly 有失效: boolean;
  readonly 有规则设置: boolean;
  /** Whether some rule found nothing but what was waived. */
  readonly 有豁免规则: boolean;
  readonly 有转入规则: boolean;
  readonly 有不检查: boolean;
  readonly 没有问题: boolean;
  readonly 错误清单: readonly FindingRow[];
  readonly 警告清单: readonly FindingRow[];
  readonly 提示清单: readonly FindingRow[];
  readonly 豁免清单: readonly WaiverRow[];
  /** 已转入续签合同 */
  readonly 转入清单: readonly FindingRow[];
  /** Waivers that no longer stand for anything. */
  readonly 失效清单: readonly LapsedRow[];
  readonly 规则设置: readonly RuleRow[];
  readonly 日程: readonly TaskRow[];
  readonly 日程不足: boolean;
  readonly 不足天数: string;
};

const titles: ReadonlyMap<string, Pick<(typeof rules)[number], 'title' | 'severity'>> = new Map(rules.map((rule) => [rule.id, rule]));
const severityNames: Readonly<Record<Severity | 'off', string>> = { error: '错误', warning: '警告', notice: '提示', off: '不检查' };
const lapses = { changed: '内容已变，重新计入', settled: '问题已不存在' } as const;
const stateNames = { done: '已完成', late: '已延误', now: '进行中', coming: '未开始', past: '时间已过' } as const;

/** What must be there when a task of the schedule is over. */
const demands: Readonly<Record<ScheduleTask['id'], string>> = {
  complete: '服务期内单据全部转为正式，异常、故障、诉求闭环，断号有说明',
  reports: '最后一期和年度报告提交并有签收，评审期在打印前届满',
  mend: '本报告的错误清零，警告逐项整改或豁免，评审意见落实',
  print: '全部文件按最新数据生成，分卷、编页、打印',
  sign: '执行、审核、甲方确认签字及日期齐全，报告盖章',
  bind: '签字件扫描归入，案卷目录与实物核对后装订',
  disc: '光盘与纸质同一批次，刻录后读回校验一致',
  reserve: '留给退回、补签和返工',
  handover: '清点移交，双方在移交清单和签收单上签字',
};

function titleOf(rule: string): string {
  return titles.get(rule)?.title ?? rule;
}

function rowsOf(findings: readonly Finding[]): FindingRow[] {
  return findings.map((finding, index) => ({
    序号: String(index + 1), 规则: titleOf(finding.rule), 日期: finding.date ?? '', 问题: finding.message, 办法: finding.advice,
  }));
}

function verdict({ findings, waived, takenOver }: Assessment): string {
  const goesOn = takenOver.length === 0 ? '' : `另有 ${takenOver.length} 项未了事项已转入续签合同。`;
  return `${ownVerdict(findings, waived.length)}${goesOn}`;
}

function ownVerdict(findings: readonly Finding[], waived: number): string {
  const { error, warning } = countFindings(findings);
  if (error > 0) return `还有 ${error} 项错误，不具备验收条件；请按所列办法整改后重新检查。`;
  if (warning > 0) return `没有错误，还有 ${warning} 项警告，验收时会被问到；请逐项整改或写明原因豁免。`;
  return waived > 0 ? `没有未处理的错误和警告，${waived} 项已写明原因豁免，具备验收条件。` : '没有错误和警告，具备验收条件。';
}

export type ReadinessSource = {
  readonly profile: ContractProfile;
  readonly assessment: Assessment;
  /** `isDone`: what the records say of it; absent when they say nothing. */
  readonly schedule: { readonly tasks: readonly (ScheduleTask & { readonly isDone?: boolean | undefined })[]; readonly shortBy: number };
  readonly today: LocalDate;
  /** The day of an instant where the program runs. */
  readonly dayOf: (instant: string) => LocalDate;
};

/** 预检报告: findings by severity with how to mend them, what was waived and why, what the contract has weigh otherwise, and what must be done when. */
export function readinessData({ profile, assessment, schedule, today, dayOf }: ReadinessSource): ReadinessData {
  const { findings, waived, takenOver, lapsed, settings } = assessment;
  const ofSeverity = (severity: Severity): FindingRow[] => rowsOf(findings.filter((finding) => finding.severity === severity));
  const counts = countFindings(findings);
  const outcomes = ruleOutcomes(assessment);
  const handover = lastHandoverDay(profile);
  const days = daysBetween(today, handover);
  const waiverRow = ({ rule, message, reason, by, at }: (typeof waived)[number]['waiver'], index: number): WaiverRow => ({
    序号: String(index + 1), 规则: titleOf(rule), 问题: message, 原因: reason, 豁免人: by, 豁免日期: dayOf(at),
  });
  return {
    ...contractTags(profile),
    检查日期: formatChineseDate(today),
    验收期限: `${formatChineseDate(profile.acceptance.deadline)}${profile.acceptance.deadlineIncluded ? '（含）' : '前'}`,
    移交截止: formatChineseDate(handover),
    距移交: days >= 0 ? `还有 ${days} 天` : `已过 ${-days} 天`,
    结论: verdict(assessment),
    合计: {
      错误: String(counts.error), 警告: String(counts.warning), 提示: String(counts.notice), 豁免: String(waived.length), 转入: String(takenOver.length),
      规则: String(rules.length), 通过: String(outcomes.passed), 豁免规则: String(outcomes.waived), 转入规则: String(outcomes.takenOver), 不检查: String(outcomes.off),
    },
    有错误: counts.error > 0, 有警告: counts.warning > 0, 有提示: counts.notice > 0, 有豁免: waived.length > 0, 有转入: takenOver.length > 0, 有失效: lapsed.length > 0, 有规则设置: settings.length > 0, 有豁免规则: outcomes.waived > 0, 有转入规则: outcomes.takenOver > 0, 有不检查: outcomes.off > 0,
    没有问题: findings.length === 0,
    错误清单: ofSeverity('error'), 警告清单: ofSeverity('warning'), 提示清单: ofSeverity('notice'), 转入清单: rowsOf(takenOver),
    豁免清单: waived.map(({ waiver }, index) => waiverRow(waiver, index)),
    失效清单: lapsed.map(({ waiver, why }, index) => ({ ...waiverRow(waiver, index), 情况: lapses[why] })),
    规则设置: settings.map(({ rule, severity, reason }, index) => ({
      序号: String(index + 1), 规则: titleOf(rule), 原级别: severityNames[titles.get(rule)?.severity ?? 'notice'], 级别: severityNames[severity], 原因: reason,
    })),
    日程: schedule.tasks.map((task, index): TaskRow => {
      const isDone = task.id === 'mend' ? (today > profile.service.to ? counts.error === 0 : undefined) : task.isDone;
      const left = daysBetween(today, task.to);
      return {
        序号: String(index + 1), 事项: scheduleTaskTitles[task.id],
        // A report may be handed in at any time before its last day.
        开始: task.id === 'reports' ? '—' : task.from, 完成: task.to, 天数: left < 0 || isDone === true ? '' : `${left} 天后`,
        状态: stateNames[taskState(task, today, isDone)], 要求: demands[task.id],
      };
    }),
    日程不足: schedule.shortBy > 0,
    不足天数: String(schedule.shortBy),
  };
}
