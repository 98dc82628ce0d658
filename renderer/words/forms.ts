import { formatChineseDate, type LocalDate } from '../../shared/dates.ts';

export const dateInputWords = { day: '年-月-日', minute: '年-月-日 时:分', time: '时:分' };

/** 转入下一年度 and 由上一年度转入. */
export const takenOverWords = {
  to: (contract: string) => `转入下一年度：${contract}`,
  from: (contract: string) => `由上一年度转入：${contract}`,
  draft: '（草稿）',
  openOf: (name: string) => `打开 ${name}`,
};

export const formWords = {
  newRecord: '新记录',
  saveDraft: '存为草稿',
  saveFinal: '保存',
  savedAs: (number: string) => `已保存：${number}`,
  copyLast: '复制上一条',
  nothingToCopy: '这类记录还没有上一条',
  copied: (number: string) => `已复制 ${number} 的内容，请核对`,
  voidRecord: '作废',
  voidTitle: (number: string) => `作废 ${number}`,
  voidText: '作废的记录保留编号，不再计入统计。请写明原因：',
  voidReason: '作废原因',
  voided: (number: string) => `已作废：${number}`,
  voidBecause: (reason: string) => `已作废：${reason}`,
  history: '修改历史',
  historyOf: (number: string) => `${number} 的修改历史`,
  historyEmpty: '还没有修改',
  historyHead: (revision: number, user: string, device: string) => `第 ${revision} 版　${user} @ ${device}`,
  historyRestored: (revision: number) => `恢复到第 ${revision} 版`,
  historyCreated: '新建',
  historyVoided: '作废',
  historyUpgraded: '程序升级时转换',
  historyNow: '当前版本',
  restore: '恢复到此版',
  restoreOf: (revision: number) => `恢复到第 ${revision} 版`,
  restored: (number: string, revision: number) => `${number} 已恢复到第 ${revision} 版`,
  restoreLocked: '先保存或丢弃表单里的修改',
  rowAdded: (row: number) => `第 ${row} 行（新增）`,
  rowRemoved: (row: number) => `第 ${row} 行（删除）`,
  historyField: '栏目',
  historyBefore: '修改前',
  historyAfter: '修改后',
  rowCount: (count: number) => `${count} 行`,
  signOff: '签字',
  extraFields: '合同附加栏目',
  other: '处理与备注',
  lateReason: '补录原因',
  lateReasonHelp: '事后补记时填写，印在单据上',
  late: '补录',
  lateReasonBegun: (day: LocalDate, today: LocalDate) => `${formatChineseDate(day)}当天没有登记，${formatChineseDate(today)}据当天的工作情况补录`,
  requiredLeft: (count: number) => `必填还差 ${count} 项`,
  problemsTitle: (count: number) => `还有 ${count} 处需要修改`,
  moreProblems: (count: number) => `另有 ${count} 处，已在表单中标出`,
  merged: '别处的修改已并入这张表单，请核对后保存',
  undo: '撤销',
  undone: '已撤销',
  closeForm: '关闭表单',
  general: '基本信息',
  countFigures: '按记录计算数字',
  figuresNeedSpan: '先填编制日期、起始日期和截止日期',
  figuresCounted: (count: number) => `已按记录算出 ${count} 个数字`,
};

export const signOffWords = {
  executor: '乙方执行人',
  executedOn: '执行日期',
  reviewer: '乙方审核人',
  reviewedOn: '审核日期',
  confirmer: '甲方确认人',
  confirmedOn: '确认日期',
  otherName: '姓名最多 40 个字',
};

export const inspectionWords = {
  items: '巡检项目',
  allNormal: '全部正常',
  allNormalHint: '把还没有填结果的项目都记为“正常”',
  exceptionsOnly: '只看未填和异常',
  search: '查找巡检项目',
  searchHint: '输入项目名称，回车或 ↓ 到第一项，再按 2 记为异常',
  copyLast: '复制上次巡检',
  progress: (done: number, total: number, abnormal: number) => `已填 ${done}/${total} 项，异常 ${abnormal} 项`,
  keysHelp: '在结果栏按 1 正常、2 异常、3 待处理、4 不适用，↑↓ 换行',
  result: '检查结果',
  measured: '实测值',
  noItems: '没有巡检项目。可在“设置 › 巡检清单”里维护，或在这里添加一行。',
  allHidden: '没有未填或异常的项目',
  category: '巡检类别',
  item: '巡检项目',
  removeItem: (item: string) => `删除 ${item}`,
  resultOf: (item: string) => `${item} 检查结果`,
  inputOf: (item: string, label: string) => `${item} ${label}`,
  proposed: '按检查结果自动给出，可以改',
};

/** What is worth a look but keeps nobody from saving. */
export const noticeWords = {
  outsidePeriod: (from: string, to: string) => `不在服务期（${from}至${to}）内，请核对`,
  holiday: '法定节假日',
  weekend: '休息日',
  dayOff: (name: string) => `这一天是${name}，请注明值班、应急或重保`,
  meetingOnDayOff: (name: string) => `这一天是${name}，请核对日期`,
  twin: '同一天已有同类型、同系统的巡检：',
};

export const linkWords = {
  section: '关联单据',
  none: '没有关联的单据',
  add: '关联已有单据：输入编号或内容查找',
  unlink: '取消关联',
  unlinkOf: (number: string) => `取消关联 ${number}`,
  unknown: '查不到这份单据',
  ofItem: (item: string) => `（异常项：${item}）`,
  closes: (item: string) => `保存后，编号会填入巡检异常项“${item}”的处理单号`,
  newWork: '新建工作记录',
  newIncident: '新建故障单',
  newFor: (item: string, what: string) => `从“${item}”${what}`,
  /** As the incident's own lists have them. */
  foundByInspection: '巡检发现',
  fault: '故障',
  symptom: (item: string, measured: string, handling: string) => ['巡检发现：', item, measured === '' ? '' : `，实测 ${measured}`, handling === '' ? '' : `。${handling}`].join(''),
};
