import type { Severity } from '../../shared/rules/finding.ts';
import type { RecordStatus } from '../../shared/records/record.ts';

export const commonWords = {
  appName: '运维交付夹',
  retry: '重试',
  loading: '正在读取…',
  save: '保存',
  saved: '已保存',
  cancel: '取消',
  close: '关闭',
  confirm: '确定',
  add: '添加',
  remove: '删除',
  moveUp: '上移',
  moveDown: '下移',
  yes: '是',
  no: '否',
  none: '—',
  required: '必填',
  unsavedTitle: '有未保存的修改',
  unsavedText: '离开后，刚才的修改会丢失。',
  leave: '不保存，离开',
  stay: '继续填写',
  shortcut: (text: string, keys: string) => `${text}（${keys}）`,
  total: (count: number) => `共 ${count} 条`,
  rowActions: '操作',
  rowNumber: '序号',
  addRow: '添加一行',
  row: (index: number) => `第 ${index} 行`,
};

export const severityWords: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', notice: '提示' };

export const statusWords: Readonly<Record<RecordStatus, string>> = { draft: '草稿', final: '正式', void: '作废' };
