import type { PaperNeed } from '../../shared/sign-off/board.ts';
import type { ScanDoubt } from '../../shared/sign-off/match-scans.ts';
import type { ScanFault } from '../scans/read-scan.ts';
import type { ScanQuality } from '../scans/scan-choices.ts';

/** What a paper waits for. */
export const needWords: Readonly<Record<PaperNeed, string>> = { make: '待生成', print: '待打印', sign: '待签字', scan: '待扫描', renew: '需重新签字', nothing: '已归档' };

export const boardWords = {
  summary: '签收进度',
  deliverable: '交付物',
  files: '文件',
  all: '全部',
  total: '合计',
  countOf: (title: string, need: string, count: number) => `${title}：${need} ${count} 份`,
  list: '文件签收看板',
  showAll: '看全部',
  edition: (version: number) => `第 ${version} 版`,
  file: '文件',
  made: '生成',
  printed: '打印',
  signed: '签字',
  scanned: '归扫描件',
  state: '状态',
  waiting: '已等待',
  days: (count: number) => `${count} 天`,
  stale: '打印后内容有变，签字前请重新生成、打印',
  staleMade: '生成后内容有变，请重新生成',
  renewal: (reason: string) => (reason === '' ? '签字后内容有变' : `修改原因：${reason}`),
  replaced: (version: number) => `第 ${version} 版已被替代`,
  replacedReason: (reason: string) => (reason === '' ? '签字后内容有变' : reason),
  stepOf: (day: string, person: string) => `${day} ${person}`,
  choose: (name: string) => `选择${name}`,
  chooseAll: '选择列出的全部文件',
  chosen: (count: number) => `已选 ${count} 份`,
  clear: '取消选择',
  day: '日期',
  person: '经办人',
  marks: { printed: '已打印', signed: '已签字', scanned: '已归扫描件', made: '退回待打印' },
  marked: (count: number) => `已登记 ${count} 份`,
  unchanged: '这些文件已经是这个状态，日期和经办人已更新',
  notMade: (count: number) => `${count} 份还没有生成，没有登记`,
  onlyNotMade: '选中的文件都还没有生成，请先生成、打印',
  filter: '只看',
  search: '按文件名、编号查找',
  none: '没有符合条件的文件',
  noDocuments: '还没有可以签收的文件。有了正式记录，按“设置 › 交付物”生成的每份文件都会列在这里。',
  toFiles: '去生成文件',
  more: (count: number) => `再看 ${count} 份`,
  dropHint: '把签过字的扫描件（PDF、JPG、PNG，可以一次很多个）拖到这里，程序按页脚的二维码或文件名找到对应的文件。',
  chooseScans: '选择扫描件',
  of: (what: string, name: string) => `${what}：${name}`,
  scans: (count: number) => `扫描件 ${count}`,
  details: '详情',
};

/** How a paper came to where it is, and its scans. */
export const paperWords = {
  steps: '经过',
  scans: '扫描件',
  noScans: '还没有扫描件',
  open: '查看',
  openOf: (name: string) => `查看${name}`,
  download: '下载',
  remove: '取下',
  removeOf: (name: string) => `取下${name}`,
  removeTitle: (name: string) => `取下扫描件「${name}」？`,
  removeText: '文件回到“待扫描”；取下的内容仍留在数据文件夹和修改记录里。',
  current: '现行版',
  older: '已作废',
  atRecord: '直接附在记录上',
  pages: (count: number) => `${count} 页`,
  added: (at: string, by: string) => `${at} ${by}`,
  made: '生成',
};

export const scanTableWords = {
  title: '归扫描件',
  hint: '先核对，再归入。没有认出来的，请选对应的文件；签过字的页不要漏扫、倒扫。',
  more: '再加扫描件',
  file: '扫描文件',
  pageSpan: (from: number, to: number) => (from === to ? `第 ${from} 页` : `第 ${from}—${to} 页`),
  target: '对应的文件',
  targetFor: (name: string) => `${name}对应的文件`,
  found: '怎样认出',
  foundBy: { code: '二维码', name: '文件名', hand: '手工选择', none: '没有认出' },
  doubts: '提示',
  unmatched: '请选择对应的文件',
  turn: (shown: string, name: string) => `${shown}，再把${name}顺时针转 90°`,
  turnText: (turn: number) => (turn === 0 ? '旋转' : `${turn}°`),
  remove: (name: string) => `移出${name}`,
  quality: '扫描页保存为',
  qualities: { original: '原样', clear: '清晰（300 dpi）', small: '较小（200 dpi）' } satisfies Record<ScanQuality, string>,
  qualityNote: 'PDF 里的彩色、灰度页同样处理；压缩后小不了多少的、黑白扫描、带数字签名的保留原样。归档一般不低于 300 dpi。',
  day: '扫描日期',
  attach: (count: number) => (count === 0 ? '归入' : `归入 ${count} 份`),
  reading: (name: string, page: number, pages: number) => `正在读 ${name}（${page}/${pages} 页）`,
  sending: (done: number, all: number) => `正在归入 ${done}/${all} 个文件`,
  stop: '停止',
  done: (count: number) => `已归入 ${count} 份扫描件`,
  failed: (count: number) => `${count} 个没有归入，原因见表`,
  attached: '已归入',
  notMade: '这一份没有做成，请检查文件是否损坏',
  tooLarge: (megabytes: number) => `超过 ${megabytes} MB，请降低扫描精度或拆成几个文件`,
  summary: (matched: number, all: number) => `共 ${all} 份，已对应 ${matched} 份`,
  waitingOnly: '等扫描件',
  others: '其他文件',
};

export const scanDoubtWords: Readonly<Record<ScanDoubt, string>> = {
  unmatched: '没有对应的文件',
  'strange-code': '二维码不是本合同现有文件的，按文件名对应，请核对',
  twice: '与表中另一份对应同一文件，会一起归入',
  'scanned-already': '这份文件已经有扫描件，会再加一个',
  'replaced-version': '这是已被替代的旧版，只作为旧版的扫描件保存',
  'newer-version': '纸上的版次比这里的新，请先核对',
  renewal: '签字后内容有变，这是旧内容的扫描件，仍需重新签字',
};

export const scanFaultWords: Readonly<Record<ScanFault, string>> = {
  empty: '是空文件',
  'too-large': '文件太大，请分几次扫描',
  'not-scan': '不是 PDF、JPG 或 PNG',
  'not-read': '读不出来，文件可能已损坏、加密或正被别的程序占用',
  'too-many-pages': '超过 500 页，请分成几个文件',
};

/** The question before a record on a signed paper is changed. */
export const revisionWords = {
  title: '这条记录已印在签过字的文件上',
  titleMany: (count: number) => `${count} 条记录已印在签过字的文件上`,
  text: '继续修改，下列文件要出新版，重新打印、签字；已签的旧版留档，注明作废。',
  reason: '修改原因',
  reasonHint: '如：补记处理结果；更正实测值',
  reasonNote: '写进修改记录，并印在新版的“修改说明”里',
  confirm: '出新版并保存',
  more: (count: number) => `另有 ${count} 份`,
  cancelled: '没有保存：签过字的文件保持原样。',
};
