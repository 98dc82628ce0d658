export type Data = Readonly<Record<string, unknown>>;

export const tableColumns: readonly string[] = ['序号', '名称', '部门', '结果', '数值', '说明'];

/** Rows for a table of six columns. No imports here: processes whose memory is measured load this. */
export function tableData(count: number): Data {
  return { 行: Array.from({ length: count }, (_, index) => ({ 序号: String(index + 1), 名称: `检查项 ${index}`, 部门: `第${index % 7}科`, 结果: index % 9 === 0 ? '异常' : '正常', 数值: (index * 1.25).toFixed(2), 说明: `第 ${index} 行，指标 <95% & 无告警` })) };
}
