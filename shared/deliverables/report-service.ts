import { formatChineseMinute } from '../dates.ts';
import { answerMinutes, faultsIn, isAnsweredInTime, isRestoredInTime, isUnderServiceLevel, restoreMinutes } from '../figures/incidents.ts';
import { indexOf, recordsIn, within } from '../figures/record-index.ts';
import { freePersonDays, isDeclined, isReleasedAfter, personDaysKnown } from '../figures/requests.ts';
import { roundTo } from '../figures/tally.ts';
import { changeCategories } from '../records/kinds/change.ts';
import type { RecordOf } from '../records/record.ts';
import { evenDecimals } from './even-decimals.ts';
import { formatMinutes, formatNumber } from './format-value.ts';
import { dateText, nothing, numberedRows, percent, textOf, valueOf, withUnit, type ReportContext } from './report-context.ts';
import type { BackupRow, IncidentRow, ReportTags, RequestRow } from './report-tags.ts';

function requestRows({ input }: ReportContext): RequestRow[] {
  let used = 0;
  const upToEnd = within(indexOf(input).final.request, { from: '0000-01-01', to: input.period.to }).map((record) => {
    used = roundTo(used + freePersonDays(record, input.asOf), 2);
    return { record, used };
  });
  return numberedRows(upToEnd.filter(({ record }) => record.date >= input.period.from), ({ record, used: cumulative }) => {
    const { number, date, body } = record;
    const later = isReleasedAfter(record, input.asOf);
    return {
      编号: number, 申请日期: dateText(date), 需求名称: body.name, 需求类型: body.requestType, 申请部门: body.requesterUnit, 申请人: body.requester,
      人日: isDeclined(record) ? nothing : formatNumber(personDaysKnown(record, input.asOf), 2), 是否收费: body.charge,
      // A report knows what was known on its day, in the list as in the figures.
      需求状态: isDeclined(record) ? body.decision ?? body.state : later ? '处理中' : body.state,
      上线日期: later ? nothing : dateText(body.releasedOn), 累计人日: formatNumber(cumulative, 2),
    };
  });
}

type RequestChapter = Pick<ReportTags, '需求小结' | '需求清单' | '有需求' | '需求'>;

/** Chapter 需求处理: the requests and the free quota (合同第八章 3). */
export function requestChapter(context: ReportContext): RequestChapter {
  const rows = requestRows(context);
  const sum = { 人日: textOf(context, 'request.personDays') };
  const even = evenDecimals([...rows, sum], ['人日']);
  const quota = formatNumber(context.profile.changeQuota.personDays, 2);
  return {
    需求小结: `${context.thisPeriod}收到用户需求申请 ${withUnit(context, 'request.count')}，受理 ${withUnit(context, 'request.accepted')}，上线 ${withUnit(context, 'request.released')}；`
      + `免费需求工作量 ${withUnit(context, 'request.personDays')}，服务期内累计 ${withUnit(context, 'request.personDaysUsed')}，合同免费额度 ${quota}人日，剩余 ${withUnit(context, 'request.personDaysLeft')}。`,
    需求清单: rows.map(even).map(evenDecimals(rows, ['累计人日'])),
    有需求: rows.length > 0,
    需求: {
      件数: textOf(context, 'request.count'), 上线件数: textOf(context, 'request.released'), 本期人日: even(sum).人日,
      累计人日: textOf(context, 'request.personDaysUsed'), 免费额度: quota, 剩余额度: textOf(context, 'request.personDaysLeft'),
    },
  };
}

function used(minutes: number | undefined): string {
  return minutes === undefined ? nothing : formatMinutes(minutes);
}

function incidentRow({ profile }: ReportContext, record: RecordOf<'incident'>): Omit<IncidentRow, '序号'> {
  const { body } = record;
  const measured = isUnderServiceLevel(record, profile);
  return {
    编号: record.number, 发生日期: dateText(record.date), 类别: body.category, 级别: body.level, 系统模块: body.module ?? body.system ?? nothing,
    故障现象: body.symptom, 报障时间: formatChineseMinute(body.reportedAt), 应答用时: used(answerMinutes(record)), 恢复用时: used(restoreMinutes(record)),
    乙方责任: body.vendorFault ? '是' : '否',
    应答达标: measured ? (isAnsweredInTime(record, profile) ? '是' : '否') : nothing,
    恢复达标: measured ? (isRestoredInTime(record, profile) ? '是' : '否') : nothing,
    原因: body.cause ?? nothing, 处理措施: body.solution ?? nothing, 超时说明: body.overrunReason ?? nothing, 状态: body.state,
  };
}

function incidentSummary(context: ReportContext): string {
  const count = valueOf(context, 'incident.count');
  const drills = valueOf(context, 'incident.drills');
  const drillText = drills === 0 ? '' : `组织应急演练 ${withUnit(context, 'incident.drills')}。`;
  if (count === 0) return `${context.thisPeriod}未发生故障和应急事件。${drillText}`;
  const measured = valueOf(context, 'incident.measured');
  return `${context.thisPeriod}发生故障与应急事件 ${withUnit(context, 'incident.count')}，已恢复 ${withUnit(context, 'incident.settled')}；`
    + (measured === 0
      ? '没有纳入时限考核的故障。'
      : `纳入时限考核 ${withUnit(context, 'incident.measured')}，应答达标率 ${withUnit(context, 'incident.answerRate')}，恢复达标率 ${withUnit(context, 'incident.restoreRate')}。`)
    + drillText;
}

type IncidentChapter = Pick<ReportTags, '故障小结' | '故障清单' | '有故障' | '演练清单' | '有演练' | '服务级别'>;

/** Chapter 故障与应急: times on the 7×24 clock against the promised ones (合同第八章 2). */
export function incidentChapter(context: ReportContext): IncidentChapter {
  const { profile, input } = context;
  const faults = faultsIn(input);
  const drills = recordsIn(input, 'incident').filter((record) => record.body.category === '演练');
  return {
    故障小结: incidentSummary(context),
    故障清单: numberedRows(faults, (record) => incidentRow(context, record)),
    有故障: faults.length > 0,
    演练清单: numberedRows(drills, ({ number, date, body }) => ({ 编号: number, 日期: dateText(date), 演练内容: body.symptom, 结论: body.review ?? body.verification ?? nothing })),
    有演练: drills.length > 0,
    服务级别: {
      应答时限: formatMinutes(profile.serviceLevel.answerMinutes), 恢复时限: formatMinutes(profile.serviceLevel.restoreMinutes),
      考核口径: `${profile.serviceLevel.vendorFaultOnly ? '只计乙方责任故障，' : ''}自报障时间起按 7×24 小时连续计时`,
      故障次数: textOf(context, 'incident.count'), 考核次数: textOf(context, 'incident.measured'),
      应答达标次数: textOf(context, 'incident.answeredInTime'), 恢复达标次数: textOf(context, 'incident.restoredInTime'),
      应答达标率: withUnit(context, 'incident.answerRate'), 恢复达标率: withUnit(context, 'incident.restoreRate'),
    },
  };
}

function backupRows({ input }: ReportContext): BackupRow[] {
  const tasks = [...Map.groupBy(recordsIn(input, 'backup-run'), (record) => record.body.task)];
  const rows = numberedRows(tasks, ([task, runs]) => {
    const succeeded = runs.filter((run) => run.body.result === '成功').length;
    const tests = runs.filter((run) => run.body.restoreTest === '成功' || run.body.restoreTest === '失败');
    return {
      备份任务: task, 次数: String(runs.length), 成功: String(succeeded), 失败: String(runs.length - succeeded), 成功率: percent(succeeded, runs.length),
      恢复测试: tests.length === 0 ? '未安排' : `${tests.length} 次，成功 ${tests.filter((run) => run.body.restoreTest === '成功').length} 次`,
      数据量: `${formatNumber(runs.reduce((sum, run) => sum + (run.body.sizeGb ?? 0), 0), 2)} GB`,
    };
  });
  return rows.map(evenDecimals(rows, ['成功率', '数据量']));
}

type AssuranceChapter = Pick<ReportTags, '备份小结' | '备份表' | '有备份' | '变更统计' | '变更清单' | '有变更'>;

/** Chapter 备份与安全. */
export function assuranceChapter(context: ReportContext): AssuranceChapter {
  const backups = backupRows(context);
  const changes = recordsIn(context.input, 'change');
  const backupText = backups.length === 0
    ? `${context.thisPeriod}没有备份记录`
    : `${context.thisPeriod}执行备份 ${withUnit(context, 'backup.count')}，成功 ${withUnit(context, 'backup.succeeded')}，成功率 ${withUnit(context, 'backup.rate')}，恢复测试 ${withUnit(context, 'backup.restoreTests')}`;
  return {
    备份小结: `${backupText}；实施软件补丁 ${withUnit(context, 'change.patches')}、安全加固 ${withUnit(context, 'change.hardening')}、性能调优 ${withUnit(context, 'change.tuning')}、配置变更 ${withUnit(context, 'change.configuration')}。`,
    备份表: backups,
    有备份: backups.length > 0,
    变更统计: numberedRows(changeCategories, (category) => {
      const own = changes.filter((record) => record.body.category === category);
      return { 类别: category, 次数: String(own.length), 成功: String(own.filter((record) => record.body.result === '成功').length) };
    }),
    变更清单: numberedRows(changes, ({ number, date, body }) => ({
      编号: number, 日期: dateText(date), 类别: body.category, 名称: body.name, 对象: body.target ?? body.system ?? nothing,
      实施前: body.before ?? nothing, 实施后: body.after ?? nothing, 结果: body.result,
    })),
    有变更: changes.length > 0,
  };
}
