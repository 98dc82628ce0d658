import { recountFigures } from './recount-figures.ts';
import { of, round, share, type PlainYear, type Span } from './plain-records.ts';
import { itemHours, provenItems } from './recount-tables.ts';
import { monthsOf } from './work-days.ts';

/** A sentence of the running text, by how it begins, with the numbers that it must name, in order. */
export type Sentence = { readonly begins: string; readonly numbers: readonly number[] };

/** The numbers of a text; days and the promised clock are none. */
export function numbersIn(text: string): number[] {
  return (text.replaceAll(/\d{4}年\d{1,2}月(\d{1,2}日)?/g, '').match(/\d+(\.\d+)?/g) ?? []).map(Number);
}

export function chapterSentences(year: PlainYear, span: Span, asOf: string, thisPeriod: string): Sentence[] {
  const counted = recountFigures(year, span, asOf);
  const values = (chapter: string, ...ids: readonly string[]): number[] => ids.flatMap((id) => counted[`${chapter}.${id}`] ?? []);
  const one = (chapter: string, id: string): number => counted[`${chapter}.${id}`] ?? 0;
  const openItems = one('inspection', 'abnormal') - one('inspection', 'closed');
  const work = of(year, 'worklog', span);
  const mostUsed = Math.max(0, ...[...Map.groupBy(work, ({ body }) => body.channel).values()].map((group) => group.length));
  const openWork = one('work', 'count') - one('work', 'finished');
  return [
    { begins: `${thisPeriod}应巡检`, numbers: [...values('inspection', 'due', 'done', 'coverage', 'count', 'items'), ...(one('inspection', 'abnormal') === 0 ? [] : values('inspection', 'abnormal')), ...(openItems === 0 ? [] : [one('inspection', 'closed'), openItems])] },
    { begins: `${thisPeriod}完成日常工作记录`, numbers: [...values('work', 'count', 'hours'), ...values('effort', 'hours', 'personMonths'), share(mostUsed, work.length) ?? 0, ...(openWork === 0 ? [] : [openWork])] },
    { begins: `${thisPeriod}收到用户需求申请`, numbers: [...values('request', 'count', 'accepted', 'released', 'personDays', 'personDaysUsed'), year.contract.changeQuota.personDays, ...values('request', 'personDaysLeft')] },
    one('incident', 'count') === 0
      ? { begins: `${thisPeriod}未发生故障`, numbers: one('incident', 'drills') === 0 ? [] : values('incident', 'drills') }
      : { begins: `${thisPeriod}发生故障与应急事件`, numbers: [...values('incident', 'count', 'settled'), ...(one('incident', 'measured') === 0 ? [] : values('incident', 'measured', 'answerRate', 'restoreRate')), ...(one('incident', 'drills') === 0 ? [] : values('incident', 'drills'))] },
    { begins: `${thisPeriod}执行备份`, numbers: [...values('backup', 'count', 'succeeded', 'rate', 'restoreTests'), ...values('change', 'patches', 'hardening', 'tuning', 'configuration')] },
    { begins: `${thisPeriod}${one('training', 'count') === 0 ? '没有组织培训' : '组织培训'}`, numbers: [...(one('training', 'count') === 0 ? [] : values('training', 'count', 'attendees', 'hours')), ...(one('visit', 'count') === 0 ? [] : values('visit', 'count'))] },
    { begins: `${thisPeriod}${one('survey', 'count') === 0 ? '没有收回' : '收回满意度调查表'}`, numbers: one('survey', 'count') === 0 ? [] : values('survey', 'count', 'averageScore', 'satisfactionRate') },
    { begins: `${thisPeriod}${one('complaint', 'count') === 0 ? '未收到诉求' : '受理诉求'}`, numbers: one('complaint', 'count') === 0 ? [] : values('complaint', 'count', 'responseRate', 'resolutionRate', 'satisfactionRate') },
  ];
}

/** What became more or less since the quarter before; nothing is said in the first. */
export function comparisonSentences(year: PlainYear, quarters: readonly Span[], span: Span, asOf: string): Sentence[] {
  const before = quarters.findLast(({ from }) => from < span.from);
  if (before === undefined) return [];
  const [now, then] = [recountFigures(year, span, asOf), recountFigures(year, before, asOf)];
  const numbers = ['work.count', 'effort.hours', 'inspection.abnormal', 'request.count', 'incident.count'].flatMap((id) => {
    const [value, earlier] = [now[id] ?? 0, then[id] ?? 0];
    const moved = round(Math.abs(value - earlier), 1);
    return moved === 0 ? [value] : [value, moved, ...(earlier < 30 ? [] : [share(moved, earlier) ?? 0])];
  });
  return [{ begins: `与${['第一季度', '第二季度', '第三季度'][quarters.indexOf(before)] ?? ''}相比`, numbers }];
}

/** 工作综述 as the program drafts it. */
export function overviewNumbers(year: PlainYear, span: Span, asOf: string): number[] {
  const counted = recountFigures(year, span, asOf);
  return [
    'inspection.due', 'inspection.done', 'inspection.coverage', 'inspection.abnormal', 'inspection.closed', 'work.count', 'effort.hours', 'request.count', 'request.released', 'request.personDaysUsed',
    'incident.count', 'backup.count', 'training.count', 'visit.count', 'survey.count', 'complaint.count',
  ].flatMap((id) => counted[id] ?? []);
}

/** 履行情况 of the contract's duties in their order, as numbers. */
export function dutyNumbers(year: PlainYear, quarters: readonly Span[], asOf: string): number[][] {
  const { contract } = year;
  const counted = recountFigures(year, contract.service, asOf);
  const values = (...ids: readonly string[]): number[] => ids.flatMap((id) => counted[id] ?? []);
  const reports = year.records.filter(({ kind, status, body }) => kind === 'report' && status === 'final' && body.reportType === '季度');
  const lessons = of(year, 'training', contract.service).filter(({ body }) => body.trainingType?.includes('保密') === true).length;
  return [
    values('inspection.due', 'inspection.done', 'inspection.coverage'),
    [contract.serviceItems.length, provenItems(year, contract.service), ...values('effort.hours')],
    [quarters.length, reports.length, reports.filter(({ body }) => body.reviewState?.endsWith('通过') === true).length],
    counted['incident.measured'] === 0 ? [] : values('incident.measured', 'incident.answerRate', 'incident.restoreRate'),
    values('request.count', 'request.released', 'request.personDaysUsed'),
    counted['complaint.count'] === 0 ? [] : values('complaint.count', 'complaint.responseRate', 'complaint.resolutionRate'),
    values('backup.count', 'backup.rate', 'change.hardening', 'change.patches'),
    values('training.count', 'training.attendees', 'visit.count', 'survey.count', 'survey.satisfactionRate'),
    lessons === 0 ? [] : [lessons],
    [],
  ];
}

export type Drawn = { readonly caption: string; readonly categories: readonly string[]; readonly series: readonly { readonly name: string; readonly values: readonly number[] }[] };

function monthNames(months: readonly Span[]): string[] {
  return months.map(({ from }, index) => `${index === 0 || from.slice(5, 7) === '01' ? `${from.slice(2, 4)}年` : ''}${Number(from.slice(5, 7))}月`);
}

/** What the charts must be drawn from; one without any figure, or with a single bar, is not there. */
export function charts(year: PlainYear, span: Span, asOf: string, quarters: readonly Span[], isAnnual: boolean): Drawn[] {
  const months = monthsOf(span);
  const by = (spans: readonly Span[], id: string): number[] => spans.map((one) => recountFigures(year, one, asOf)[id] ?? 0);
  const items = itemHours(year, span);
  const compared = isAnnual ? quarters : quarters.filter(({ from }) => from <= span.from);
  const all = [
    { caption: isAnnual ? '各季度服务量对比' : '各期服务量对比', categories: ['第一季度', '第二季度', '第三季度', '第四季度'].slice(0, compared.length), series: [{ name: '投入工时（人时）', values: by(compared, 'effort.hours') }, { name: '工作记录（条）', values: by(compared, 'work.count') }] },
    { caption: '各月巡检情况', categories: monthNames(months), series: [{ name: '已巡检（天）', values: by(months, 'inspection.done') }, { name: '发现异常（项）', values: by(months, 'inspection.abnormal') }] },
    { caption: '各服务项投入工时（人时）', categories: items.names, series: [{ name: '投入工时（人时）', values: items.hours }] },
    { caption: '各月工作单工时（人时）', categories: monthNames(months), series: [{ name: '工作单工时（人时）', values: by(months, 'work.hours') }] },
  ];
  return all.filter(({ categories, series, caption }) => (categories.length > 1 || caption === '各服务项投入工时（人时）') && series.some(({ values }) => values.some((value) => value !== 0)));
}
