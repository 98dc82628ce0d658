import { abnormalOf, effortOf, minutes, settledOn } from './recount-closing.ts';
import { freeDays, knownDays, promisesOf, recountFigures, scoreOf, type Counted } from './recount-figures.ts';
import { of, round, share, sum, type PlainRecord, type PlainYear, type Span } from './plain-records.ts';
import { monthsOf } from './work-days.ts';

/** A table of a report: its columns that hold figures or name what they are about, and its rows as they must be printed. */
export type Table = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** The same as it stands on paper: in a column of numbers all have as many decimals as the one with most. */
export function onPaper({ columns, rows }: Table): Table {
  const numberAt = (cell: string): { readonly digits: string; readonly unit: string } | undefined => {
    const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)(%| GB)?$/.exec(cell) ?? [];
    return digits === undefined ? undefined : { digits, unit };
  };
  const decimals = columns.map((_, column) => {
    const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '' && cell !== '—');
    return cells.every((cell) => numberAt(cell) !== undefined) ? Math.max(0, ...cells.map((cell) => numberAt(cell)?.digits.split('.')[1]?.length ?? 0)) : 0;
  });
  return { columns, rows: rows.map((row) => row.map((cell, column) => {
    const number = decimals[column] === 0 ? undefined : numberAt(cell);
    return number === undefined ? cell : `${Number(number.digits).toFixed(decimals[column])}${number.unit}`;
  })) };
}

export function shown(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : String(value);
}

export function percent(value: number | null | undefined): string {
  return value === null || value === undefined ? '—' : `${value}%`;
}

export function chineseDay(date: string): string {
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

function chineseMonth({ from }: Span): string {
  return `${from.slice(0, 4)}年${Number(from.slice(5, 7))}月`;
}

function spent(value: number | undefined): string {
  if (value === undefined) return '—';
  const [hours, rest] = [Math.floor(value / 60), value % 60];
  return `${hours === 0 ? '' : `${hours}小时`}${rest === 0 && hours > 0 ? '' : `${rest}分钟`}`;
}

/** Names by how often they occur, most frequent first. */
function groups<T>(things: readonly T[], nameOf: (thing: T) => string): [string, T[]][] {
  return [...Map.groupBy(things, nameOf)].toSorted((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
}

const titles: Readonly<Record<string, string>> = {
  inspection: '日常巡检记录单', worklog: '日常工作记录单', request: '用户需求申请单', survey: '满意度调查表', incident: '故障处理记录单', complaint: '接诉即办处理记录单',
  training: '培训记录单', visit: '走访记录单', 'backup-run': '备份记录单', change: '变更实施记录单', report: '服务工作总结报告',
};
const kinds = Object.keys(titles);
const quarterNames = ['第一季度', '第二季度', '第三季度', '第四季度', '全年'];

function reportsOf(year: PlainYear, span: Span): PlainRecord[] {
  return year.records.filter(({ kind, status, body }) => kind === 'report' && status === 'final' && (body.periodFrom ?? '') >= span.from && (body.periodTo ?? '9999') <= span.to);
}

/** The records that prove each service item: by the item they name, else by their kind. */
function proofs(year: PlainYear, span: Span): { readonly name: string; readonly no: number; readonly quantity: number; readonly records: PlainRecord[]; readonly hours: number }[] {
  const { links } = year;
  const { serviceItems } = year.contract;
  const all = [...kinds.filter((kind) => kind !== 'report').flatMap((kind) => of(year, kind, span)), ...reportsOf(year, span)];
  const proven = (record: PlainRecord): number[] => (record.body.serviceItem === undefined ? serviceItems.filter(({ evidence }) => evidence.includes(record.kind)).map(({ no }) => no) : [record.body.serviceItem]);
  return serviceItems.map(({ no, name, quantity }) => ({
    no, name, quantity,
    records: all.filter((record) => proven(record).includes(no)),
    hours: round(sum(all.filter((record) => proven(record)[0] === no), (record) => effortOf(record, links)), 1),
  }));
}

/** The last column of the quarterly table is not there: what proves an item is told in the annual report only. */
export function itemTable(year: PlainYear, span: Span, isAnnual: boolean): Table {
  const rows = proofs(year, span);
  const hours = round(sum(rows, (row) => row.hours), 1);
  const months = (worked: number): string => shown(round(worked / 174, 2));
  return {
    columns: ['序号', '服务项', isAnnual ? '合同人月' : '合同数量', '记录条数', '投入工时', '折合人月'],
    rows: [
      ...rows.map((row) => [String(row.no), row.name, shown(row.quantity), String(row.records.length), shown(row.hours), months(row.hours)]),
      ['', '合计', shown(round(sum(rows, ({ quantity }) => quantity), 2)), String(new Set(rows.flatMap(({ records }) => records.map(({ id }) => id))).size), shown(hours), months(hours)],
    ],
  };
}

export function itemHours(year: PlainYear, span: Span): { readonly names: string[]; readonly hours: number[] } {
  const rows = proofs(year, span);
  return { names: rows.map(({ name }) => name), hours: rows.map(({ hours }) => hours) };
}

export function provenItems(year: PlainYear, span: Span): number {
  return proofs(year, span).filter(({ records }) => records.length > 0).length;
}

export function provenKinds(year: PlainYear, span: Span): Table {
  const rows = proofs(year, span).map(({ no, records }) => {
    const byKind = kinds.flatMap((kind) => {
      const count = records.filter((record) => record.kind === kind).length;
      return count === 0 ? [] : [{ text: `${titles[kind]} ${count} 份`, count }];
    }).toSorted((a, b) => b.count - a.count);
    return [String(no), byKind.length === 0 ? '—（期间内无记录）' : byKind.map(({ text }) => text).join('、')];
  });
  return { columns: ['序号', '佐证单据'], rows: [...rows, ['', '']] };
}

function inspectionRow(counted: Counted): string[] {
  const count = (id: string): string => shown(counted[`inspection.${id}`]);
  return [count('due'), count('done'), percent(counted['inspection.coverage']), count('count'), count('items'), count('abnormal'), count('closed'), String((counted['inspection.abnormal'] ?? 0) - (counted['inspection.closed'] ?? 0))];
}

export function inspectionTables(year: PlainYear, span: Span, asOf: string): Table[] {
  const abnormal = abnormalOf(of(year, 'inspection', span), year.links);
  return [
    {
      columns: ['月份', '应检天数', '已检天数', '覆盖率', '巡检份数', '巡检项次', '异常项', '已处理', '未处理'],
      rows: [
        ...monthsOf(span).map((month) => [chineseMonth(month), ...inspectionRow(recountFigures(year, month, asOf))]),
        ['合计', ...inspectionRow(recountFigures(year, span, asOf))],
      ],
    },
    { columns: ['类别', '项数', '占比'], rows: groups(abnormal, ({ category }) => category).map(([name, members]) => [name, String(members.length), percent(share(members.length, abnormal.length))]) },
    {
      columns: ['日期', '巡检项目', '处理单号', '处理完成'],
      rows: abnormal.map(({ record, category, item, handledBy, closedOn }) => [
        chineseDay(record.date), `${category}：${item}`, handledBy ?? '—', closedOn !== undefined && closedOn <= asOf ? chineseDay(closedOn) : '—',
      ]),
    },
  ];
}

export function workTables(year: PlainYear, span: Span, asOf: string): Table[] {
  const work = of(year, 'worklog', span);
  const shares = (name: string, nameOf: (record: PlainRecord) => string): Table => ({
    columns: [name, '条数', '占比', '工作单工时'],
    rows: groups(work, nameOf).map(([one, members]) => [one, String(members.length), percent(share(members.length, work.length)), shown(round(sum(members, ({ body }) => body.hours ?? 0), 1))]),
  });
  const monthRow = (name: string, month: Span): string[] => {
    const counted = recountFigures(year, month, asOf);
    return [
      name, ...['work.count', 'work.hours', 'request.count', 'incident.count', 'backup.count'].map((id) => shown(counted[id])), String(of(year, 'change', month).length),
      ...['training.count', 'visit.count', 'complaint.count'].map((id) => shown(counted[id])),
    ];
  };
  const { links } = year;
  const open = work.filter((record) => (settledOn(record, links) ?? '9999') > asOf);
  return [
    shares('渠道', ({ body }) => body.channel ?? ''),
    shares('姓名', ({ body }) => body.staff ?? ''),
    { columns: ['月份', '工作记录', '工作单工时', '需求', '故障', '备份', '变更', '培训', '走访', '诉求'], rows: [...monthsOf(span).map((month) => monthRow(chineseMonth(month), month)), monthRow('合计', span)] },
    { columns: ['编号', '日期', '工作描述'], rows: open.map(({ number, date, body }) => [number, chineseDay(date), body.description ?? '']) },
  ];
}

export function serviceTables(year: PlainYear, span: Span, asOf: string): Table[] {
  const counted = recountFigures(year, span, asOf);
  const faults = of(year, 'incident', span).filter(({ body }) => body.category !== '演练');
  const promised = new Map(promisesOf(year, faults).map((one) => [one.fault.id, one]));
  const kept = (isKept: boolean | undefined): string => (isKept === undefined ? '—' : isKept ? '是' : '否');
  const isDeclined = ({ body }: PlainRecord): boolean => body.decision === '不同意' || body.decision === '暂缓';
  const requests = of(year, 'request', span);
  const backups = of(year, 'backup-run', span);
  const changes = of(year, 'change', span);
  const count = (things: readonly PlainRecord[], field: 'result' | 'restoreTest', value: string): number => things.filter(({ body }) => body[field] === value).length;
  return [
    {
      columns: ['编号', '申请日期', '需求名称', '人日', '收费'],
      rows: requests.length === 0 ? [] : [
        ...requests.map((record) => [record.number, chineseDay(record.date), record.body.name ?? '', isDeclined(record) ? '—' : shown(round(knownDays(record.body, asOf), 2)), record.body.charge ?? '']),
        ['', '', `合计 ${requests.length} 件`, shown(round(sum(requests, (record) => freeDays(record, asOf)), 2)), ''],
      ],
    },
    {
      columns: ['故障次数', '考核次数', '应答达标', '应答达标率', '恢复达标', '恢复达标率'],
      rows: [[...['count', 'measured', 'answeredInTime'].map((id) => shown(counted[`incident.${id}`])), percent(counted['incident.answerRate']), shown(counted['incident.restoredInTime']), percent(counted['incident.restoreRate'])]],
    },
    { columns: ['编号及报障时间', '应答用时', '恢复用时'], rows: faults.map(({ number, body }) => [`${number} ${minuteText(body.reportedAt ?? '')}`, spent(minutes(body.reportedAt, body.answeredAt)), spent(minutes(body.reportedAt, body.restoredAt))]) },
    { columns: ['编号', '乙方责任', '应答达标', '恢复达标'], rows: faults.map(({ id, number, body }) => [number, body.vendorFault === true ? '是' : '否', kept(promised.get(id)?.isAnswered), kept(promised.get(id)?.isRestored)]) },
    { columns: ['编号', '日期', '演练内容'], rows: of(year, 'incident', span).filter(({ body }) => body.category === '演练').map(({ number, date, body }) => [number, chineseDay(date), body.symptom ?? '']) },
    {
      columns: ['备份任务', '次数', '成功', '失败', '成功率', '恢复测试', '数据量'],
      rows: [...Map.groupBy(backups, ({ body }) => body.task ?? '')].map(([task, runs]) => {
        const tests = count(runs, 'restoreTest', '成功') + count(runs, 'restoreTest', '失败');
        const good = count(runs, 'result', '成功');
        return [task, String(runs.length), String(good), String(runs.length - good), percent(share(good, runs.length)), tests === 0 ? '未安排' : `${tests} 次，成功 ${count(runs, 'restoreTest', '成功')} 次`, `${round(sum(runs, ({ body }) => body.sizeGb ?? 0), 2)} GB`];
      }),
    },
    {
      columns: ['变更类别', '次数', '成功'],
      rows: changes.length === 0 ? [] : ['软件补丁', '安全加固', '性能调优', '配置变更'].map((category) => {
        const own = changes.filter(({ body }) => body.category === category);
        return [category, String(own.length), String(count(own, 'result', '成功'))];
      }),
    },
    { columns: ['日期', '类别', '变更名称', '结果'], rows: changes.map(({ date, body }) => [chineseDay(date), body.category ?? '', body.name ?? '', body.result ?? '']) },
  ];
}

export function minuteText(moment: string): string {
  return `${chineseDay(moment)} ${moment.slice(11, 16)}`;
}

/** How the span's records of every kind are numbered; those that became void keep their number. */
export function documentTable(year: PlainYear, span: Span): Table {
  const rows = kinds.flatMap((kind) => {
    const own = year.records.filter((record) => record.kind === kind && record.status !== 'draft'
      && (kind === 'report' ? (record.body.periodFrom ?? '') >= span.from && (record.body.periodTo ?? '9999') <= span.to : record.date >= span.from && record.date <= span.to));
    const numbers = own.map(({ number }) => number);
    const isVoid = own.filter(({ status }) => status === 'void').length;
    return own.length === 0 ? [] : [[titles[kind] ?? '', numbers.length === 1 ? numbers[0] ?? '' : `${numbers[0]} 至 ${numbers.at(-1)}`, String(own.length - isVoid), String(isVoid)]];
  });
  return { columns: ['文种', '编号范围', '份数', '作废'], rows };
}

export function peopleTables(year: PlainYear, span: Span, asOf: string): Table[] {
  const counted = recountFigures(year, span, asOf);
  const surveys = of(year, 'survey', span);
  const appeals = of(year, 'complaint', span);
  const criteria = [...Map.groupBy(surveys.flatMap(({ body }) => body.scores ?? []), ({ criterion, fullScore }) => `${criterion} ${fullScore}`).values()];
  const level = (name: string): string => String(surveys.filter(({ body }) => body.overall === name).length);
  const types = [...new Set([...year.contract.complaintTypes, ...appeals.map(({ body }) => body.appealType ?? '')])];
  return [
    { columns: ['编号', '日期', '培训主题', '课时', '人数'], rows: of(year, 'training', span).map(({ number, date, body }) => [number, chineseDay(date), body.topic ?? '', shown(body.hours), String(body.attendees?.length ?? 0)]) },
    { columns: ['日期', '受访部门及受访人'], rows: of(year, 'visit', span).map(({ date, body }) => [chineseDay(date), `${body.hostUnit} ${body.hosts}`]) },
    { columns: ['日期', '被调查部门及人', '得分', '总体评价'], rows: surveys.map((survey) => [chineseDay(survey.date), `${survey.body.respondentUnit} ${survey.body.respondent}`, shown(round(scoreOf(survey), 2)), survey.body.overall ?? '']) },
    {
      columns: ['评价项目', '满分', '平均得分', '得分率'],
      rows: criteria.map((rows) => {
        const [full, average] = [rows[0]?.fullScore ?? 0, sum(rows, ({ score }) => score) / rows.length];
        return [rows[0]?.criterion ?? '', String(full), shown(round(average, 2)), percent(share(average, full))];
      }),
    },
    { columns: ['收回份数', '非常满意', '满意', '基本满意', '不满意', '平均分', '满意率'], rows: surveys.length === 0 ? [] : [[String(surveys.length), level('非常满意'), level('满意'), level('基本满意'), level('不满意'), shown(counted['survey.averageScore']), percent(counted['survey.satisfactionRate'])]] },
    { columns: ['诉求件数', '响应率', '解决率', '满意率'], rows: appeals.length === 0 ? [] : [[shown(counted['complaint.count']), ...['responseRate', 'resolutionRate', 'satisfactionRate'].map((id) => percent(counted[`complaint.${id}`]))]] },
    { columns: ['诉求类型', '件数', '占比'], rows: appeals.length === 0 ? [] : types.map((type) => {
      const own = appeals.filter(({ body }) => body.appealType === type).length;
      return [type, String(own), percent(share(own, appeals.length))];
    }) },
    { columns: ['接诉时间', '诉求内容', '解决', '满意'], rows: appeals.map(({ body }) => [minuteText(body.receivedAt ?? ''), body.content ?? '', body.resolved ?? '', body.satisfied ?? '—']) },
  ];
}

/** The quarters beside each other and the whole year below them, each quarter as known on the day of the annual report. */
export function quarterTables(year: PlainYear, quarters: readonly Span[], asOf: string): Table[] {
  const spans = [...quarters, year.contract.service];
  const rows = (cells: (counted: Counted, span: Span) => string[]): string[][] => spans.map((span, index) => [quarterNames[index] ?? '', ...cells(recountFigures(year, span, asOf), span)]);
  return [
    { columns: ['季度', '起止日期', '应检天数', '已检天数', '覆盖率', '异常项'], rows: rows((counted, { from, to }) => [`${chineseDay(from)}至${chineseDay(to)}`, shown(counted['inspection.due']), shown(counted['inspection.done']), percent(counted['inspection.coverage']), shown(counted['inspection.abnormal'])]) },
    { columns: ['季度', '工作记录', '投入工时', '需求', '人日', '变更', '培训', '走访', '诉求'], rows: rows((counted, span) => [...['work.count', 'effort.hours', 'request.count', 'request.personDays'].map((id) => shown(counted[id])), String(of(year, 'change', span).length), ...['training.count', 'visit.count', 'complaint.count'].map((id) => shown(counted[id]))]) },
    { columns: ['季度', '故障', '应答达标率', '恢复达标率', '备份成功率', '满意度平均分', '满意率'], rows: rows((counted) => [shown(counted['incident.count']), percent(counted['incident.answerRate']), percent(counted['incident.restoreRate']), percent(counted['backup.rate']), shown(counted['survey.averageScore']), percent(counted['survey.satisfactionRate'])]) },
  ];
}

/** A quarter beside those before it, and the sum since service began; nothing for the first. */
export function comparisonTable(year: PlainYear, quarters: readonly Span[], span: Span, asOf: string): Table {
  const own = quarters.filter(({ from }) => from <= span.from);
  const rows = [...own, { from: year.contract.service.from, to: span.to }].map((one, index) => {
    const counted = recountFigures(year, one, asOf);
    return [
      index === own.length ? '累计' : quarterNames[index] ?? '', percent(counted['inspection.coverage']), ...['inspection.abnormal', 'work.count', 'effort.hours', 'request.count', 'incident.count'].map((id) => shown(counted[id])),
      percent(counted['incident.restoreRate']), percent(counted['backup.rate']), shown(counted['survey.averageScore']), shown(counted['complaint.count']),
    ];
  });
  return { columns: ['期间', '覆盖率', '异常项', '工作记录', '投入工时', '需求', '故障', '恢复达标率', '备份成功率', '满意度', '诉求'], rows: own.length < 2 ? [] : rows };
}

/** How many records each deliverable of the contract holds. */
export function deliverableTable({ contract, records }: PlainYear): Table {
  const rows = contract.deliverables.filter(({ enabled }) => enabled).map(({ title, kind, where }) => [title, String(records.filter((record) => record.kind === kind && record.status === 'final'
    && Object.entries(where).every(([field, value]) => Object.entries(record.body).some(([name, own]) => name === field && own === value))).length)]);
  return { columns: ['文档名称', '单据数'], rows };
}
