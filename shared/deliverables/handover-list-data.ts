import type { ContractTags } from './contract-tags.ts';

/** One line of a hand-over list: a document as it is handed over. */
export type HandoverListRow = {
  readonly 序号: string;
  readonly 文档名称: string;
  /** 纸质 · 电子 · 纸质、电子 */
  readonly 形式: string;
  readonly 份数: string;
  readonly 页数: string;
  /** `XJ-20240805-01 至 XJ-20240830-01` */
  readonly 编号范围: string;
  readonly 备注: string;
};

/** The disc that comes with the paper; sizes and counts ready to print. */
export type HandoverDisc = {
  /** `1/1` */
  readonly 光盘编号: string;
  readonly 卷标: string;
  readonly 文件数: string;
  /** With its unit: `1.204 GB` */
  readonly 数据量: string;
  /** `SHA-256` */
  readonly 校验方式: string;
  /** Digest of the manifest, or its first characters. */
  readonly 校验值: string;
};

/** A bound volume as the hand-over list names it. */
export type HandoverVolume = { readonly 卷号: string; readonly 档号: string; readonly 案卷题名: string; readonly 件数: string; readonly 页数: string };

/** The tags of handover-list.docx (移交清单). Absent values leave room for the hand. */
export type HandoverListData = ContractTags & {
  readonly 移交日期?: string;
  /** 纸介质、电子版光盘 */
  readonly 交付形式: string;
  readonly 份数: string;
  readonly 清单: readonly HandoverListRow[];
  readonly 合计: { readonly 文档数: string; readonly 份数: string; readonly 页数: string };
  /** The paper is bound in volumes. */
  readonly 有案卷: boolean;
  readonly 案卷: readonly HandoverVolume[];
  readonly 有光盘: boolean;
  readonly 光盘信息?: HandoverDisc;
};
