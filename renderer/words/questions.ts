/** The questions that reading a contract left open. */
export const questionWords = {
  help: '读取合同时发现的不确定或互相矛盾之处。逐条核对原文后答复。',
  none: '没有待确认的问题',
  noneHelp: '手工建立的档案没有读取合同，也就没有问题。',
  place: (index: number, total: number) => `第 ${index}/${total} 个`,
  progress: (done: number, total: number) => `已答复 ${done}/${total}`,
  current: '当前问题',
  previous: '上一个问题',
  next: '下一个问题',
  sources: '合同原文',
  showSource: (text: string) => `在合同中定位：${text}`,
  candidates: '可选的答复',
  other: '另填',
  answer: '答复',
  accept: '确认，下一个',
  sameAsContract: '与合同一致',
  notApplicable: '不适用',
  later: '以后再说',
  answered: (answer: string) => `已答复：${answer}`,
  change: '修改答复',
  keep: '不改了',
  applied: (field: string) => `已写入“${field}”`,
  keptAsNote: '只作记录，没有改动档案',
  openField: (section: string) => `到“${section}”里修改`,
  last: '上一条：',
  undo: '撤回',
  list: '全部问题',
  isOpen: '待答复',
  isDone: '已答复',
  isLater: '以后再说',
  allDone: '全部问题已答复',
  allDoneHelp: '答复都已保存，随时可以在下面打开修改。',
  toOverview: '去总览',
  keys: 'Enter 确认并到下一个，↑↓ 换问题',
  conflict: '这份合同刚才在别处改过，已经取来最新内容，请再答复一次。',
};

export const contractTextWords = {
  title: '合同原文',
  quoted: '引用处',
  none: '这份档案没有保存合同原文，只显示引用的句子。',
  attach: '关联合同文件',
  attachHelp: '选择这份合同的 .docx 或 .txt，以后核对时对照显示；档案内容不会改变。',
  attached: '合同原文已关联',
  notFound: '这一句在保存的合同原文里没有找到。',
  loading: '正在读取合同原文…',
  previousQuote: '上一处',
  nextQuote: '下一处',
  quoteCount: (index: number, total: number) => `${index}/${total} 处`,
};

type CodedAnswers = Readonly<Record<string, Readonly<Record<string, string | boolean>>>>;

/** Answers to choices that the profile keeps by code, by the field they belong to. */
export const codedAnswers: CodedAnswers = {
  'acceptance.deadlineIncluded': { 含当天: true, 不含当天: false },
  'reporting.quarterRule': { 从服务期首日起滚动计算: 'rolling', 按自然季度计算: 'calendar' },
  'reporting.reviewDayType': { 自然日: 'calendar', 工作日: 'working' },
};

/** The answer after which only the documents that the contract names are handed over. */
export const onlyNamedDeliverables = '只交合同列出的';
/** Units that people write after a number. */
export const numberUnits = /(?:元|人日|人·日|个?工作日|天|日|份|个月|分钟|%)$/;
/** A day as people write it: year, month, day. */
export const writtenDay = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
