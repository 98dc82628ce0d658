import { contractTags } from './contract-tags.ts';
import { exampleProfile } from './example-data.ts';
import type { HandoverListData } from './handover-list-data.ts';

/** A hand-over list with everything filled in: shows which tags its template gets. */
export function exampleHandoverList(): HandoverListData {
  return {
    ...contractTags(exampleProfile()),
    移交日期: '2025年9月30日', 交付形式: '纸质、电子版光盘', 份数: '1',
    清单: [{ 序号: '1', 文档名称: '示例日常巡检记录单', 形式: '纸质、电子版光盘', 份数: '1', 页数: '12', 编号范围: 'XJ-20240805-01 至 XJ-20250801-01', 备注: '245 件，12 个文件' }],
    合计: { 文档数: '1', 份数: '1', 页数: '12' },
    有案卷: true, 案卷: [{ 卷号: '1', 档号: 'YW·2024·A1-0001', 案卷题名: '日常巡检记录单', 件数: '12', 页数: '245' }],
    有光盘: true,
    光盘信息: { 光盘编号: '1/1', 卷标: 'YWJF_20240803_01', 文件数: '120', 数据量: '1.204 GB', 校验方式: 'SHA-256', 校验值: '3f786850e387550f' },
  };
}
