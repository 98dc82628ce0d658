import { describe, expect, test } from 'vitest';
import { reportingPeriods } from '../../../shared/contract/periods.ts';
import type { RecordOf } from '../../../shared/records/record.ts';
import { checkReadiness } from '../../../shared/rules/check.ts';
import { almostWritten } from '../../../shared/rules/almost-written.ts';
import type { RuleInput } from '../../../shared/rules/finding.ts';
import type { RuleId } from '../../../shared/rules/rule-ids.ts';
import { brief, findingsOf } from '../../helpers/findings.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';

const profile = testProfile();

function found(rule: RuleId, input: Partial<RuleInput>) {
  return brief(checkReadiness({ profile, records: [], calendar: {}, today: '2024-09-05', ...input }).filter((finding) => finding.rule === rule));
}

describe('names', () => {
  const find = almostWritten(['示例市监督执法一张图系统运维服务项目', '示例市监督执法一张图系统运维项目', '示例科技发展有限公司']);

  test('a name with up to two characters wrong is found, in a sentence too', () => {
    expect(find('致示例科技有限公司：请派人。').map(({ written }) => written)).toEqual(['示例科技有限公司']);
    expect(find('示例科技发展有限公可的人').map(({ name, written }) => [name, written])).toEqual([['示例科技发展有限公司', '示例科技发展有限公可']]);
  });

  test('right names, other names of the contract, short forms and other organisations are not', () => {
    expect(['示例科技发展有限公司和示例市监督执法一张图系统运维项目', '监督执法一张图', '示例科技发展论坛的会务', '另一家有限公司', ''].flatMap(find)).toEqual([]);
  });

  test('records that write the project otherwise are named together, and so are titles of deliverables', () => {
    const written = profile.projectName.replace('运维', '维护');
    const records = [1, 2].map((sequence) => makeRecord('worklog', { description: `为${written}检查服务` }, { sequence }));
    expect(found('names-differ', { records })).toEqual([{ severity: 'error', recordIds: ['gz-20240805-01', 'gz-20240805-02'], message: `“${written}”应写作“${profile.projectName}”，出现在 GZ-20240805-01、GZ-20240805-02。` }]);
    const [deliverable] = profile.deliverables;
    if (deliverable === undefined) throw new Error('no deliverable');
    const titled = { ...profile, deliverables: [{ ...deliverable, title: `${written}日常巡检记录单` }] };
    expect(found('names-differ', { profile: titled }).map(({ message }) => message)).toEqual([`交付文件“${written}日常巡检记录单”的题名里“${written}”应写作“${profile.projectName}”。`]);
  });
});

describe('photos', () => {
  const record = makeRecord('inspection');
  const visit = makeRecord('visit', { place: undefined });
  const photos = (captions: readonly string[], of: { readonly id: string } = record) => new Map([[of.id, captions.map((caption, index) => ({ name: `照片${index + 1}.jpg`, caption }))]]);

  test('need words, and where only the caption can say it a place', () => {
    expect(found('photo-undescribed', { records: [record], photos: photos(['', '2024年8月5日 09:10 拍摄', '机柜告警灯']) }).map(({ message }) => message))
      .toEqual(['日常巡检记录单 XJ-20240805-01 的照片“照片1.jpg”、“照片2.jpg”没有说明。']);
    expect(found('photo-undescribed', { records: [visit], photos: photos(['会谈现场', '签到；地点：三层会议室'], visit) }).map(({ message }) => message))
      .toEqual([expect.stringContaining('照片“照片1.jpg”没有写明地点')]);
  });

  test('taken on another day than the record are asked about, those without a camera day are not', () => {
    expect(found('photo-date-differs', { records: [record], photos: photos(['2024年8月5日 09:10 拍摄，机柜', '机柜', '2024年7月30日 08:00 拍摄，机柜']) }).map(({ message }) => message))
      .toEqual(['日常巡检记录单 XJ-20240805-01 的日期是 2024年8月5日，照片“照片3.jpg”拍摄于 2024年7月30日。']);
  });
});

describe('papers on their way', () => {
  test('signed ones without a scan are errors after two weeks, printed ones warnings, together when many', () => {
    const paper = (state: 'made' | 'printed' | 'signed' | 'scanned', since: string) => ({ deliverable: 'worklog', scope: since, fileName: `${state}.docx`, state, since });
    expect(found('paper-incomplete', { papers: [paper('made', '2024-08-06'), paper('printed', '2024-08-06'), paper('signed', '2024-08-20'), paper('signed', '2024-08-25'), paper('scanned', '2024-08-06')] })).toEqual([
      { severity: 'error', recordIds: [], message: '“signed.docx”自 2024年8月20日 起已签字，还没有归入扫描件。' },
      { severity: 'warning', recordIds: [], message: '“printed.docx”自 2024年8月6日 起已打印，还没有签字。' },
    ]);
    const many = [1, 2, 3, 4, 5].map((day) => paper('signed', `2024-08-0${day}`));
    expect(found('paper-incomplete', { papers: many }).map(({ message }) => message)).toEqual(['5 份文件已签字，还没有归入扫描件，最早的自 2024年8月1日 起：“signed.docx”、“signed.docx”、“signed.docx”等。']);
  });
});

describe('quarters and the year', () => {
  const periods = reportingPeriods(profile);
  const works = periods.map(({ from }, index) => makeRecord('worklog', { date: from }, { sequence: index + 1 }));
  const row = (value: number, reason?: string) => ({ figure: 'work.count', label: '日常工作记录', value, reason });
  const reports = (first: ReturnType<typeof row>, year: ReturnType<typeof row>): RecordOf<'report'>[] => [
    ...periods.map((period, index) => makeRecord('report', { date: period.to, reportType: '季度', ordinal: index + 1, periodFrom: period.from, periodTo: period.to, figures: [index === 0 ? first : row(1)] }, { sequence: index + 1 })),
    makeRecord('report', { date: profile.service.to, reportType: '年度', periodFrom: profile.service.from, periodTo: profile.service.to, figures: [year] }, { sequence: 9 }),
  ];
  const sums = (first: ReturnType<typeof row>, year: ReturnType<typeof row>) => found('report-sum-differs', { records: [...works, ...reports(first, year)], today: '2025-08-20' });

  test('a number adjusted in one report and not in the other breaks the sum', () => {
    expect(sums(row(3, '含电话咨询'), row(4)).map(({ message, recordIds }) => [message, recordIds.length])).toEqual([[expect.stringContaining('有 1 个数字与各季度报告之和不符：日常工作记录各季度合计 6，年度写 4'), 2]]);
  });

  test('adjusted in both, or plainly wrong without a reason (another rule says so), it does not', () => {
    expect([sums(row(3, '含电话咨询'), row(6, '含电话咨询')), sums(row(3), row(4)), sums(row(1), row(4))]).toEqual([[], [], []]);
  });
});

describe('signatures and reports', () => {
  const [first] = reportingPeriods(profile);
  const report = makeRecord('report', { date: '2024-11-04', periodFrom: first?.from ?? '', periodTo: first?.to ?? '', submittedOn: '2024-11-04', reviewState: '评审中' });
  const signed = (confirmedOn: string, executedOn = '2024-08-05') => makeRecord('worklog', {}, { signOff: { executor: '林远航', executedOn, confirmer: '顾小满', confirmedOn } });

  test('work signed after the report went out is found; the customer has two weeks', () => {
    const late = (record: RecordOf<'worklog'>) => findingsOf('signed-after-report', [report, record], { today: '2025-01-20' }).map(({ recordIds }) => recordIds);
    expect([late(signed('2024-11-18')), late(signed('2024-11-19')), late(signed('2024-11-18', '2024-11-05'))]).toEqual([[], [['gz-20240805-01']], [['gz-20240805-01']]]);
  });
});

test('records of a kind that no enabled deliverable holds are named once', () => {
  const records = [makeRecord('worklog'), makeRecord('inspection')];
  expect(findingsOf('document-not-delivered', records).map(({ message }) => message)).toEqual(['1 份日常工作记录单不在任何启用的交付文件里，报告附件清单列了它们，案卷里却找不到：GZ-20240805-01。']);
});
