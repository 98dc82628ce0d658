import type { Medium } from '../../shared/deliverables/medium.ts';
import type { DiscTarget } from '../../shared/discs/disc.ts';
import type { PackageStanding } from '../../shared/ipc/delivery-channels.ts';

export const mediumWords: Readonly<Record<Medium, string>> = { folder: '文件夹或U盘', cd: 'CD（标称 700 MB）', dvd: 'DVD（4.7 GB）', bd: '蓝光（25 GB）' };

export const discWords = {
  note: '按所选介质把交付内容做成文件夹和光盘映像；放不下一张时按卷分盘，每张自带目录和清单，可单独校验。',
  make: '制作光盘内容',
  medium: '介质',
  content: '带上',
  photos: '现场照片',
  scans: '签字扫描件',
  others: '单据的其他附件',
  pdf: 'PDF 和案卷 PDF',
  pdfNote: '要用本机的 Word、WPS 或 LibreOffice 转换，比较慢；没有时案卷做成 Word 文件，不带 PDF。',
  name: '名称',
  nameProblem: '请填写名称，不能有 / \\ : * ? " < > |，也不能以点开头',
  images: '同时制作光盘映像（.iso），刻录要用',
  start: '开始制作',
  remakeTitle: (name: string, count: number) => `「${name}」已经刻了 ${count} 张光盘`,
  remakeText: '重新制作会替换原来的文件夹和映像；记录有改动的，已刻的光盘就与新的清单、登记表对不上，要重刻。想保留原来的，请换一个名称。',
  remake: '仍然重新制作',
  estimate: '预计',
  estimating: '正在估算…',
  amount: (size: string, files: number) => `约 ${size}，${files} 个文件`,
  discs: (count: number, capacity: string) => (count <= 1 ? `一张光盘放得下（可用 ${capacity}）` : `需要 ${count} 张光盘（每张可用 ${capacity}）`),
  noSplit: '不分盘',
  notMade: (count: number) => `有 ${count} 份文件还没有生成过，按常见大小估算。`,
  nothing: '还没有可以交付的文件。',
  discOf: (number: number, total: number) => (total === 1 ? '光盘' : `第 ${number} 盘`),
  full: (share: number) => `约占 ${Math.round(share * 100)}%`,
  made: '已制作的光盘',
  none: '还没有制作过光盘',
  noneHint: '制作以后在这里刻录、校验，打印登记表和盘面。',
  madeBy: (at: string, by: string) => `${at} ${by} 制作`,
  facts: (label: string, files: number, size: string) => `${label}　${files} 个文件，${size}`,
  digest: (digest: string) => `校验摘要 ${digest}`,
  standing: { whole: '完好在位', replaced: '已被替换', gone: '已移走' } satisfies Record<PackageStanding, string>,
  hasImage: '有映像',
  noImage: '没有映像',
  burn: '刻录',
  verify: '校验',
  open: '打开文件夹',
  opened: '已在文件管理器中打开',
  register: '交接登记表',
  labels: '盘面与盒签',
  history: '刻录与校验记录',
  /** A volume's title is itself a list: volumes are parted by more than its kinds. */
  groups: (groups: readonly string[]) => groups.join('；'),
  tasks: '任务',
  drives: '刻录机',
  look: '重新查找',
  looking: '正在查找刻录机…',
  noDrive: '没有找到刻录机。可以把映像（.iso）拷到有刻录机的电脑刻录，刻好后拿回来在这里校验。',
  program: (name: string) => `用 ${name} 刻录`,
  noDisc: '没有光盘',
  blank: '空白',
  rewritable: '可重写，原有内容会被覆盖',
  used: '不是空白盘',
  free: (size: string) => `可写 ${size}`,
  verified: '已读回校验',
  verifyFailed: '校验不通过',
  burned: '已刻录，未校验',
  notBurned: '未刻录',
};

export const targetWords: Readonly<Record<DiscTarget, string>> = { folder: '文件夹', image: '映像', disc: '光盘' };

export const discEventWords = {
  burn: '刻录',
  verify: (target: DiscTarget, ok: boolean, problems: number) => `校验${targetWords[target]}${ok ? '通过' : `不通过，${problems} 处不符`}`,
  by: (at: string, person: string) => `${at}　${person}`,
  first: '前几处不符',
};

export const burnWords = {
  title: (disc: string) => `刻录${disc}`,
  drive: '刻录机',
  noDrive: '没有可用的刻录机。请接好刻录机、放入空白光盘，再点“重新查找”。',
  person: '操作人',
  personProblem: '请填写操作人，登记表上要写',
  warning: '刻录开始后不能中断，光盘取出或断电会报废。刻完后自动读回，逐个文件核对，结果记入登记表。',
  start: '开始刻录',
};

export const verifyWords = {
  title: (disc: string) => `校验${disc}`,
  target: '校验什么',
  drive: '光驱里的光盘',
  place: '光盘或拷贝所在的位置',
  placeHelp: '例如 D:\\、/media/光盘，或拷到 U 盘上的文件夹',
  placeProblem: '请填写位置',
  folder: '本机上的文件夹',
  image: '本机上的映像',
  start: '开始校验',
};
