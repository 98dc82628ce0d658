import type { AppErrorCode } from '../../shared/app-error.ts';

export const connectionWords = {
  lost: '与程序的连接中断，请确认程序仍在运行，然后重试。',
};

const titles: Readonly<Record<AppErrorCode, string>> = {
  'invalid-input': '内容需要修改',
  'not-found': '没有找到',
  'already-exists': '已经存在',
  conflict: '内容已在别处修改',
  cancelled: '已取消',
  'unreadable-file': '文件无法读取',
  'not-a-contract': '这不是运维服务合同',
  'template-broken': '模板有问题',
  'render-failed': '文档没有生成',
  'read-only': '现在只能查看',
  'signed-document': '文件已经签字',
  'store-newer-than-app': '数据来自更新版本的程序',
  'store-damaged': '数据文件已损坏',
  'store-locked': '数据正被另一个程序使用',
  'disk-full': '磁盘空间不足',
  'file-in-use': '文件正被其他程序打开',
  'package-invalid': '交付包不完整',
  'burn-failed': '刻录没有完成',
  internal: '程序出错',
};

/** A short heading for a failure; its own message says the rest. */
export function failureTitle(code: AppErrorCode): string {
  return titles[code];
}
