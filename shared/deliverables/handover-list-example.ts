import type { HandoverListData } from './handover-list-data.ts';

/** A hand-over list with everything filled in: shows which tags its template gets. */
export function exampleHandoverList(): HandoverListData {
  return {
    项目名称: '示例项目', 合同名称: '示例合同', 交付文档名: '示例服务项目', 甲方: '示例单位', 乙方: '示例单位',
    服务期: '2024年8月3日至2025年8月2日', 移交日期: '2025年9月30日', 交付形式: '纸质、电子版光盘', 份数: '1',
    清单: [{ 序号: '1', 文档名称: '示例日常巡检记录单', 形式: '纸质、电子版光盘', 份数: '1', 页数: '12', 编号范围: 'XJ-20240805-01 至 XJ-20250801-01', 备注: '245 件，12 个文件' }],
    合计: { 文档数: '1', 份数: '1', 页数: '12' },
    有光盘: true,
    光盘信息: { 光盘编号: '1/1', 卷标: 'YWJF_20240803_01', 文件数: '120', 数据量: '1.204 GB', 校验方式: 'SHA-256', 校验值: '3f786850e387550f' },
  };
}
