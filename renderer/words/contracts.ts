import type { ContractStanding } from '../state/contract-list.ts';

/** The list of contracts: quick switch and management. */
export const contractsWords = {
  title: '合同管理',
  switchTitle: '切换合同',
  search: '按名称、甲乙方或日期查找',
  list: '合同',
  none: '没有符合的合同',
  current: '当前',
  archived: '已归档',
  questions: (count: number) => `${count} 个问题待确认`,
  manage: (archived: number) => (archived === 0 ? '管理合同…' : `管理合同（含已归档 ${archived} 份）…`),
  create: '新建合同档案',
  open: '打开',
  rename: '重命名',
  renameTitle: '重命名合同',
  renameNote: '交付文档用名不随之改变，需要时请在“基本信息”里修改。',
  renew: '续签',
  archive: '归档',
  unarchive: '取消归档',
  archiveNote: '归档的合同不再出现在切换列表里，记录和文件都保留，随时可以取消归档。',
  archivedDone: '已归档，记录和文件都保留',
  unarchivedDone: '已取消归档',
  exportProfile: '导出档案',
  profileFile: (title: string) => `${title}-合同档案.json`,
  columns: { name: '合同', period: '服务期', standing: '进度', questions: '待确认', actions: '操作' },
  rowActions: (title: string, action: string) => `${action} ${title}`,
  more: '更多',
};

/** Where a contract stands, in a few words. */
export function standingText(standing: ContractStanding): string {
  switch (standing.phase) {
    case 'before': return `${standing.days} 天后开始`;
    case 'during': return standing.days === 0 ? '今天到期' : `还有 ${standing.days} 天`;
    case 'after': return `服务期已满 ${standing.days} 天`;
    default: return standing.phase satisfies never;
  }
}
