import type { ChartTag } from './chart-tag.ts';

/**
 * The tags of the report templates (quarterly-report.docx, annual-report.docx), beside those of `recordData` for the
 * report record itself (编号, 编制人, 甲方, 乙方, 服务期 …). Every value is a print-ready text; `—` stands where there is nothing
 * to count; a flag (有…, 是…) exists for conditions: `{#有故障}…{/有故障}{^有故障}…{/有故障}`. Rows carry 序号 from 1.
 */
export type ReportTags = {
  readonly 标题: string;
  /** 第一季度服务工作总结报告 · 年度服务工作总结报告 · 2024年8月服务工作总结报告 */
  readonly 报告名称: string;
  readonly 是季度报告: boolean;
  readonly 是年度报告: boolean;
  readonly 是月度报告: boolean;
  /** 第一季度 · 服务年度 · 2024年8月 */
  readonly 期间: string;
  readonly 期间起: string;
  readonly 期间止: string;
  /** 2024年8月3日至2024年11月2日 */
  readonly 期间起止: string;
  readonly 期间天数: string;
  readonly 期间工作日数: string;
  readonly 编制日期: string;
  readonly 编制单位: string;
  readonly 合同价款: string;
  readonly 签约日期: string;

  /** 1 项目概述 */
  readonly 项目概述: string;
  readonly 项目概述段落: readonly TextRow[];
  readonly 项目团队: readonly TeamRow[];
  readonly 有项目团队: boolean;

  /** 2 工作综述: the author's own text, or sentences drafted from the figures. */
  readonly 工作综述: string;
  readonly 工作综述段落: readonly TextRow[];
  readonly 数字摘要: readonly SummaryRow[];
  /** Quarterly and monthly reports after the first: the periods before, this one, and last the sum since service began. */
  readonly 前期对比: readonly QuarterRow[];
  readonly 有前期对比: boolean;
  readonly 对比小结: string;

  /** 3 日常巡检 */
  /** Every chapter: what is drafted from the figures (…小结), and under it what the manager adds (…说明段落). */
  readonly 巡检小结: string;
  readonly 日常巡检说明段落: readonly TextRow[];
  readonly 巡检按月: readonly InspectionMonthRow[];
  readonly 巡检合计: InspectionMonthTotal;
  readonly 调休说明: string;
  readonly 漏检说明: string;
  readonly 巡检异常类别: readonly AbnormalCategoryRow[];
  readonly 巡检异常: readonly AbnormalRow[];
  readonly 有巡检异常: boolean;

  /** 4 日常工作 */
  readonly 工作小结: string;
  readonly 日常工作说明段落: readonly TextRow[];
  readonly 服务项表: readonly ServiceItemRow[];
  readonly 服务项合计: ServiceItemTotal;
  /** How 折合人月 is counted. */
  readonly 人月口径: string;
  readonly 渠道表: readonly ShareRow[];
  readonly 人员表: readonly ShareRow[];
  readonly 月份表: readonly MonthRow[];
  readonly 月份合计: MonthTotal;
  readonly 未完工作: readonly OpenWorkRow[];
  readonly 有未完工作: boolean;

  /** 5 需求处理 */
  readonly 需求小结: string;
  readonly 需求处理说明段落: readonly TextRow[];
  readonly 需求清单: readonly RequestRow[];
  readonly 有需求: boolean;
  readonly 需求: { readonly 件数: string; readonly 上线件数: string; readonly 本期人日: string; readonly 累计人日: string; readonly 免费额度: string; readonly 剩余额度: string };

  /** 6 故障与应急 */
  readonly 故障小结: string;
  readonly 故障与应急说明段落: readonly TextRow[];
  readonly 故障清单: readonly IncidentRow[];
  readonly 有故障: boolean;
  readonly 演练清单: readonly DrillRow[];
  readonly 有演练: boolean;
  readonly 服务级别: {
    readonly 应答时限: string; readonly 恢复时限: string; readonly 考核口径: string;
    readonly 故障次数: string; readonly 考核次数: string;
    readonly 应答达标次数: string; readonly 恢复达标次数: string; readonly 应答达标率: string; readonly 恢复达标率: string;
  };

  /** 7 备份与安全 */
  readonly 备份小结: string;
  readonly 备份与安全说明段落: readonly TextRow[];
  readonly 备份表: readonly BackupRow[];
  readonly 有备份: boolean;
  readonly 变更统计: readonly ChangeCountRow[];
  readonly 变更清单: readonly ChangeRow[];
  readonly 有变更: boolean;

  /** 8 培训与走访 */
  readonly 培训小结: string;
  readonly 培训与走访说明段落: readonly TextRow[];
  readonly 培训清单: readonly TrainingRow[];
  readonly 有培训: boolean;
  readonly 走访清单: readonly VisitRow[];
  readonly 有走访: boolean;

  /** 9 满意度 */
  readonly 满意度小结: string;
  readonly 满意度说明段落: readonly TextRow[];
  readonly 满意度表: readonly SurveyRow[];
  readonly 有满意度: boolean;
  readonly 满意度分项: readonly CriterionRow[];
  readonly 满意度: {
    readonly 份数: string; readonly 平均分: string; readonly 满意率: string; readonly 平均分公式: string; readonly 满意率公式: string;
    readonly 非常满意: string; readonly 满意: string; readonly 基本满意: string; readonly 不满意: string;
  };

  /** 10 投诉与接诉即办 */
  readonly 投诉小结: string;
  readonly 诉求办理说明段落: readonly TextRow[];
  readonly 投诉清单: readonly ComplaintRow[];
  readonly 有投诉: boolean;
  readonly 无投诉: boolean;
  readonly 无投诉说明: string;
  readonly 诉求类型表: readonly ShareRow[];
  readonly 投诉: { readonly 件数: string; readonly 响应率: string; readonly 解决率: string; readonly 满意率: string; readonly 三率公式: string };

  /** 11 月报季评配合: work records that mention it. */
  readonly 月报季评: readonly MentionRow[];
  readonly 有月报季评: boolean;

  /** 12, 13 */
  readonly 存在问题: string;
  readonly 存在问题段落: readonly TextRow[];
  readonly 下阶段计划: string;
  readonly 下阶段计划段落: readonly TextRow[];

  /** Annual report only (empty in the others). One row per quarter; the last row is the whole year. */
  readonly 四季对比: readonly QuarterRow[];
  readonly 合同义务: readonly DutyRow[];
  readonly 交付文档: readonly DeliverableRow[];

  /** Pictures of the same figures: `{$图表.各月巡检}` in the alternative text of a chart. One without figures is absent. */
  readonly 图表: ReportCharts;

  /** Appendix: documents of the period, one row per kind. */
  readonly 单据清单: readonly DocumentRow[];
  readonly 单据合计: string;

  /** Appendix: what the customer asked in the reviews, oldest first. 答复内容 is 尚未答复 until it is answered. */
  readonly 质疑答复: readonly QuestionRow[];
  readonly 有质疑答复: boolean;

  readonly 评审: {
    readonly 提交日期: string; readonly 签收人: string; readonly 评审期限: string; readonly 评审截止日期: string;
    readonly 评审状态: string; readonly 评审日期: string; readonly 评审意见: string; readonly 评审说明: string;
  };
};

/** 各季度服务量 in the annual report only, 前期服务量 in the others where there is a period before. */
export type ReportCharts = { readonly 各季度服务量?: ChartTag; readonly 前期服务量?: ChartTag; readonly 各月巡检?: ChartTag; readonly 服务项工时?: ChartTag; readonly 各月工时?: ChartTag };

/** One paragraph of a longer text, so that each gets its own indent: `{#工作综述段落}` `{文}` `{/工作综述段落}`. */
export type TextRow = { readonly 文: string };
export type TeamRow = { readonly 序号: string; readonly 姓名: string; readonly 职责: string; readonly 单位: string };
export type SummaryRow = { readonly 序号: string; readonly 指标: string; readonly 数值: string; readonly 单位: string; readonly 说明: string };
export type InspectionMonthTotal = {
  readonly 应检天数: string; readonly 已检天数: string; readonly 覆盖率: string; readonly 巡检份数: string;
  readonly 巡检项次: string; readonly 异常项数: string; readonly 已处理: string; readonly 未处理: string;
};
export type InspectionMonthRow = InspectionMonthTotal & { readonly 序号: string; readonly 月份: string };
export type AbnormalCategoryRow = { readonly 序号: string; readonly 类别: string; readonly 项数: string; readonly 占比: string };
export type AbnormalRow = {
  readonly 序号: string; readonly 日期: string; readonly 编号: string; readonly 巡检类别: string; readonly 巡检项目: string;
  readonly 实测值: string; readonly 异常情况: string; readonly 处理单号: string; readonly 整改完成日期: string; readonly 状态: string;
};
/** 记录条数 counts records of every kind that prove the item; 佐证单据 lists them by kind, e.g. 日常工作记录单 52 份、备份记录单 12 份. */
export type ServiceItemTotal = { readonly 合同人月: string; readonly 记录条数: string; readonly 投入工时: string; readonly 折合人月: string };
export type ServiceItemRow = ServiceItemTotal & { readonly 序号: string; readonly 服务项: string; readonly 单位: string; readonly 佐证单据: string; readonly 说明: string };
/** A name (channel, person, appeal type), its number of records, their share and hours. */
export type ShareRow = { readonly 序号: string; readonly 名称: string; readonly 条数: string; readonly 占比: string; readonly 工时: string };
export type MonthTotal = {
  readonly 工作记录: string; readonly 工时: string; readonly 需求: string; readonly 故障: string;
  readonly 备份: string; readonly 变更: string; readonly 培训: string; readonly 走访: string; readonly 投诉: string;
};
export type MonthRow = MonthTotal & { readonly 序号: string; readonly 月份: string };
export type OpenWorkRow = { readonly 序号: string; readonly 编号: string; readonly 日期: string; readonly 服务项: string; readonly 工作描述: string; readonly 下次服务时间: string; readonly 执行人: string };
export type RequestRow = {
  readonly 序号: string; readonly 编号: string; readonly 申请日期: string; readonly 需求名称: string; readonly 需求类型: string; readonly 申请部门: string;
  readonly 申请人: string; readonly 人日: string; readonly 是否收费: string; readonly 需求状态: string; readonly 上线日期: string; readonly 累计人日: string;
};
export type IncidentRow = {
  readonly 序号: string; readonly 编号: string; readonly 发生日期: string; readonly 类别: string; readonly 级别: string; readonly 系统模块: string; readonly 故障现象: string;
  readonly 报障时间: string; readonly 应答用时: string; readonly 恢复用时: string; readonly 乙方责任: string; readonly 应答达标: string; readonly 恢复达标: string;
  readonly 原因: string; readonly 处理措施: string; readonly 超时说明: string; readonly 状态: string;
};
export type DrillRow = { readonly 序号: string; readonly 编号: string; readonly 日期: string; readonly 演练内容: string; readonly 结论: string };
export type BackupRow = { readonly 序号: string; readonly 备份任务: string; readonly 次数: string; readonly 成功: string; readonly 失败: string; readonly 成功率: string; readonly 恢复测试: string; readonly 数据量: string };
export type ChangeCountRow = { readonly 序号: string; readonly 类别: string; readonly 次数: string; readonly 成功: string };
export type ChangeRow = { readonly 序号: string; readonly 编号: string; readonly 日期: string; readonly 类别: string; readonly 名称: string; readonly 对象: string; readonly 实施前: string; readonly 实施后: string; readonly 结果: string };
export type TrainingRow = { readonly 序号: string; readonly 编号: string; readonly 日期: string; readonly 主题: string; readonly 讲师: string; readonly 方式: string; readonly 课时: string; readonly 参训人数: string };
export type VisitRow = { readonly 序号: string; readonly 编号: string; readonly 日期: string; readonly 受访部门: string; readonly 受访人: string; readonly 意见与建议: string; readonly 改进措施: string; readonly 措施落实: string };
export type SurveyRow = {
  readonly 序号: string; readonly 编号: string; readonly 日期: string; readonly 被调查人: string; readonly 被调查部门: string; readonly 调查方式: string;
  readonly 总分: string; readonly 满分: string; readonly 百分制得分: string; readonly 总体评价: string; readonly 意见建议: string;
};
export type CriterionRow = { readonly 序号: string; readonly 评价项目: string; readonly 满分: string; readonly 平均得分: string; readonly 得分率: string };
export type ComplaintRow = {
  readonly 序号: string; readonly 编号: string; readonly 接诉时间: string; readonly 来源: string; readonly 诉求类型: string; readonly 诉求内容: string; readonly 首接责任人: string;
  readonly 响应用时: string; readonly 办结时间: string; readonly 办理结果: string; readonly 是否解决: string; readonly 是否满意: string;
};
export type MentionRow = { readonly 序号: string; readonly 编号: string; readonly 日期: string; readonly 内容: string };
export type QuarterRow = {
  readonly 季度: string; readonly 起止: string; readonly 应检天数: string; readonly 已检天数: string; readonly 覆盖率: string; readonly 异常项数: string;
  readonly 工作记录: string; readonly 工时: string; readonly 需求: string; readonly 人日: string; readonly 故障: string; readonly 应答达标率: string; readonly 恢复达标率: string;
  readonly 备份成功率: string; readonly 变更: string; readonly 培训: string; readonly 走访: string; readonly 满意度平均分: string; readonly 满意率: string; readonly 投诉: string;
};
export type QuestionRow = { readonly 序号: string; readonly 提出日期: string; readonly 提出人: string; readonly 质疑内容: string; readonly 答复日期: string; readonly 答复人: string; readonly 答复内容: string };
export type DutyRow = { readonly 序号: string; readonly 义务: string; readonly 条款: string; readonly 履行情况: string; readonly 佐证: string; readonly 结论: string };
export type DeliverableRow = { readonly 序号: string; readonly 名称: string; readonly 载体: string; readonly 份数: string; readonly 单据数: string; readonly 说明: string };
export type DocumentRow = { readonly 序号: string; readonly 文种: string; readonly 编号范围: string; readonly 份数: string; readonly 作废: string; readonly 说明: string };
