import type { ContractProfile } from '../contract/profile.ts';
import { formatChineseDate, type LocalDate } from '../dates.ts';
import { contractTags, type ContractTags } from '../deliverables/contract-tags.ts';
import { carriedContentTitles, carriedStateTitles, countCarried, isOverdue, type CarriedItem } from './carried-item.ts';

/** One carried item as its papers print it. Absent values leave room for the hand. */
export type CarriedRow = {
  readonly 序号: string;
  /** `XC-001` */
  readonly 编号: string;
  readonly 内容: string;
  /** 数据备份 · 现场副本 · 核对资料 · 其他 */
  readonly 类别: string;
  /** With its number: `移动硬盘 YD-07` */
  readonly 介质: string;
  readonly 携带人: string;
  readonly 去向: string;
  readonly 用途: string;
  readonly 许可人: string;
  readonly 许可日期: string;
  readonly 许可凭据: string;
  readonly 携出日期: string;
  readonly 应还日期: string;
  /** AES-256 加密, 已加密 by other means, or 未加密 and why. */
  readonly 加密: string;
  readonly 文件名: string;
  /** With its unit: `1.204 GB` */
  readonly 数据量: string;
  /** First characters of the file's SHA-256. */
  readonly 校验值: string;
  /** 在外 · 在外（逾期） · 已交回 · 已销毁 · 已作废 */
  readonly 状态: string;
  readonly 处理日期: string;
  readonly 处理方式: string;
  readonly 经办人: string;
  /** Who received it, or watched its destruction. */
  readonly 监督人: string;
  readonly 甲方许可: string;
  readonly 说明: string;
};

/** The tags of carried-inventory.docx and carried-closing.docx. */
export type CarriedData = ContractTags & {
  readonly 打印日期: string;
  /** Everything that was ever carried, in the order of its numbers. */
  readonly 清单: readonly CarriedRow[];
  readonly 交回清单: readonly CarriedRow[];
  readonly 销毁清单: readonly CarriedRow[];
  /** What is still out: the papers are not complete before it is empty. */
  readonly 在外清单: readonly CarriedRow[];
  readonly 有交回: boolean;
  readonly 有销毁: boolean;
  readonly 有在外: boolean;
  /** Nothing was ever carried: then the record says so. */
  readonly 无携出: boolean;
  /** The contract's own words on returning and destroying (附件2 第六条). */
  readonly 交回义务: readonly { readonly 条款: string }[];
  readonly 合计: { readonly 件数: string; readonly 在外: string; readonly 逾期: string; readonly 已交回: string; readonly 已销毁: string };
};

export const carriedPapers = { inventory: 'carried-inventory.docx', closing: 'carried-closing.docx' } as const;
export const carriedPaperTitles = { inventory: '携出介质台账', closing: '携出介质交回销毁记录' } as const;
export type CarriedPaper = keyof typeof carriedPapers;

/** Bytes with three digits, as discs and sticks are labelled: thousands, not 1024. */
function amountOf(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} KB`;
  return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(3)} GB`;
}

function rowOf(item: CarriedItem, index: number, today: LocalDate): CarriedRow {
  const { permission, file, closing } = item;
  return {
    序号: String(index + 1),
    编号: item.number,
    内容: permission.title,
    类别: carriedContentTitles[item.content],
    介质: [permission.medium, permission.mediumNumber].filter((part) => part !== '').join(' '),
    携带人: permission.carrier,
    去向: permission.recipient,
    用途: permission.purpose,
    许可人: permission.allowedBy,
    许可日期: formatChineseDate(permission.allowedOn),
    许可凭据: permission.permit,
    携出日期: formatChineseDate(permission.takenOn),
    应还日期: formatChineseDate(permission.dueOn),
    加密: item.isEncrypted ? (file === undefined ? '已加密' : 'AES-256 加密') : `未加密：${item.openReason}`,
    文件名: file?.name ?? '',
    数据量: file === undefined ? '' : amountOf(file.bytes),
    校验值: file?.sha256.slice(0, 16) ?? '',
    状态: `${carriedStateTitles[item.state]}${isOverdue(item, today) ? '（逾期）' : ''}`,
    处理日期: closing === undefined ? '' : formatChineseDate(closing.on),
    处理方式: closing?.method ?? '',
    经办人: closing?.handler ?? '',
    监督人: closing?.witness ?? '',
    甲方许可: closing?.consent ?? '',
    说明: closing?.note ?? '',
  };
}

/** What both papers are filled with, as of a day. What was registered by mistake stands in the inventory only. */
export function carriedData(profile: ContractProfile, items: readonly CarriedItem[], today: LocalDate): CarriedData {
  const rows = (state?: CarriedItem['state']): readonly CarriedRow[] => items.filter((item) => state === undefined || item.state === state).map((item, index) => rowOf(item, index, today));
  const counts = countCarried(items, today);
  const [returned, destroyed, out] = [rows('returned'), rows('destroyed'), rows('out')];
  return {
    ...contractTags(profile),
    打印日期: formatChineseDate(today),
    清单: rows(),
    交回清单: returned,
    销毁清单: destroyed,
    在外清单: out,
    有交回: returned.length > 0,
    有销毁: destroyed.length > 0,
    有在外: out.length > 0,
    无携出: returned.length + destroyed.length + out.length === 0,
    交回义务: profile.confidentiality.returnDuties.map((duty) => ({ 条款: duty })),
    合计: { 件数: String(items.length - counts.void), 在外: String(counts.out), 逾期: String(counts.overdue), 已交回: String(counts.returned), 已销毁: String(counts.destroyed) },
  };
}
