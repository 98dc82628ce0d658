import type { Document } from 'docx';
import { documentList, questionList, reviewPage } from './appendices.ts';
import { complaints, monthlyReview, plan, problems, surveys, trainings, workBreakdown } from './people-chapters.ts';
import { reportDocument } from './report-document.ts';
import { comparisonChart, itemChart } from './report-charts.ts';
import { note, sectionHeading, table, text, texts, when, type Chapter } from './report-parts.ts';
import { assurance, incidents, inspections, overview, requests, summaryTable } from './service-chapters.ts';

const review: Chapter = {
  title: '本期工作综述',
  content: [
    ...texts('工作综述段落'),
    ...when('有前期对比', [
      text('{对比小结}'),
      ...table('与前期对比', '前期对比', [
        { heading: '期间', width: 22, text: '{季度}' }, { heading: '覆盖率', width: 14, text: '{覆盖率}' }, { heading: '异常项', width: 13, text: '{异常项数}' }, { heading: '工作记录', width: 16, text: '{工作记录}' },
        { heading: '投入工时', width: 16, text: '{工时}' }, { heading: '需求', width: 10, text: '{需求}' }, { heading: '故障', width: 10, text: '{故障}' }, { heading: '恢复达标率', width: 20.5, text: '{恢复达标率}' },
        { heading: '备份成功率', width: 20.5, text: '{备份成功率}' }, { heading: '满意度', width: 14, text: '{满意度平均分}' }, { heading: '诉求', width: 10, text: '{投诉}' },
      ], undefined, true),
    ]),
    ...comparisonChart,
    ...summaryTable,
  ],
};

const work: Chapter = {
  title: '日常工作',
  content: [
    text('{工作小结}'),
    ...texts('日常工作说明段落'),
    sectionHeading(1, '服务项完成情况'),
    ...table('服务项完成情况', '服务项表', [
      { heading: '序号', width: 12, text: '{序号}' }, { heading: '服务项', width: 66, text: '{服务项}', prose: true }, { heading: '合同数量', width: 20, text: '{合同人月}' },
      { heading: '记录条数', width: 18, text: '{记录条数}' }, { heading: '投入工时', width: 20, text: '{投入工时}' }, { heading: '折合人月', width: 20, text: '{折合人月}' },
    ], ['', '合计', '{服务项合计.合同人月}', '{服务项合计.记录条数}', '{服务项合计.投入工时}', '{服务项合计.折合人月}']),
    note('{人月口径}'),
    ...itemChart,
    ...workBreakdown,
  ],
};

/** 季度 (and monthly) 服务工作总结报告. */
export function quarterlyReport(): Document {
  return reportDocument(
    '季度服务工作总结报告',
    [overview, review, inspections, work, requests, incidents, assurance, trainings, surveys, complaints, monthlyReview, problems, plan('下一阶段工作计划')],
    [{ title: '单据清单' }, { title: '报告签收与评审意见' }, { title: '质疑与答复', condition: '有质疑答复' }],
    [...documentList(1), ...reviewPage(2), ...questionList(3)],
  );
}
