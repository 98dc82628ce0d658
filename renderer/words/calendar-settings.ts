import type { DayType } from '../../shared/calendar/working-days.ts';
import { formatChineseDate, weekday, type LocalDate } from '../../shared/dates.ts';

export const calendarWords = {
  title: '与国家公布的放假调休安排不同的日子',
  help: (year: number) => `国务院办公厅公布的放假和调休已内置到 ${year} 年。合同另有约定，或新一年的安排公布后，在这里补充；点一下日期即可改为相反的安排，再点一下恢复。`,
  beyond: (year: number) => `${year} 年的放假安排还没有内置，目前按周一到周五上班计算。公布后请导入。`,
  year: '年份',
  previousYear: '上一年',
  nextYear: '下一年',
  month: (month: number) => `${month}月`,
  importDays: '导入放假通知',
  exportDays: '导出 .csv',
  exportName: (title: string) => `${title}-工作日调整.csv`,
  exportHead: '日期,安排',
  list: '已调整的日子',
  none: '没有调整，全部按国家公布的安排。',
  date: '日期',
  type: '当天',
  work: '上班',
  off: '放假',
  restore: (day: string) => `恢复 ${day}`,
  legend: { holiday: '放假', makeUp: '调休上班', weekend: '周末', set: '本合同调整' },
};

export const noticeWords = {
  title: '导入放假通知',
  help: '粘贴国务院办公厅的放假通知全文或其中几句，也可以选择 .txt、.csv、.xlsx、.json 文件，每行一个日期和“放假”或“上班”。',
  field: '通知内容',
  placeholder: '例如：2025年10月1日（周三）至8日放假，9月28日（周日）上班。',
  chooseFile: '选择文件',
  usualYear: (year: number) => `没有写年份的日期按 ${year} 年读取。`,
  result: '读到的日子',
  counts: (days: number, effective: number) => `读到 ${days} 天，其中 ${effective} 天与现有安排不同`,
  effect: { builtIn: '内置已有', same: '已经调整', new: '新增', changed: '改变' },
  wasRead: '原文',
  take: (count: number) => (count === 0 ? '没有需要改动的日子' : `采用这 ${count} 天`),
  nothing: '没有读到日期',
  unknownFile: '这个文件不是 .json 日期表',
};

const weekdays = '日一二三四五六';

/** `2025年10月1日（周三）` */
export function dayWithWeekday(date: LocalDate): string {
  return `${formatChineseDate(date)}（周${weekdays.charAt(weekday(date))}）`;
}

export const monthHeadings = ['一', '二', '三', '四', '五', '六', '日'];

const dayTypeWords: Readonly<Record<DayType, string>> = { workday: '上班', 'make-up-workday': '调休上班', weekend: '周末', holiday: '放假' };

/** What a day of the year view says to a screen reader. */
export function dayName(date: LocalDate, type: DayType, isSet: boolean): string {
  return `${dayWithWeekday(date)} ${dayTypeWords[type]}${isSet ? `，${calendarWords.legend.set}` : ''}`;
}
