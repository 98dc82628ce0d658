import { inspectionChart } from './report-charts.ts';
import { note, sectionHeading, table, text, texts, unless, when, type Chapter } from './report-parts.ts';

/** 1 */
export const overview: Chapter = {
  title: '项目概述',
  content: [
    ...texts('项目概述段落'),
    ...when('有项目团队', table('项目团队', '项目团队', [
      { heading: '序号', width: 16, text: '{序号}' }, { heading: '姓名', width: 36, text: '{姓名}' }, { heading: '职责', width: 46, text: '{职责}' }, { heading: '单位', width: 58, text: '{单位}' },
    ])),
  ],
};

/** The figures of the period with how each is counted. */
export const summaryTable = table('主要数字', '数字摘要', [
  { heading: '序号', width: 12, text: '{序号}' }, { heading: '指标', width: 44, text: '{指标}', prose: true }, { heading: '数值', width: 20, text: '{数值}' },
  { heading: '单位', width: 16, text: '{单位}' }, { heading: '口径说明', width: 64, text: '{说明}', prose: true },
]);

/** 3 */
export const inspections: Chapter = {
  title: '日常巡检',
  content: [
    text('{巡检小结}'),
    ...texts('日常巡检说明段落'),
    ...table('巡检情况按月统计', '巡检按月', [
      { heading: '月份', width: 26, text: '{月份}' }, { heading: '应检天数', width: 17, text: '{应检天数}' }, { heading: '已检天数', width: 17, text: '{已检天数}' }, { heading: '覆盖率', width: 18, text: '{覆盖率}' },
      { heading: '巡检份数', width: 17, text: '{巡检份数}' }, { heading: '巡检项次', width: 18, text: '{巡检项次}' }, { heading: '异常项', width: 15, text: '{异常项数}' }, { heading: '已处理', width: 14, text: '{已处理}' }, { heading: '未处理', width: 14, text: '{未处理}' },
    ], ['合计', '{巡检合计.应检天数}', '{巡检合计.已检天数}', '{巡检合计.覆盖率}', '{巡检合计.巡检份数}', '{巡检合计.巡检项次}', '{巡检合计.异常项数}', '{巡检合计.已处理}', '{巡检合计.未处理}']),
    ...inspectionChart,
    ...when('调休说明', [note('{调休说明}')]),
    ...when('漏检说明', [note('{漏检说明}')]),
    ...when('有巡检异常', [
      ...table('巡检异常分类', '巡检异常类别', [
        { heading: '序号', width: 20, text: '{序号}' }, { heading: '类别', width: 60, text: '{类别}' }, { heading: '项数', width: 38, text: '{项数}' }, { heading: '占比', width: 38, text: '{占比}' },
      ], undefined, true),
      ...table('巡检异常及处理', '巡检异常', [
        { heading: '序号', width: 9, text: '{序号}' }, { heading: '日期', width: 29, text: '{日期}' }, { heading: '巡检项目', width: 19, text: '{巡检类别}：{巡检项目}', prose: true }, { heading: '异常情况与处理', width: 45, text: '{异常情况}', prose: true },
        { heading: '处理单号', width: 25, text: '{处理单号}' }, { heading: '处理完成', width: 29, text: '{整改完成日期}{^整改完成日期}{状态}{/整改完成日期}' },
      ]),
    ]),
    ...unless('有巡检异常', [text('本期巡检未发现异常。')]),
  ],
};

/** 5 */
export const requests: Chapter = {
  title: '需求处理',
  content: [
    text('{需求小结}'),
    ...texts('需求处理说明段落'),
    ...when('有需求', table('用户需求清单', '需求清单', [
      { heading: '序号', width: 10, text: '{序号}' }, { heading: '编号', width: 27, text: '{编号}' }, { heading: '申请日期', width: 29, text: '{申请日期}' }, { heading: '需求名称', width: 34, text: '{需求名称}', prose: true },
      { heading: '申请部门', width: 22, text: '{申请部门}' }, { heading: '人日', width: 11, text: '{人日}' }, { heading: '收费', width: 11, text: '{是否收费}' }, { heading: '状态', width: 14, text: '{需求状态}' },
    ], ['', '', '', '合计 {需求.件数} 件', '免费人日', '{需求.本期人日}', '', ''])),
  ],
};

/** 6 */
export const incidents: Chapter = {
  title: '故障与应急',
  content: [
    text('{故障小结}'),
    ...texts('故障与应急说明段落'),
    sectionHeading(1, '服务级别'),
    text('合同约定乙方责任故障应答不超过 {服务级别.应答时限}、恢复不超过 {服务级别.恢复时限}。{服务级别.考核口径}。'),
    ...table('服务级别执行情况', '服务级别', [
      { heading: '故障次数', width: 26, text: '{故障次数}' }, { heading: '考核次数', width: 26, text: '{考核次数}' }, { heading: '应答达标', width: 26, text: '{应答达标次数}' }, { heading: '应答达标率', width: 26, text: '{应答达标率}' },
      { heading: '恢复达标', width: 26, text: '{恢复达标次数}' }, { heading: '恢复达标率', width: 26, text: '{恢复达标率}' },
    ]),
    sectionHeading(2, '故障处理'),
    ...when('有故障', table('故障清单', '故障清单', [
      { heading: '序号', width: 9, text: '{序号}' }, { heading: '编号及报障时间', width: 28, text: '{编号} {报障时间}' }, { heading: '级别', width: 10, text: '{级别}' }, { heading: '故障现象', width: 26, text: '{故障现象}', prose: true },
      { heading: '原因', width: 26, text: '{原因}', prose: true }, { heading: '处理措施', width: 26, text: '{处理措施}', prose: true }, { heading: '应答用时', width: 15, text: '{应答用时}' }, { heading: '恢复用时', width: 16, text: '{恢复用时}' },
    ])),
    ...when('有故障', table('故障恢复与说明', '故障清单', [
      { heading: '序号', width: 9, text: '{序号}' }, { heading: '编号', width: 30, text: '{编号}' }, { heading: '乙方责任', width: 18, text: '{乙方责任}' }, { heading: '应答达标', width: 18, text: '{应答达标}' },
      { heading: '恢复达标', width: 18, text: '{恢复达标}' }, { heading: '状态', width: 18, text: '{状态}' }, { heading: '超时说明', width: 45, text: '{超时说明}', prose: true },
    ])),
    ...unless('有故障', [text('本期未发生故障。')]),
    sectionHeading(3, '应急演练'),
    ...when('有演练', table('应急演练', '演练清单', [
      { heading: '序号', width: 12, text: '{序号}' }, { heading: '编号', width: 28, text: '{编号}' }, { heading: '日期', width: 29, text: '{日期}' }, { heading: '演练内容', width: 44, text: '{演练内容}', prose: true }, { heading: '结论', width: 44, text: '{结论}', prose: true },
    ])),
    ...unless('有演练', [text('本期未组织应急演练。')]),
  ],
};

/** 7 */
export const assurance: Chapter = {
  title: '备份与安全',
  content: [
    text('{备份小结}'),
    ...texts('备份与安全说明段落'),
    ...when('有备份', table('备份任务执行情况', '备份表', [
      { heading: '序号', width: 12, text: '{序号}' }, { heading: '备份任务', width: 38, text: '{备份任务}', prose: true }, { heading: '次数', width: 14, text: '{次数}' }, { heading: '成功', width: 14, text: '{成功}' },
      { heading: '失败', width: 14, text: '{失败}' }, { heading: '成功率', width: 18, text: '{成功率}' }, { heading: '恢复测试', width: 27, text: '{恢复测试}' }, { heading: '数据量', width: 25, text: '{数据量}' },
    ])),
    ...when('有变更', [
      ...table('变更统计', '变更统计', [{ heading: '序号', width: 20, text: '{序号}' }, { heading: '变更类别', width: 66, text: '{类别}' }, { heading: '次数', width: 35, text: '{次数}' }, { heading: '成功', width: 35, text: '{成功}' }], undefined, true),
      ...table('变更清单', '变更清单', [
        { heading: '序号', width: 10, text: '{序号}' }, { heading: '日期', width: 29, text: '{日期}' }, { heading: '类别', width: 16, text: '{类别}' }, { heading: '变更名称', width: 34, text: '{名称}', prose: true },
        { heading: '实施前', width: 28, text: '{实施前}', prose: true }, { heading: '实施后', width: 28, text: '{实施后}', prose: true }, { heading: '结果', width: 13, text: '{结果}' },
      ]),
    ]),
    ...unless('有变更', [text('本期没有补丁、加固、调优等变更。')]),
  ],
};
