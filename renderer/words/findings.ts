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
  openDelivery: { files: '打开交付', binding: '打开装订', disc: '打开光盘' },
  openCarried: '打开携出介质台账',
  attachScan: '归入扫描件…',
  linkWork: (item: string) => `关联处理单：${item}`,
  mending: '正在处理预检问题',
  back: '返回预检',
  backHint: '不再处理这一项，回到问题列表（Alt+B）',
  returns: '保存后自动返回',
  recordGone: '这条记录没有找到',
};

/** 关联处理单: an abnormal item and the record that handled it. */
export const linkWorkWords = {
  title: '关联处理单',
  about: (number: string, item: string) => `${number} 的异常项“${item}”`,
  found: '现象与处理',
  number: '处理单编号',
  placeholder: '输入编号或内容查找已有的工作单、故障单',
  sameDays: '当天及以后 7 天的工作单已列出，也可以输入编号或内容查找。',
  save: '关联',
  saved: '已关联处理单',
  gone: '这项异常已经改过，请刷新后再看。',
  newWork: '新建工作单',
  newIncident: '新建故障单',
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
