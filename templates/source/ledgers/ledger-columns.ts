import type { KindName } from '../../../shared/records/kinds.ts';

/** A column of a ledger: the tag it prints, its heading where that differs, and its width in characters. */
export type LedgerColumn = { readonly tag: string; readonly heading?: string; readonly width: number };

export type LedgerPlan = { readonly name: string; readonly columns: readonly LedgerColumn[]; readonly totals?: Readonly<Record<string, string>> };

const number: LedgerColumn = { tag: '编号', width: 15.5 };
const status: LedgerColumn = { tag: '记录状态', heading: '状态', width: 5.5 };
const remark: LedgerColumn = { tag: '备注', width: 14 };

/** What each ledger shows, between its running number and the end of the row. Totals: tag of the column → tag of the sum. */
export const ledgerPlans: Readonly<Record<KindName, LedgerPlan>> = {
  inspection: {
    name: '日常巡检台账',
    columns: [number, { tag: '巡检日期', width: 11 }, { tag: '巡检类型', width: 10 }, { tag: '非工作日值守', heading: '值守', width: 7 }, { tag: '开始时间', width: 9 }, { tag: '结束时间', width: 9 }, { tag: '巡检人', width: 10 },
      { tag: '巡检项数', heading: '项数', width: 7 }, { tag: '正常项数', heading: '正常', width: 7 }, { tag: '异常项数', heading: '异常', width: 7 }, { tag: '总体结论', width: 18 }, status, { ...remark, width: 26 }],
  },
  worklog: {
    name: '日常工作台账',
    columns: [number, { tag: '服务日期', width: 11 }, { tag: '服务渠道', heading: '渠道', width: 6 }, { tag: '服务项名称', heading: '服务项', width: 15 }, { tag: '系统模块', width: 11 }, { tag: '提出部门', width: 11 }, { tag: '提出人', width: 8 },
      { tag: '工作描述', width: 30 }, { tag: '处理结果', width: 22 }, { tag: '服务后状态', heading: '完成', width: 7 }, { tag: '投入工时', heading: '工时', width: 7.5 }, { tag: '执行人', width: 8 }, status],
    totals: { 投入工时: '合计.工时' },
  },
  request: {
    name: '用户需求台账',
    columns: [number, { tag: '申请日期', width: 11 }, { tag: '需求名称', width: 28 }, { tag: '需求类型', width: 10 }, { tag: '申请部门', width: 13 }, { tag: '申请人', width: 9 }, { tag: '工作量估算', heading: '估算人日', width: 9 },
      { tag: '实际工作量', heading: '实际人日', width: 9 }, { tag: '累计已用人日', heading: '累计人日', width: 9 }, { tag: '是否收费', heading: '收费', width: 7 }, { tag: '处理结论', width: 10 }, { tag: '需求状态', width: 9 }, { tag: '实际上线日期', heading: '上线日期', width: 11 }, status, remark],
    totals: { 工作量估算: '合计.人日', 实际工作量: '合计.实际人日' },
  },
  survey: {
    name: '满意度调查台账',
    columns: [number, { tag: '调查日期', width: 11 }, { tag: '被调查部门', width: 16 }, { tag: '被调查人', width: 10 }, { tag: '联系电话', width: 15 }, { tag: '调查方式', width: 11 }, { tag: '服务实施人', width: 14 },
      { tag: '总分', width: 8 }, { tag: '满分', width: 8 }, { tag: '总体评价', width: 11 }, { tag: '意见建议', width: 36 }, status, remark],
  },
  incident: {
    name: '故障处理台账',
    columns: [number, { tag: '事件类别', heading: '类别', width: 6 }, { tag: '故障级别', heading: '级别', width: 6 }, { tag: '系统模块', width: 10 }, { tag: '故障现象', width: 24 }, { tag: '报障时间', width: 16 }, { tag: '应答时间', width: 16 }, { tag: '恢复时间', width: 16 },
      { tag: '应答用时', width: 9 }, { tag: '恢复用时', width: 9 }, { tag: '乙方责任', heading: '乙方责任', width: 6 }, { tag: '超时说明', width: 28 }, { tag: '处理状态', width: 8 }, { tag: '处理人', width: 8 }, status],
  },
  complaint: {
    name: '接诉即办台账',
    columns: [number, { tag: '诉求来源', heading: '来源', width: 9 }, { tag: '诉求类型', heading: '类型', width: 6 }, { tag: '诉求人单位', width: 11 }, { tag: '诉求人', width: 8 }, { tag: '诉求内容', width: 26 }, { tag: '首接责任人', width: 8 },
      { tag: '接诉时间', width: 16 }, { tag: '响应时间', width: 16 }, { tag: '办结时间', width: 16 }, { tag: '办理结果', width: 20 }, { tag: '是否解决', heading: '解决', width: 6 }, { tag: '是否满意', heading: '满意', width: 7 }, { tag: '回访日期', width: 11 }, status],
  },
  training: {
    name: '培训台账',
    columns: [number, { tag: '培训日期', width: 11 }, { tag: '培训主题', width: 30 }, { tag: '培训类别', width: 14 }, { tag: '讲师', width: 10 }, { tag: '开始时间', width: 9 }, { tag: '结束时间', width: 9 }, { tag: '培训方式', heading: '方式', width: 12 },
      { tag: '培训地点', width: 20 }, { tag: '课时', width: 8 }, { tag: '参训人数', heading: '人数', width: 8 }, { tag: '组织人', width: 10 }, status, remark],
    totals: { 课时: '合计.工时' },
  },
  visit: {
    name: '走访台账',
    columns: [number, { tag: '走访日期', width: 11 }, { tag: '走访地点', width: 12 }, { tag: '走访人', width: 10 }, { tag: '受访部门', width: 12 }, { tag: '受访人', width: 10 }, { tag: '走访内容', width: 32 }, { tag: '意见与建议', width: 24 }, { tag: '改进措施', width: 20 }, { tag: '措施落实', width: 8 }, status],
  },
  'backup-run': {
    name: '备份台账',
    columns: [number, { tag: '备份日期', width: 11 }, { tag: '备份任务', width: 18 }, { tag: '备份方式', heading: '方式', width: 7 }, { tag: '备份对象', width: 18 }, { tag: '开始时间', width: 16 }, { tag: '结束时间', width: 16 }, { tag: '数据量', heading: '数据量(GB)', width: 11 },
      { tag: '存放位置', width: 18 }, { tag: '备份结果', heading: '结果', width: 6 }, { tag: '校验情况', width: 26 }, { tag: '恢复测试', width: 8 }, { tag: '执行人', width: 8 }, status],
    totals: { 数据量: '合计.数据量' },
  },
  change: {
    name: '变更实施台账',
    columns: [number, { tag: '实施日期', width: 11 }, { tag: '变更类别', width: 9 }, { tag: '变更名称', width: 20 }, { tag: '实施对象', width: 15 }, { tag: '漏洞编号', width: 13 }, { tag: '实施前', width: 17 }, { tag: '实施后', width: 17 },
      { tag: '验证结论', width: 17 }, { tag: '实施结果', heading: '结果', width: 6 }, { tag: '投入工时', heading: '工时', width: 6 }, { tag: '执行人', width: 8 }, { tag: '批准人', width: 8 }, status],
    totals: { 投入工时: '合计.工时' },
  },
  report: {
    name: '服务报告台账',
    columns: [number, { tag: '编制日期', width: 11 }, { tag: '报告类型', heading: '类型', width: 7 }, { tag: '期次', width: 6 }, { tag: '起始日期', width: 11 }, { tag: '截止日期', width: 11 }, { tag: '编制人', width: 9 }, { tag: '提交日期', width: 11 }, { tag: '签收人', width: 9 },
      { tag: '评审状态', width: 9 }, { tag: '评审日期', width: 11 }, { tag: '评审意见', width: 30 }, status, remark],
  },
};
