/** The readiness check's findings, wherever they are listed. */
export const findingWords = {
  title: '验收预检',
  all: '全部',
  none: '预检没有发现问题',
  more: (count: number) => `再看 ${count} 条`,
  count: (count: number) => `${count} 项`,
  openRecord: '打开记录',
  addRecord: (title: string, date: string) => (date === '' ? `补一条${title}` : `补录 ${date} 的${title}`),
  editProfile: '打开设置',
  openSignOff: '打开签字归档',
  openCarried: '打开携出介质台账',
  recordGone: '这条记录没有找到',
};

/** 豁免: findings that somebody decided to live with. */
export const waiverWords = {
  waive: '豁免…',
  waiveThis: (message: string) => `豁免…：${message}`,
  title: '豁免这一项',
  reason: '豁免原因',
  example: '例如：甲方 2024年10月9日 书面同意停机演练当日不巡检',
  note: '豁免后不再计入错误和警告，原因、姓名和时间会印在预检报告里。内容变了，豁免自动失效。',
  confirm: '豁免',
  waived: '已豁免',
  withdraw: '撤回豁免',
  withdrawn: '已撤回豁免',
  waivedCount: (count: number) => `已豁免 ${count} 项`,
  lapsedCount: (count: number) => `失效的豁免 ${count} 项`,
  settingsCount: (count: number) => `本合同改了 ${count} 条规则的级别`,
  because: (reason: string, by: string, at: string) => `原因：${reason}（${by}，${at}）`,
  why: { changed: '内容已变，重新计入', settled: '问题已不存在' },
  setting: (title: string, level: string) => `${title}：${level}`,
  reasonOf: (reason: string) => `原因：${reason}`,
  off: '不检查',
  openSettings: '打开设置',
} as const;
