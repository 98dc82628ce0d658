import type { RecordOf } from '../records/record.ts';
import type { Figure } from './figure.ts';
import { recordsIn } from './record-index.ts';
import { averaged, counted, idsOf, rate, summed } from './tally.ts';

const trainingSource = '培训服务（服务项清单）；培训记录单';
const visitSource = '定期走访调查（服务项清单）；走访记录单';
const surveySource = '满意度调查表';

type Survey = RecordOf<'survey'>;

/** A survey's score out of 100, whatever its criteria add up to; not rounded. */
export function scoreOutOf100(record: Survey): number {
  const full = record.body.scores.reduce((sum, row) => sum + row.fullScore, 0);
  return full === 0 ? 0 : (record.body.scores.reduce((sum, row) => sum + row.score, 0) / full) * 100;
}

/** 满意率 counts 非常满意 and 满意. */
export function isSatisfied(record: Survey): boolean {
  return record.body.overall === '非常满意' || record.body.overall === '满意';
}

export const averageScoreFormula = '各份调查表（得分合计 ÷ 满分合计 × 100）之和 ÷ 调查表份数';
export const satisfactionFormula = '（“非常满意”份数 + “满意”份数）÷ 调查表份数 × 100%';

export const peopleFigures: readonly Figure[] = [
  {
    id: 'training.count', chapter: '培训与走访', label: '培训场次', unit: '场', decimals: 0, source: trainingSource, additive: true,
    formula: '期间内培训记录单份数',
    compute: (input) => counted(recordsIn(input, 'training')),
  },
  {
    id: 'training.attendees', chapter: '培训与走访', label: '参训人次', unit: '人次', decimals: 0, source: trainingSource, additive: true,
    formula: '各场培训签到人数之和',
    compute: (input) => summed(recordsIn(input, 'training'), (record) => record.body.attendees.length, 0),
  },
  {
    id: 'training.hours', chapter: '培训与走访', label: '培训课时', unit: '课时', decimals: 1, source: trainingSource, additive: true,
    formula: '各场培训课时之和',
    compute: (input) => summed(recordsIn(input, 'training'), (record) => record.body.hours, 1),
  },
  {
    id: 'visit.count', chapter: '培训与走访', label: '走访次数', unit: '次', decimals: 0, source: visitSource, additive: true,
    formula: '期间内走访记录单份数',
    compute: (input) => counted(recordsIn(input, 'visit')),
  },
  {
    id: 'survey.count', chapter: '满意度', label: '满意度调查表', unit: '份', decimals: 0, source: surveySource, additive: true,
    formula: '期间内收回的满意度调查表份数',
    compute: (input) => counted(recordsIn(input, 'survey')),
  },
  {
    id: 'survey.averageScore', chapter: '满意度', label: '满意度平均分', unit: '分', decimals: 2, source: surveySource, additive: false,
    formula: averageScoreFormula,
    compute: (input) => averaged(recordsIn(input, 'survey'), scoreOutOf100, 2),
  },
  {
    id: 'survey.satisfactionRate', chapter: '满意度', label: '满意率', unit: '%', decimals: 2, source: surveySource, additive: false,
    formula: satisfactionFormula,
    compute: (input) => {
      const all = recordsIn(input, 'survey');
      return rate(all.filter(isSatisfied).length, all.length, idsOf(all));
    },
  },
];
