import { abnormalItems } from '../../shared/figures/inspections.ts';
import type { FigureInput } from '../../shared/figures/figure.ts';
import { findFigure } from '../../shared/figures/figures.ts';
import { workByChannel } from '../../shared/figures/breakdowns.ts';
import { recordsIn } from '../../shared/figures/record-index.ts';
import { formatChineseDate } from '../../shared/dates.ts';
import { lastHandoverDay, type Period } from '../../shared/contract/periods.ts';
import { formatNumber } from '../../shared/deliverables/format-value.ts';

/** What the narrative is written from: the figures' own input, and the period that follows. */
export type NarrativeInput = { readonly input: FigureInput; readonly next: Period | undefined };

/** `61 天`; a figure that has nothing to count from says so. */
function say(input: FigureInput, id: string): string {
  const figure = findFigure(id);
  if (figure === undefined) throw new RangeError(`Unknown figure: ${id}`);
  const value = figure.compute(input);
  return value.empty === true ? '无' : `${formatNumber(value.value, figure.decimals)}${figure.unit}`;
}

function valueOf(input: FigureInput, id: string): number {
  return findFigure(id)?.compute(input).value ?? 0;
}

/** The most frequent names of a list, most frequent first. */
function topOf(names: readonly string[], count: number): string[] {
  return [...Map.groupBy(names, (name) => name)].toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1)).slice(0, count).map(([name]) => name);
}

/** 工作综述 in a few sentences. */
export function writeOverview({ input }: NarrativeInput): string {
  const channels = workByChannel(input).slice(0, 3).map((group) => `${group.name} ${group.records.length} 条`).join('、');
  const modules = topOf(recordsIn(input, 'worklog').flatMap((record) => record.body.module ?? []), 3).join('、');
  const incidents = recordsIn(input, 'incident').filter((record) => record.body.category !== '演练');
  const paragraphs = [
    `本期（${formatChineseDate(input.period.from)}至${formatChineseDate(input.period.to)}）系统总体运行平稳。应巡检${say(input, 'inspection.due')}，实际巡检${say(input, 'inspection.done')}，巡检覆盖率${say(input, 'inspection.coverage')}；巡检发现异常${say(input, 'inspection.abnormal')}，已处理${say(input, 'inspection.closed')}。`,
    `共完成日常工作${say(input, 'work.count')}，投入工时${say(input, 'effort.hours')}。${channels === '' ? '' : `按渠道看，${channels}。`}${modules === '' ? '' : `涉及较多的模块是${modules}。`}`,
    `收到用户需求申请${say(input, 'request.count')}，上线${say(input, 'request.released')}，累计使用免费额度${say(input, 'request.personDaysUsed')}，剩余${say(input, 'request.personDaysLeft')}。`,
    incidents.length === 0
      ? '本期没有发生故障。'
      : `发生故障与应急事件${say(input, 'incident.count')}，其中纳入时限考核${say(input, 'incident.measured')}${valueOf(input, 'incident.measured') === 0 ? '' : `，应答达标率${say(input, 'incident.answerRate')}，恢复达标率${say(input, 'incident.restoreRate')}`}；主要涉及${topOf(incidents.map((record) => record.body.module ?? '其他'), 3).join('、')}。`,
    `执行备份${say(input, 'backup.count')}，成功率${say(input, 'backup.rate')}，恢复测试${say(input, 'backup.restoreTests')}；实施软件补丁${say(input, 'change.patches')}、安全加固${say(input, 'change.hardening')}、性能调优${say(input, 'change.tuning')}。`,
    `开展培训${say(input, 'training.count')}，参训${say(input, 'training.attendees')}；走访${say(input, 'visit.count')}，收回满意度调查表${say(input, 'survey.count')}，平均分${say(input, 'survey.averageScore')}，满意率${say(input, 'survey.satisfactionRate')}；受理诉求${say(input, 'complaint.count')}。`,
  ];
  return paragraphs.join('\n');
}

/** 存在问题与建议 from what the period's records complain about most. */
export function writeProblems({ input }: NarrativeInput): string {
  const abnormal = topOf(abnormalItems(input).map((entry) => entry.item.item), 3);
  const vendorFaults = recordsIn(input, 'incident').filter((record) => record.body.vendorFault && record.body.improvement !== undefined);
  const overruns = recordsIn(input, 'incident').filter((record) => record.body.overrunReason !== undefined);
  const suggestions = topOf(recordsIn(input, 'survey').flatMap((record) => record.body.suggestion ?? []), 2);
  const failed = valueOf(input, 'backup.count') - valueOf(input, 'backup.succeeded');
  const problems = [
    ...(abnormal.length === 0 ? [] : [`巡检异常集中在${abnormal.join('、')}，建议结合增长趋势提前安排处理。`]),
    ...(overruns.length === 0 ? [] : [`故障恢复超过合同时限 ${overruns.length} 次，原因和经过已在故障处理记录单中说明。`]),
    ...(vendorFaults.length === 0 ? [] : [`乙方责任故障 ${vendorFaults.length} 次，整改要求：${vendorFaults.map((record) => (record.body.improvement ?? '').replace(/。$/, '')).slice(0, 3).join('；')}。`]),
    ...(failed === 0 ? [] : [`备份失败 ${failed} 次，均已补做，建议检查备份存储余量和账号有效期。`]),
    ...(suggestions.length === 0 ? [] : [`用户意见：${suggestions.map((text) => text.replace(/。$/, '')).join('；')}。`]),
  ];
  return problems.length === 0 ? '本期没有需要协调的问题。' : problems.map((text, index) => `${index + 1}. ${text}`).join('\n');
}

/** 下一阶段计划: the next period, or the hand-over when this was the last. */
export function writePlan({ input, next }: NarrativeInput): string {
  const plans = next === undefined
    ? ['整理全部运维文档，补齐签字，核对编号与数量。', `${formatChineseDate(lastHandoverDay(input.profile))}前完成纸质文档装订、光盘制作和移交。`, '配合甲方组织验收，按要求交回或销毁保密资料。']
    : [`${formatChineseDate(next.from)}至${formatChineseDate(next.to)}继续按工作日巡检，遇调休和节假日提前安排值班。`, '落实本期问题整改，跟踪满意度调查中的意见。', `剩余免费需求额度${say(input, 'request.personDaysLeft')}，需求按轻重缓急与甲方商定。`];
  return plans.map((text, index) => `${index + 1}. ${text}`).join('\n');
}
