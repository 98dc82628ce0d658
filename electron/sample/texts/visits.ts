export type VisitText = { readonly purpose: string; readonly content: string; readonly feedback: string; readonly action: string; readonly state: '无需改进' | '已落实' };

export const visitTexts: readonly VisitText[] = [
  { purpose: '了解系统使用情况，征求意见', content: '查看受理岗位日常操作，询问登记、转办和统计使用情况，核对近期问题处理结果。', feedback: '整体运行稳定，希望待办提醒更醒目。', action: '调整待办提醒样式，超期事项标红。', state: '已落实' },
  { purpose: '回访近期需求上线效果', content: '逐项试用新上线功能，现场演示批量操作，收集改进意见。', feedback: '新功能好用，建议导出时保留筛选条件。', action: '导出文件增加筛选条件说明行。', state: '已落实' },
  { purpose: '走访片区监督站，了解移动端使用', content: '随执法人员查看终端使用过程，检查离线数据和打印设备，更新终端版本。', feedback: '山区信号差，希望离线包更小。', action: '按片区拆分离线包，体积减小。', state: '已落实' },
  { purpose: '定期走访，开展满意度调查', content: '发放并回收满意度调查表，介绍本期运行和故障处理情况，说明下期计划。', feedback: '响应及时，服务人员态度好。', action: '继续保持。', state: '无需改进' },
  { purpose: '专项行动前走访，确认保障需求', content: '了解专项行动时间和数据需求，确认值班安排和联系人，检查专题图层。', feedback: '请提前一天提供名单和底图。', action: '排定保障计划，指定专人对接。', state: '已落实' },
  { purpose: '听取科室对报表口径的意见', content: '逐张核对常用报表口径，演示下钻和明细核对方法。', feedback: '希望口径说明随报表显示。', action: '报表页脚增加口径说明。', state: '已落实' },
  { purpose: '了解新到岗人员培训需求', content: '与科室负责人沟通人员变动和培训需求，现场辅导新到岗人员。', feedback: '建议每季度安排一次新人培训。', action: '列入下期培训计划。', state: '已落实' },
  { purpose: '核查历史问题整改效果', content: '对照走访台账逐项复查，查看系统响应和数据质量。', feedback: '此前问题均已解决，没有新的意见。', action: '归档台账。', state: '无需改进' },
];

/** Suggestions written on satisfaction forms; most people write none. */
export const surveySuggestions: readonly string[] = [
  '希望增加操作短视频。', '建议高峰时段增加电话值守。', '地图加载速度可再提高。', '希望报表口径说明更详细。', '建议定期推送使用技巧。', '继续保持现有服务水平。', '希望移动端离线包更小。', '建议增加新人培训场次。',
];

export const surveyOpinions: readonly string[] = ['符合要求', '响应快', '处理到位', '态度热情', '个别问题需两次沟通', '文档可再详细', '较好', '解释清楚'];
