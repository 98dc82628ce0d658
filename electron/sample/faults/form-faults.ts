import { lastHandoverDay } from '../../../shared/contract/periods.ts';
import { addDays, formatChineseDate } from '../../../shared/dates.ts';
import { provenItems } from '../../../shared/figures/effort.ts';
import { recordsOf, type AnyRecord } from '../../../shared/records/record.ts';
import { freeRecords, looseRecords, pickOne, type RecordFault } from './planting.ts';

/** Later than the two weeks that a confirmation may take after its report. */
const daysAfterReport = 45;

/** A form that the customer never signed. */
export const dropConfirmation: RecordFault = (scene) => {
  const record = pickOne(scene, looseRecords(scene, 'worklog').filter((work) => work.signOff.confirmer !== undefined));
  if (record === undefined) return undefined;
  return {
    fault: { rule: 'sign-off-missing', description: `${record.number} 缺甲方确认人签字`, numbers: [record.number], date: record.date },
    replaced: [{ ...record, signOff: { ...record.signOff, confirmer: undefined, confirmedOn: undefined } }],
  };
};

/** A signature older than what it signs. */
export const signTooEarly: RecordFault = (scene) => {
  const record = pickOne(scene, looseRecords(scene, 'worklog').filter((work) => work.signOff.executedOn !== undefined));
  if (record === undefined) return undefined;
  const executedOn = addDays(record.date, -3);
  return {
    fault: { rule: 'sign-off-date-order', description: `${record.number} 的执行人签字日期${formatChineseDate(executedOn)}早于单据日期${formatChineseDate(record.date)}`, numbers: [record.number], date: record.date },
    replaced: [{ ...record, signOff: { ...record.signOff, executedOn } }],
  };
};

/** A form that the customer confirmed long after the report that counts it had gone out. */
export const signAfterReport: RecordFault = (scene) => {
  const { periods, profile } = scene.frame;
  const last = lastHandoverDay(profile);
  const places = looseRecords(scene, 'worklog').flatMap((record) => {
    const period = periods.find(({ from, to }) => record.date >= from && record.date <= to);
    const confirmedOn = period === undefined ? undefined : addDays(period.to, daysAfterReport);
    return confirmedOn === undefined || confirmedOn > scene.lastDay || confirmedOn > last || record.signOff.confirmedOn === undefined ? [] : [{ record, confirmedOn }];
  });
  // Not of the periods whose reports are spoilt otherwise.
  const place = pickOne(scene, places.filter(({ record }) => periods[0] !== undefined && record.date <= periods[0].to));
  if (place === undefined) return undefined;
  const { record, confirmedOn } = place;
  return {
    fault: { rule: 'signed-after-report', description: `${record.number} 的甲方确认日期${formatChineseDate(confirmedOn)}晚于采用它的报告`, numbers: [record.number], date: undefined },
    replaced: [{ ...record, signOff: { ...record.signOff, confirmedOn } }],
  };
};

/** The project's name with two characters left out. */
export const misspellProject: RecordFault = (scene) => {
  const { projectName } = scene.frame.profile;
  const middle = Math.ceil(projectName.length / 2);
  const written = `${projectName.slice(0, middle)}${projectName.slice(middle + 1)}`;
  const names = [scene.frame.profile.deliverablePrefix, scene.frame.profile.title, scene.frame.profile.client.name, scene.frame.profile.vendor.name];
  if (projectName.length < 8 || names.some((name) => name.includes(written))) return undefined;
  const record = pickOne(scene, looseRecords(scene, 'worklog'));
  if (record === undefined) return undefined;
  return {
    fault: { rule: 'names-differ', description: `${record.number} 把项目名称写成“${written}”`, numbers: [record.number], date: record.date },
    replaced: [{ ...record, body: { ...record.body, description: `${written}：${record.body.description}` } }],
  };
};

/** A record that was never made final. */
export const leaveDraft: RecordFault = (scene) => {
  const record = pickOne(scene, looseRecords(scene, 'worklog').filter((work) => work.body.dutyType === undefined));
  if (record === undefined) return undefined;
  return {
    fault: { rule: 'draft-left', description: `${record.number} 一直是草稿，没有转为正式`, numbers: [record.number], date: record.date },
    replaced: [{ ...record, status: 'draft' }],
  };
};

/** A change that was taken back without a word why. */
export const rollBackSilently: RecordFault = (scene) => {
  const record = pickOne(scene, looseRecords(scene, 'change'));
  if (record === undefined) return undefined;
  return {
    fault: { rule: 'failure-without-handling', description: `${record.number} 已回退，没有写原因和后续处理`, numbers: [record.number], date: record.date },
    replaced: [{ ...record, body: { ...record.body, result: '已回退', verification: undefined, remark: undefined } }],
  };
};

/** A reporting period in which nobody was asked. */
export const dropSurveys: RecordFault = (scene) => {
  const surveys = recordsOf(scene.records, 'survey');
  const period = pickOne(scene, scene.frame.periods.filter(({ from, to }) => to < scene.lastDay && surveys.some((survey) => survey.date >= from && survey.date <= to)));
  if (period === undefined) return undefined;
  const removed = surveys.filter((survey) => survey.date >= period.from && survey.date <= period.to);
  const gone = new Set(removed.map((survey) => survey.number));
  const visits = recordsOf(scene.records, 'visit').filter((visit) => visit.body.related?.some((number) => gone.has(number)) === true).map((visit) => {
    const related = visit.body.related?.filter((number) => !gone.has(number)) ?? [];
    return { ...visit, body: { ...visit.body, related: related.length === 0 ? undefined : related } };
  });
  return {
    fault: { rule: 'survey-missing', description: `${period.label}没有满意度调查表`, numbers: [], date: period.to },
    removed, replaced: visits,
  };
};

function namedItem(record: AnyRecord): number | undefined {
  return 'serviceItem' in record.body ? record.body.serviceItem : undefined;
}

/** All work for one service item booked on another, so that the item is left without evidence. */
export const misfileItem: RecordFault = (scene) => {
  const { profile, items } = scene.frame;
  if (scene.lastDay < profile.service.to) return undefined;
  // Items that only their own records prove; reports, which are not written yet, prove theirs without naming it.
  const provenUnnamed = new Set(scene.records.filter((record) => namedItem(record) === undefined).flatMap((record) => provenItems(record, profile.serviceItems)));
  const onlyNamed = profile.serviceItems.filter((item) => !provenUnnamed.has(item.no) && !item.evidence.includes('report'));
  const counts = Map.groupBy(scene.records, (record) => namedItem(record) ?? 0);
  const countOf = (no: number): number => counts.get(no)?.length ?? 0;
  const item = onlyNamed.filter(({ no }) => countOf(no) > 0).toSorted((a, b) => countOf(a.no) - countOf(b.no))[0];
  const target = items.filter(({ no }) => no !== item?.no).toSorted((a, b) => countOf(b.no) - countOf(a.no))[0];
  if (item === undefined || target === undefined) return undefined;
  const moved = scene.records.filter((record) => namedItem(record) === item.no).flatMap((record): AnyRecord[] => {
    switch (record.kind) {
      case 'worklog': return [{ ...record, body: { ...record.body, serviceItem: target.no } }];
      case 'request': return [{ ...record, body: { ...record.body, serviceItem: target.no } }];
      case 'incident': return [{ ...record, body: { ...record.body, serviceItem: target.no } }];
      case 'change': return [{ ...record, body: { ...record.body, serviceItem: target.no } }];
      case 'backup-run': return [{ ...record, body: { ...record.body, serviceItem: target.no } }];
      case 'inspection':
      case 'survey':
      case 'complaint':
      case 'training':
      case 'visit':
      case 'report': return [];
      default: return record satisfies never;
    }
  });
  return {
    fault: { rule: 'service-item-without-evidence', description: `服务项 ${item.no}“${item.name}”没有一份单据，${moved.length} 份误登到“${target.name}”`, numbers: [] },
    replaced: moved,
  };
};

/** A released request without test and acceptance. */
export const dropTest: RecordFault = (scene) => {
  const record = pickOne(scene, freeRecords(scene, 'request').filter((request) => request.body.releasedOn !== undefined && request.body.charge === '免费'));
  if (record === undefined) return undefined;
  return {
    fault: { rule: 'request-released-untested', description: `${record.number} 已上线，没有测试结论和验收意见`, numbers: [record.number], date: record.date },
    replaced: [{ ...record, body: { ...record.body, testConclusion: undefined, acceptance: undefined } }],
  };
};
