import { formatChineseDate, type LocalDate } from '../../shared/dates.ts';

export const overviewWords = {
  title: '总览',
  today: (date: LocalDate) => `今天 ${formatChineseDate(date)}`,
  client: '甲方',
  vendor: '乙方',
  servicePeriod: '服务期',
  period: (from: LocalDate, to: LocalDate) => `${formatChineseDate(from)} 至 ${formatChineseDate(to)}`,
  serviceEnd: '距服务期满',
  serviceEnded: '服务期已满',
  handover: '距最后交付工作日',
  handoverPassed: '最后交付工作日已过',
  days: '天',
  until: (date: LocalDate) => `${formatChineseDate(date)}止`,
  handoverDay: (day: LocalDate, deadline: LocalDate) => `${formatChineseDate(day)}（验收截止 ${formatChineseDate(deadline)}）`,
  personDays: '免费人日额度',
  personDaysNote: (used: string, quota: string) => `已用 ${used} / 共 ${quota} 人日`,
  personDaysOver: '人日超出',
  personDaysLeft: '人日可用',
  alsoQuestions: (count: number) => `另有 ${count} 个合同问题待确认`,
  nextStep: '下一步',
  counts: '记录',
  openAll: '查看',
  editProfile: '打开设置',
  rerun: '重新检查',
  inspect: '今日巡检',
};

export const nextStepWords = {
  answerQuestions: (count: number) => `合同里有 ${count} 个问题待确认，请对照原文逐条答复`,
  inspectToday: '今天是工作日，还没有巡检记录',
  mend: (title: string, count: number) => `先处理“${title}”，共 ${count} 项`,
  handOver: '预检没有错误，可以整理交付物',
  keepGoing: '记录完整，照常填写即可',
};
