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
