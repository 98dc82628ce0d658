import type { Document } from 'docx';
import { documentList, questionList, reviewPage } from './appendices.ts';
import { complaints, monthlyReview, plan, problems, surveys, trainings, workBreakdown } from './people-chapters.ts';
import { reportDocument } from './report-document.ts';
import { itemChart, quarterChart } from './report-charts.ts';
import { note, sectionHeading, table, text, texts, type Chapter } from './report-parts.ts';
import { assurance, incidents, inspections, overview, requests, summaryTable } from './service-chapters.ts';

const review: Chapter = {
  title: '年度工作综述',
  content: [
    ...texts('工作综述段落'),
    sectionHeading(1, '全年主要数字'),
    ...summaryTable,
    sectionHeading(2, '各季度对比'),
    ...quarterChart,
    ...table('各季度巡检对比', '四季对比', [
      { heading: '季度', width: 24, text: '{季度}' }, { heading: '起止日期', width: 66, text: '{起止}' }, { heading: '应检天数', width: 17, text: '{应检天数}' },
      { heading: '已检天数', width: 17, text: '{已检天数}' }, { heading: '覆盖率', width: 17, text: '{覆盖率}' }, { heading: '异常项', width: 15, text: '{异常项数}' },
    ], undefined, true),
    ...table('各季度服务量对比', '四季对比', [
      { heading: '季度', width: 26, text: '{季度}' }, { heading: '工作记录', width: 20, text: '{工作记录}' }, { heading: '投入工时', width: 20, text: '{工时}' }, { heading: '需求', width: 15, text: '{需求}' },
      { heading: '人日', width: 15, text: '{人日}' }, { heading: '变更', width: 15, text: '{变更}' }, { heading: '培训', width: 15, text: '{培训}' }, { heading: '走访', width: 15, text: '{走访}' }, { heading: '诉求', width: 15, text: '{投诉}' },
    ], undefined, true),
    ...table('各季度服务质量对比', '四季对比', [
      { heading: '季度', width: 24, text: '{季度}' }, { heading: '故障', width: 14, text: '{故障}' }, { heading: '应答达标率', width: 24, text: '{应答达标率}' }, { heading: '恢复达标率', width: 24, text: '{恢复达标率}' },
      { heading: '备份成功率', width: 24, text: '{备份成功率}' }, { heading: '满意度平均分', width: 24, text: '{满意度平均分}' }, { heading: '满意率', width: 22, text: '{满意率}' },
    ], undefined, true),
  ],
};

const work: Chapter = {
  title: '日常工作与服务项完成情况',
  content: [
    text('{工作小结}'),
    ...texts('日常工作说明段落'),
    sectionHeading(1, '合同服务项逐项完成情况'),
    ...table('合同服务项逐项完成情况', '服务项表', [
      { heading: '序号', width: 11, text: '{序号}' }, { heading: '服务项', width: 33, text: '{服务项}', prose: true }, { heading: '合同人月', width: 16.5, text: '{合同人月}' }, { heading: '记录条数', width: 16.5, text: '{记录条数}' },
      { heading: '投入工时', width: 16.5, text: '{投入工时}' }, { heading: '折合人月', width: 16.5, text: '{折合人月}' }, { heading: '佐证单据', width: 46, text: '{佐证单据}{#说明}（{说明}）{/说明}', prose: true },
    ], ['', '合计', '{服务项合计.合同人月}', '{服务项合计.记录条数}', '{服务项合计.投入工时}', '{服务项合计.折合人月}', '']),
    note('{人月口径}'),
    ...itemChart,
    ...workBreakdown,
  ],
};

const duties: Chapter = {
  title: '合同义务履行情况',
  content: table('合同义务履行对照表', '合同义务', [
    { heading: '序号', width: 9, text: '{序号}' }, { heading: '合同义务', width: 29, text: '{义务}', prose: true }, { heading: '合同条款', width: 37, text: '{条款}', prose: true },
    { heading: '履行情况', width: 35, text: '{履行情况}', prose: true }, { heading: '佐证', width: 31, text: '{佐证}', prose: true }, { heading: '结论', width: 15, text: '{结论}' },
  ]),
};

const deliverables: Chapter = {
  title: '交付文档',
  content: table('交付文档清单', '交付文档', [
    { heading: '序号', width: 12, text: '{序号}' }, { heading: '文档名称', width: 68, text: '{名称}', prose: true }, { heading: '载体', width: 22, text: '{载体}' },
    { heading: '份数', width: 13, text: '{份数}' }, { heading: '单据数', width: 15, text: '{单据数}' }, { heading: '说明', width: 26, text: '{说明}', prose: true },
  ]),
};

/** 年度服务工作总结报告: the chapters of a quarter for the whole year, with the quarters compared and the contract answered point by point. */
export function annualReport(): Document {
  return reportDocument(
    '年度服务工作总结报告',
    [overview, review, inspections, work, requests, incidents, assurance, trainings, surveys, complaints, monthlyReview, duties, problems, plan('后续工作建议'), deliverables],
    [{ title: '单据清单' }, { title: '报告签收与评审意见' }, { title: '质疑与答复', condition: '有质疑答复' }],
    [...documentList(1), ...reviewPage(2), ...questionList(3)],
  );
}
