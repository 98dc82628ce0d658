import type { ContractProfile } from '../contract/profile.ts';
import { formatChineseDate } from '../dates.ts';

/** Tags about the contract that every document and every paper may use. */
export type ContractTags = {
  readonly 合同名称: string;
  readonly 项目名称: string;
  /** What the titles of the documents begin with. */
  readonly 交付文档名: string;
  readonly 甲方: string;
  readonly 乙方: string;
  readonly 服务期起: string;
  readonly 服务期止: string;
  /** `2024年8月3日至2025年8月2日` */
  readonly 服务期: string;
  readonly 系统名称: string;
};

export function contractTags(profile: ContractProfile): ContractTags {
  const [from, to] = [formatChineseDate(profile.service.from), formatChineseDate(profile.service.to)];
  return {
    合同名称: profile.title,
    项目名称: profile.projectName,
    交付文档名: profile.deliverablePrefix,
    甲方: profile.client.name,
    乙方: profile.vendor.name,
    服务期起: from,
    服务期止: to,
    服务期: `${from}至${to}`,
    系统名称: profile.systems[0] ?? profile.projectName,
  };
}
