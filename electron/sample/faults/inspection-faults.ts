import { dayType } from '../../../shared/calendar/working-days.ts';
import { formatChineseDate } from '../../../shared/dates.ts';
import { isAbnormal } from '../../../shared/figures/closing.ts';
import { freeRecords, looseRecords, pickOne, type RecordFault } from './planting.ts';

/** An ordinary working day without its inspection. */
export const dropInspection: RecordFault = (scene) => {
  const ordinary = looseRecords(scene, 'inspection').filter((record) =>
    dayType(record.date, scene.frame.profile.calendarOverrides) === 'workday' && !record.body.items.some(isAbnormal));
  const record = pickOne(scene, ordinary);
  if (record === undefined) return undefined;
  return {
    fault: { rule: 'inspection-missing', description: `${formatChineseDate(record.date)}是工作日，没有日常巡检记录`, numbers: [], date: record.date },
    removed: [record],
  };
};

/** A Saturday or Sunday on which everybody worked, and nobody inspected. */
export const dropMakeUpInspection: RecordFault = (scene) => {
  const makeUp = looseRecords(scene, 'inspection').filter((record) =>
    dayType(record.date, scene.frame.profile.calendarOverrides) === 'make-up-workday' && !record.body.items.some(isAbnormal));
  const record = pickOne(scene, makeUp);
  if (record === undefined) return undefined;
  return {
    fault: { rule: 'make-up-day-missing', description: `${formatChineseDate(record.date)}是调休上班日，没有日常巡检记录`, numbers: [], date: record.date },
    removed: [record],
  };
};

/** An abnormal item that was found and then forgotten. */
export const openAbnormalItem: RecordFault = (scene) => {
  const record = pickOne(scene, freeRecords(scene, 'inspection').filter((inspection) => inspection.body.items.some(isAbnormal)));
  const forgotten = record?.body.items.find(isAbnormal);
  if (record === undefined || forgotten === undefined) return undefined;
  const items = record.body.items.map((item) => (item === forgotten ? { ...item, result: '待处理' as const, handling: undefined, handledBy: undefined, rectifiedOn: undefined } : item));
  return {
    fault: { rule: 'abnormal-item-open', description: `${record.number} 的“${forgotten.item}”异常没有处理措施，也没有处理单号`, numbers: [record.number], date: record.date },
    replaced: [{ ...record, body: { ...record.body, items, conclusion: '存在异常，待处理' } }],
  };
};
