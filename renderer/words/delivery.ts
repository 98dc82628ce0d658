import type { IssuedState } from '../../shared/deliverables/issued-state.ts';
import type { Freshness, PackageStanding, PlannedDocument } from '../../shared/ipc/delivery-channels.ts';
import type { JobKind, JobState } from '../../shared/ipc/jobs.ts';
import type { DeliveryPart } from '../state/route.ts';

export const deliveryWords = {
  title: '交付',
  parts: '交付的各部分',
  packageNameOf: (day: string) => `交付包_${day}`,
  plan: '交付物清单',
  planEmpty: '没有启用的交付物，请到“设置 › 交付物”里启用。',
  deliverable: '交付物',
  template: '模板',
  records: '记录数',
  files: '文件数',
  generate: '生成',
  generateAll: '全部生成',
  generateOne: (title: string) => `生成${title}`,
  filesOf: (title: string) => `${title}的文件`,
  file: '文件名',
  period: '期间',
  noRecords: '还没有记录',
  handover: '整理交付包',
  prefixNote: (prefix: string) => `各文件名前都有“${prefix}”`,
  handoverNote: '生成全部交付物，加上目录、说明文件和校验清单，放在一个可以直接刻盘的文件夹里。',
  withIso: '同时生成光盘映像（.iso）',
  handoverErrors: (count: number) => `预检还有 ${count} 项错误`,
  handoverErrorsText: '仍可整理交付包用于内部核对；正式移交前请先处理这些错误。',
  handoverAnyway: '仍然整理',
  tasks: '任务',
  noTasks: '还没有任务',
  cancel: '取消任务',
  reveal: '打开所在文件夹',
  revealed: '已在文件管理器中打开',
  location: '文件位置',
  copyLocation: '复制位置',
  copied: '已复制',
  failures: (count: number) => `${count} 个文件没有生成`,
  differences: (count: number) => `${count} 处不符`,
  progress: (done: number, total: number) => `${done}/${total}`,
  summaryOf: (kind: string) => `${kind}结果`,
};

/** The parts of the screen, as its tabs name them. */
export const deliveryPartWords: Readonly<Record<DeliveryPart | 'files', string>> = { files: '文件', binding: '装订', 'sign-off': '签收', disc: '光盘', carried: '携出介质' };

/** Of one file: whether it would come out the same today. */
export const freshnessWords: Readonly<Record<Freshness, string>> = { never: '未生成', current: '最新', stale: '需更新' };

export const changedWords: Readonly<Record<NonNullable<PlannedDocument['changed']>, string>> = { records: '生成以后记录有变动', template: '生成以后模板换过', both: '生成以后记录和模板都有变动' };

/** Of one file: how far its paper is. */
export const issuedWords: Readonly<Record<IssuedState, string>> = { made: '待打印', printed: '已打印', signed: '已签字', scanned: '已归扫描件' };

export const planWords = {
  freshness: '文件状态',
  paper: '纸质进度',
  total: (count: number) => `共 ${count} 个文件`,
  count: (text: string, count: number) => `${text} ${count}`,
  readyOf: (current: number, all: number) => (current === all ? '全部最新' : `${current} 个最新`),
  paperOf: (signed: number, all: number) => (signed === 0 ? '' : `已签字 ${signed}/${all}`),
  madeBy: (at: string, by: string) => `${at} ${by} 生成`,
  stateAt: (at: string) => `${at} 登记`,
  stateOf: (name: string) => `${name}的纸质进度`,
  generateOutdated: (count: number, all: number) => (all === 0 ? '没有文件' : count === 0 ? '都是最新的' : `生成未完成的 ${count} 个`),
  generateFile: (name: string) => `重新生成${name}`,
  generateChosen: '生成所选',
  chosen: (count: number) => `已选 ${count} 个`,
  choose: (name: string) => `选择${name}`,
  chooseAll: (title: string) => `选择${title}的全部文件`,
  clear: '取消选择',
  mark: '所选登记为',
  marked: (count: number) => `已登记 ${count} 个文件`,
  notMade: (count: number) => `${count} 个还没有生成，没有登记`,
  note: '重新生成后内容有变化的文件，纸质进度退回“待打印”；内容没变的保持原来的进度。',
  from: '期间从',
  to: '期间到',
  span: '只看这段时间的文件',
  show: '只看',
  showAll: '全部文件',
  showOutdated: '未生成和需更新',
  showUnprinted: '还没打印',
  showUnsigned: '还没签字归档',
  noneShown: '没有符合条件的文件',
  more: (count: number) => `再看 ${count} 个`,
  fault: '模板有问题',
  openTemplate: (name: string) => `打开模板 ${name}`,
};

export const readinessPanelWords = {
  title: '移交前检查',
  passed: '预检没有错误和警告，可以移交。',
  counts: (errors: number, warnings: number) => `预检还有${[errors === 0 ? '' : `错误 ${errors} 项`, warnings === 0 ? '' : `警告 ${warnings} 项`].filter((text) => text !== '').join('、')}`,
  outdated: (never: number, stale: number) => [never === 0 ? '' : `${never} 个文件还没有生成`, stale === 0 ? '' : `${stale} 个文件需要更新`].filter((text) => text !== '').join('，'),
  allMade: '全部文件都是最新的',
  noFiles: '还没有可以生成的文件，先录入记录',
  show: '看问题',
  hide: '收起',
  overview: '到总览处理',
  reportNote: '预检报告：问题、豁免和倒排日程，可打印',
  preview: '看预检报告',
  report: '预检报告',
  word: '生成 Word',
};

export const handoverWords = {
  name: '交付包名称',
  nameProblem: '名称不能为空，不能含 / \\ : * ? " < > |，最多 60 个字',
  past: '移交记录',
  none: '还没有整理过交付包',
  facts: (files: number, size: string) => `${files} 个文件，${size}`,
  digest: (digest: string) => `校验摘要 ${digest}`,
  madeBy: (at: string, by: string) => `${at}，${by}`,
  standing: { whole: '在输出文件夹', replaced: '已被后来的同名交付包替换', gone: '不在输出文件夹' } satisfies Record<PackageStanding, string>,
  verify: '校验文件夹',
  verifyOf: (name: string) => `校验${name}`,
  verifyImage: '校验光盘映像',
  open: '打开文件夹',
  openOf: (name: string) => `打开${name}所在文件夹`,
  size: (bytes: number) => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`),
};

export const jobKindWords: Readonly<Record<JobKind, string>> = { render: '生成交付物', bind: '装订成卷', handover: '整理交付包', verify: '校验交付包', sample: '生成示例数据', backup: '备份', restore: '恢复备份', burn: '刻录光盘', 'disc-paper': '光盘的表单', carry: '携出副本', 'carry-paper': '携出介质的表单', import: '导入记录', 'readiness-report': '预检报告' };

export const jobStateWords: Readonly<Record<JobState, string>> = { running: '进行中', done: '已完成', failed: '失败', cancelled: '已取消' };

/** An end that somebody has to look at. */
export const jobFlawWords = { differs: '有不符', partial: '部分完成' };
