import { monthChart } from './report-charts.ts';
import { sectionHeading, table, text, texts, unless, when, type Chapter } from './report-parts.ts';

/** 8 */
export const trainings: Chapter = {
  title: '培训与走访',
  content: [
    text('{培训小结}'),
    ...texts('培训与走访说明段落'),
    ...when('有培训', table('培训情况', '培训清单', [
      { heading: '序号', width: 10, text: '{序号}' }, { heading: '编号', width: 27, text: '{编号}' }, { heading: '日期', width: 29, text: '{日期}' }, { heading: '培训主题', width: 34, text: '{主题}', prose: true },
      { heading: '讲师', width: 15, text: '{讲师}' }, { heading: '方式', width: 19, text: '{方式}' }, { heading: '课时', width: 11, text: '{课时}' }, { heading: '人数', width: 11, text: '{参训人数}' },
    ])),
    ...when('有走访', table('走访情况', '走访清单', [
      { heading: '序号', width: 10, text: '{序号}' }, { heading: '日期', width: 29, text: '{日期}' }, { heading: '受访部门及受访人', width: 34, text: '{受访部门} {受访人}' }, { heading: '意见与建议', width: 36, text: '{意见与建议}', prose: true },
      { heading: '改进措施', width: 31, text: '{改进措施}', prose: true }, { heading: '落实', width: 16, text: '{措施落实}' },
    ])),
  ],
};

/** 9 */
export const surveys: Chapter = {
  title: '满意度调查',
  content: [
    text('{满意度小结}'),
    ...texts('满意度说明段落'),
    ...when('有满意度', [
      ...table('调查结果', '满意度表', [
        { heading: '序号', width: 11, text: '{序号}' }, { heading: '日期', width: 29, text: '{日期}' }, { heading: '被调查部门及人', width: 38, text: '{被调查部门} {被调查人}' }, { heading: '方式', width: 17, text: '{调查方式}' },
        { heading: '得分', width: 12, text: '{百分制得分}' }, { heading: '总体评价', width: 17, text: '{总体评价}' }, { heading: '意见建议', width: 32, text: '{意见建议}', prose: true },
      ]),
      ...table('分项得分', '满意度分项', [
        { heading: '序号', width: 16, text: '{序号}' }, { heading: '评价项目', width: 56, text: '{评价项目}', prose: true }, { heading: '满分', width: 24, text: '{满分}' }, { heading: '平均得分', width: 30, text: '{平均得分}' }, { heading: '得分率', width: 30, text: '{得分率}' },
      ], undefined, true),
      ...table('总体评价分布', '满意度', [
        { heading: '收回份数', width: 26, text: '{份数}' }, { heading: '非常满意', width: 22, text: '{非常满意}' }, { heading: '满意', width: 20, text: '{满意}' }, { heading: '基本满意', width: 22, text: '{基本满意}' },
        { heading: '不满意', width: 20, text: '{不满意}' }, { heading: '平均分', width: 22, text: '{平均分}' }, { heading: '满意率', width: 24, text: '{满意率}' },
      ]),
      text('计算口径：{满意度.平均分公式}；{满意度.满意率公式}。'),
    ]),
  ],
};

/** 10 */
export const complaints: Chapter = {
  title: '投诉与接诉即办',
  content: [
    text('{投诉小结}'),
    ...texts('诉求办理说明段落'),
    ...when('有投诉', [
      ...table('接诉即办三率', '投诉', [{ heading: '诉求件数', width: 39, text: '{件数}' }, { heading: '响应率', width: 39, text: '{响应率}' }, { heading: '解决率', width: 39, text: '{解决率}' }, { heading: '满意率', width: 39, text: '{满意率}' }]),
      ...table('诉求类型', '诉求类型表', [{ heading: '序号', width: 26, text: '{序号}' }, { heading: '诉求类型', width: 60, text: '{名称}' }, { heading: '件数', width: 35, text: '{条数}' }, { heading: '占比', width: 35, text: '{占比}' }], undefined, true),
      ...table('诉求清单', '投诉清单', [
        { heading: '序号', width: 10, text: '{序号}' }, { heading: '接诉时间', width: 29, text: '{接诉时间}' }, { heading: '来源', width: 18, text: '{来源}' }, { heading: '类型', width: 12, text: '{诉求类型}' }, { heading: '诉求内容', width: 34, text: '{诉求内容}', prose: true },
        { heading: '办理结果', width: 29, text: '{办理结果}', prose: true }, { heading: '解决', width: 13, text: '{是否解决}' }, { heading: '满意', width: 13, text: '{是否满意}' },
      ]),
      text('计算口径：{投诉.三率公式}。'),
    ]),
    ...when('无投诉', [text('{无投诉说明}')]),
  ],
};

/** 11 */
export const monthlyReview: Chapter = {
  title: '月报季评配合',
  content: [
    ...when('有月报季评', table('月报季评配合记录', '月报季评', [
      { heading: '序号', width: 14, text: '{序号}' }, { heading: '编号', width: 32, text: '{编号}' }, { heading: '日期', width: 30, text: '{日期}' }, { heading: '内容', width: 80, text: '{内容}', prose: true },
    ])),
    ...unless('有月报季评', [text('本期没有月报季评配合事项。')]),
  ],
};

/** 12 */
export const problems: Chapter = { title: '存在问题与建议', content: texts('存在问题段落') };

/** 13 */
export function plan(title: string): Chapter {
  return { title, content: texts('下阶段计划段落') };
}

/** The part of 日常工作 that quarterly and annual reports have in common: who, how and when. */
export const workBreakdown = [
  sectionHeading(2, '服务渠道'),
  ...table('服务渠道构成', '渠道表', [{ heading: '序号', width: 20, text: '{序号}' }, { heading: '渠道', width: 46, text: '{名称}' }, { heading: '条数', width: 30, text: '{条数}' }, { heading: '占比', width: 30, text: '{占比}' }, { heading: '工作单工时', width: 30, text: '{工时}' }], undefined, true),
  sectionHeading(3, '服务人员'),
  ...table('服务人员投入', '人员表', [{ heading: '序号', width: 20, text: '{序号}' }, { heading: '姓名', width: 46, text: '{名称}' }, { heading: '条数', width: 30, text: '{条数}' }, { heading: '占比', width: 30, text: '{占比}' }, { heading: '工作单工时', width: 30, text: '{工时}' }], undefined, true),
  sectionHeading(4, '各月情况'),
  ...table('各月服务量', '月份表', [
    { heading: '月份', width: 26, text: '{月份}' }, { heading: '工作记录', width: 16, text: '{工作记录}' }, { heading: '工作单工时', width: 19, text: '{工时}' }, { heading: '需求', width: 13, text: '{需求}' }, { heading: '故障', width: 13, text: '{故障}' },
    { heading: '备份', width: 13, text: '{备份}' }, { heading: '变更', width: 13, text: '{变更}' }, { heading: '培训', width: 13, text: '{培训}' }, { heading: '走访', width: 13, text: '{走访}' }, { heading: '诉求', width: 13, text: '{投诉}' },
  ], ['合计', '{月份合计.工作记录}', '{月份合计.工时}', '{月份合计.需求}', '{月份合计.故障}', '{月份合计.备份}', '{月份合计.变更}', '{月份合计.培训}', '{月份合计.走访}', '{月份合计.投诉}'], true),
  ...monthChart,
  ...when('有未完工作', table('未完成的工作', '未完工作', [
    { heading: '序号', width: 11, text: '{序号}' }, { heading: '编号', width: 28, text: '{编号}' }, { heading: '日期', width: 29, text: '{日期}' }, { heading: '工作描述', width: 46, text: '{工作描述}', prose: true },
    { heading: '下次服务', width: 29, text: '{下次服务时间}' }, { heading: '执行人', width: 17, text: '{执行人}' },
  ])),
] as const;
