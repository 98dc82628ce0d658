import { formatChineseDate, type LocalDate } from '../../shared/dates.ts';
import type { CycleState, SheetDayState } from '../../shared/figures/month-sheet.ts';
import type { KindName } from '../../shared/records/kinds.ts';

/** Names short enough for a chip in a day's cell. */
export const kindShortWords: Readonly<Record<KindName, string>> = {
  inspection: '巡检', worklog: '工作', request: '需求', survey: '满意度', incident: '故障', complaint: '接诉', training: '培训', visit: '走访', 'backup-run': '备份', change: '变更', report: '报告',
};

export const sheetWords = {
  title: '日历',
  note: (due: number, done: number, missing: number) => `本月应检 ${due} 天，已检 ${done} 天${missing === 0 ? '' : `，缺 ${missing} 天`}`,
  month: (key: string) => `${Number(key.slice(0, 4))}年${Number(key.slice(5, 7))}月`,
  before: '服务期前',
  after: '服务期后',
  chooseMonth: '选择月份',
  previousMonth: '上月',
  nextMonth: '下月',
  previousQuarter: '前三个月',
  nextQuarter: '后三个月',
  today: '今天',
  print: '打印',
  allKinds: '全部记录',
  filterKinds: '只看这些记录',
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  week: '周',
  weekDone: (done: number, due: number) => `${done}/${due}`,
  weekLabel: (from: LocalDate, due: number, done: number, missing: number) => `${formatChineseDate(from)}起的一周，应检 ${due} 天，已检 ${done} 天${missing === 0 ? '' : `，缺 ${missing} 天`}`,
  weekFree: '无应检',
  weekly: { done: '周检', missing: '缺周检', open: '待周检' } satisfies Record<CycleState, string>,
  monthly: { done: '本月已做月检', missing: '本月缺月检', open: '本月待做月检' } satisfies Record<CycleState, string>,
  states: {
    done: '已巡检', missing: '缺巡检', today: '今天，待巡检', coming: '待巡检', off: '', duty: '非工作日值守巡检', outside: '不在服务期内',
  } satisfies Record<SheetDayState, string>,
  missing: '缺巡检',
  off: '休',
  work: '班',
  types: { workday: '工作日', 'make-up-workday': '调休上班', weekend: '周末', holiday: '放假' },
  holiday: (name: string) => `${name}放假`,
  makeUp: (name: string) => `${name}调休上班`,
  chip: (name: string, count: number) => `${name} ${count}`,
  chipLabel: (title: string, count: number, draft: number) => `${title} ${count} 份${draft === 0 ? '' : `（草稿 ${draft}）`}`,
  more: (count: number) => `+${count}`,
  serviceStart: '服务期开始',
  serviceEnd: '服务期满',
  handover: '最后交付日',
  reportDue: (name: string) => `${name}可提交`,
  reportSubmitted: (name: string) => `${name}提交`,
  reviewEnd: (name: string) => `${name}评审期满`,
  task: { from: (name: string) => `${name} 起`, to: (name: string) => `${name} 止`, only: (name: string) => name },
  legend: { done: '已巡检', missing: '缺巡检', today: '今天', off: '休息', makeUp: '调休上班', mark: '合同节点', draft: '含草稿' },
  legendLabel: '图例',
  keys: '方向键移动，PageUp、PageDown 换月，Shift 加 PageUp、PageDown 跳三个月，Home、End 到周一和周日，回车打开当天',
};

export const dayWords = {
  title: (date: LocalDate, weekday: string) => `${formatChineseDate(date)} ${weekday}`,
  close: '关闭当天',
  add: '新增记录',
  addLate: '补录记录',
  addKind: (title: string, date: LocalDate) => `在 ${date} 新增${title}`,
  missing: '这天应巡检，还没有记录。',
  missingToday: '今天还没有巡检。',
  inspect: '录入巡检',
  inspectLate: '补录巡检',
  records: '当天记录',
  none: '这天没有记录',
  fixed: '合同节点',
  listAll: (title: string, count: number) => `列出全部 ${count} 份${title}`,
  ahead: '这天还没有到',
  openRecord: (number: string) => `打开 ${number}`,
  draft: '草稿',
  untitled: '（没有标题）',
};
