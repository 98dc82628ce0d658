import { dateOf } from '../dates.ts';
import type { RecordOf } from '../records/record.ts';
import { isBy, settledOn } from './closing.ts';
import type { Figure, FigureInput } from './figure.ts';
import { indexOf, recordsIn } from './record-index.ts';
import { counted, idsOf, rate } from './tally.ts';

const chapter = '投诉与接诉即办';
const source = '接诉即办工作机制与考评（服务质量考核条款）；接诉即办处理记录单';

type Complaint = RecordOf<'complaint'>;

export function respondedIn(input: FigureInput): Complaint[] {
  return recordsIn(input, 'complaint').filter((record) => record.body.respondedAt !== undefined && isBy(dateOf(record.body.respondedAt), input.asOf));
}

export function resolvedIn(input: FigureInput): Complaint[] {
  const index = indexOf(input);
  return recordsIn(input, 'complaint').filter((record) => isBy(settledOn(record, index), input.asOf));
}

/** Complaints whose appellant said whether he is satisfied. */
function ratedIn(input: FigureInput): Complaint[] {
  return recordsIn(input, 'complaint').filter((record) =>
    (record.body.satisfied === '满意' || record.body.satisfied === '不满意')
    && isBy(record.body.followUpOn ?? dateOf(record.body.closedAt ?? record.date), input.asOf));
}

export const complaintRatesFormula = '响应率 = 已响应件数 ÷ 受理件数；解决率 = 已解决件数 ÷ 受理件数；满意率 = 评价满意件数 ÷ 已评价件数';

export const complaintFigures: readonly Figure[] = [
  {
    id: 'complaint.count', chapter, label: '受理诉求', unit: '件', decimals: 0, source, additive: true,
    formula: '接诉日期在期间内的接诉即办处理记录单份数',
    compute: (input) => counted(recordsIn(input, 'complaint')),
  },
  {
    id: 'complaint.responded', chapter, label: '已响应诉求', unit: '件', decimals: 0, source, additive: false,
    formula: '截至统计日已填响应时间的诉求数',
    compute: (input) => counted(respondedIn(input)),
  },
  {
    id: 'complaint.responseRate', chapter, label: '诉求响应率', unit: '%', decimals: 2, source, additive: false,
    formula: '已响应诉求 ÷ 受理诉求 × 100%',
    compute: (input) => {
      const all = recordsIn(input, 'complaint');
      return rate(respondedIn(input).length, all.length, idsOf(all));
    },
  },
  {
    id: 'complaint.resolved', chapter, label: '已解决诉求', unit: '件', decimals: 0, source, additive: false,
    formula: '截至统计日“是否解决”为“是”并已办结的诉求数',
    compute: (input) => counted(resolvedIn(input)),
  },
  {
    id: 'complaint.resolutionRate', chapter, label: '诉求解决率', unit: '%', decimals: 2, source, additive: false,
    formula: '已解决诉求 ÷ 受理诉求 × 100%',
    compute: (input) => {
      const all = recordsIn(input, 'complaint');
      return rate(resolvedIn(input).length, all.length, idsOf(all));
    },
  },
  {
    id: 'complaint.satisfactionRate', chapter, label: '诉求满意率', unit: '%', decimals: 2, source, additive: false,
    formula: '评价“满意”的诉求 ÷ 已评价的诉求 × 100%',
    compute: (input) => {
      const rated = ratedIn(input);
      return rate(rated.filter((record) => record.body.satisfied === '满意').length, rated.length, idsOf(rated));
    },
  },
];
