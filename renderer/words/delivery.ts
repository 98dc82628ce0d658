import type { JobKind, JobState } from '../../shared/ipc/jobs.ts';

export const deliveryWords = {
  title: '交付',
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
  progress: (done: number, total: number) => `${done}/${total}`,
  summaryOf: (kind: string) => `${kind}结果`,
};

export const jobKindWords: Readonly<Record<JobKind, string>> = { render: '生成交付物', handover: '整理交付包', verify: '校验交付包', sample: '生成示例数据', backup: '备份', restore: '恢复备份' };

export const jobStateWords: Readonly<Record<JobState, string>> = { running: '进行中', done: '已完成', failed: '失败', cancelled: '已取消' };
