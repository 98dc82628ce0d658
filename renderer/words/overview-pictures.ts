import { scheduleTaskTitles, type TaskState } from '../../shared/contract/acceptance-schedule.ts';
import type { RuleOutcomes } from '../../shared/rules/check.ts';
import { formatMinutes } from '../../shared/deliverables/format-value.ts';
import { formatChineseDate, type LocalDate } from '../../shared/dates.ts';
import type { InspectionDayState } from '../../shared/figures/inspection-calendar.ts';
import type { ReportState } from '../../shared/figures/report-clocks.ts';

/** `8月5日` */
function shortDate(date: LocalDate): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

export const calendarWords = {
  title: '巡检日历',
  note: (due: number, done: number, missing: number) => `到今天应检 ${due} 个工作日，已检 ${done} 个${missing === 0 ? '' : `，缺 ${missing} 个`}`,
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  weekday: (day: number) => `周${'日一二三四五六'.charAt(day)}`,
  month: (key: string) => `${Number(key.slice(0, 4))}年${Number(key.slice(5, 7))}月`,
  holiday: '休',
  states: {
    done: '已巡检', missing: '缺巡检', today: '今天，待巡检', coming: '未到', off: '非工作日', duty: '非工作日值守巡检',
  } satisfies Record<InspectionDayState, string>,
  types: { workday: '', 'make-up-workday': '调休上班', weekend: '', holiday: '放假' },
  abnormal: (count: number) => `异常 ${count} 项`,
  records: (count: number) => `${count} 份`,
  legend: { done: '已巡检', abnormal: '有异常', missing: '缺', today: '今天', duty: '值守', makeUp: '调休上班', holiday: '放假' },
  keys: '方向键移到别的日期，PageUp、PageDown 换月，回车打开当天记录或补录',
};

export const evidenceWords = {
  title: '服务项佐证',
  note: '格中是当月佐证该服务项的记录份数，点开即列出',
  item: '服务项',
  total: '合计',
  year: (year: string) => `${year}年`,
  month: (key: string) => `${Number(key.slice(5, 7))}月`,
  none: '无记录',
  cell: (item: string, month: string, count: number) => `${item}，${month}，${count} 份`,
  kind: (title: string, count: number) => `${title} ${count} 份`,
  keys: '方向键移到别的格，回车列出记录',
  noItems: '合同档案里没有服务项',
};

export const readinessWords = {
  label: '验收预检',
  passed: ({ passed, waived, takenOver, off }: RuleOutcomes, all: number) => `${passed} / ${all} 项检查通过${waived === 0 ? '' : `，${waived} 项已豁免`}${takenOver === 0 ? '' : `，${takenOver} 项已转续签`}${off === 0 ? '' : `，${off} 项不检查`}`,
  outcomes: { error: '有错误', warning: '有警告', notice: '有提示', waived: '已豁免', takenOver: '已转入续签合同', passed: '通过' },
  findings: (error: number, warning: number) => (error + warning === 0 ? '没有错误和警告' : `错误 ${error}，警告 ${warning}`),
  open: '看问题',
  waiting: '正在检查…',
  failed: '检查没有完成',
};

export const reportWords = {
  title: '报告与评审',
  names: { 季度: (label: string) => `${label}报告`, 年度: () => '年度报告', 月度: (label: string) => `${label}报告` },
  span: (from: LocalDate, to: LocalDate) => `${shortDate(from)}至${shortDate(to)}`,
  states: {
    'not-due': '未到期', due: '待编制', draft: '草稿', written: '待提交', 'in-review': '评审中', 'review-over': '评审期满', approved: '已通过', 'silently-approved': '默认通过', questioned: '有质疑',
  } satisfies Record<ReportState, string>,
  dueOn: (date: LocalDate) => `${formatChineseDate(date)}起提交`,
  late: (days: number) => `已过应提交日 ${days} 天`,
  dueIn: (days: number) => (days === 0 ? '今天可以提交' : `${days} 天后可以提交`),
  submitted: (date: LocalDate) => `${formatChineseDate(date)} 提交`,
  reviewLeft: (days: number, until: LocalDate, silence: boolean) => `评审${days === 0 ? '今天到期' : `还剩 ${days} 天`}（至 ${shortDate(until)}${silence ? '，无异议即通过' : ''}）`,
  reviewOver: (until: LocalDate, silence: boolean) => `评审期到 ${shortDate(until)} 已满，${silence ? '请登记为默认通过' : '请甲方出具意见'}`,
  open: (name: string) => `打开${name}`,
  write: (name: string) => `编制${name}`,
};

export const serviceLevelWords = {
  title: '应答与恢复时限',
  measured: (count: number) => (count === 0 ? '还没有纳入时限考核的故障' : `纳入考核的故障 ${count} 次`),
  answerRate: '应答达标率',
  restoreRate: '恢复达标率',
  noMisses: '全部达标',
  answerLate: (minutes: number | undefined, limit: number) => (minutes === undefined ? '没有应答时间' : `应答 ${formatMinutes(minutes)}，时限 ${formatMinutes(limit)}`),
  restoreLate: (minutes: number | undefined, limit: number) => (minutes === undefined ? '没有恢复时间' : `恢复 ${formatMinutes(minutes)}，时限 ${formatMinutes(limit)}`),
  explained: '已写超时说明',
  unexplained: '没有超时说明',
  open: (number: string) => `打开 ${number}`,
  more: (count: number) => `再看 ${count} 次`,
};

export const scheduleWords = {
  title: '验收倒排',
  note: (day: LocalDate) => `从 ${formatChineseDate(day)} 往前排，都是工作日`,
  tasks: scheduleTaskTitles,
  states: { done: '已完成', late: '已延误', now: '现在', coming: '', past: '已过' } satisfies Record<TaskState, string>,
  span: (from: LocalDate, to: LocalDate) => (from === to ? shortDate(from) : `${shortDate(from)}至${shortDate(to)}`),
  latest: (to: LocalDate) => `最迟 ${shortDate(to)}`,
  daysTo: (days: number) => `${days} 天后`,
  short: (days: number) => `服务期满后的时间不够：报告的评审期要在打印前结束，差 ${days} 个工作日。请提前提交，或商定缩短评审。`,
};

export const trendWords = {
  title: '每月记录与工时',
  records: '记录',
  hours: '工作记录工时',
  recordsUnit: '份',
  hoursUnit: '人时',
  month: '月份',
  table: '数据表',
  label: (records: number, hours: string) => `各月记录合计 ${records} 份，工作记录工时合计 ${hours} 人时，逐月数字见数据表`,
};

export const emptyWords = {
  title: '这份合同还没有记录',
  text: '从今天的巡检开始；已有的台账可以从 Excel 导入。',
  inspect: '录入巡检',
  importWork: '导入工作记录',
};
