import type { CarriedContent } from '../../shared/carried/carried-item.ts';

/** Words of passphrases: where one is asked for, offered, or printed. */
export const passphraseWords = {
  ask: '密码',
  askTitle: (when: string) => `${when} 的加密备份`,
  askNote: '这个备份是加密的。请输入制作时设定的密码，区分大小写，连字符也要输入。',
  open: '打开',
  show: '显示密码',
  hide: '隐藏密码',
};

export const carriedBackupWords = {
  makeOutside: '加密备份到第二个位置…',
  encrypted: '已加密',
};

export const contentNotes: Readonly<Record<CarriedContent, string>> = {
  backup: '全部合同、记录、附件和自己的模板，可以恢复',
  'field-copy': '同一份数据，带到现场的电脑上恢复后使用',
  'check-package': '“输出”文件夹里已生成的文件，给同事或甲方核对',
  other: '不是本程序写出的：纸质资料、图纸、借用的磁盘等，只登记',
};
