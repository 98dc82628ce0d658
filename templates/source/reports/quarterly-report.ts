import type { Document } from 'docx';
import { documentList, reviewPage } from './appendices.ts';
import { complaints, monthlyReview, plan, problems, surveys, trainings, workBreakdown } from './people-chapters.ts';
import { reportDocument } from './report-document.ts';
import { itemChart } from './report-charts.ts';
import { note, sectionHeading, table, text, texts, type Chapter } from './report-parts.ts';
import { assurance, incidents, inspections, overview, requests, summaryTable } from './service-chapters.ts';

const review: Chapter = { title: '本期工作综述', content: [...texts('工作综述段落'), ...summaryTable] };

const work: Chapter = {
  title: '日常工作',
  content: [
    text('{工作小结}'),
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
    ['单据清单', '报告签收与评审意见'],
    [...documentList(1), ...reviewPage(2)],
  );
}
