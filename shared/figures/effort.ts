import type { ContractProfile } from '../contract/profile.ts';
import type { LocalDate } from '../dates.ts';
import type { AnyRecord } from '../records/record.ts';
import type { FigureInput } from './figure.ts';
import { indexOf, recordsIn, type RecordIndex } from './record-index.ts';
import { roundTo } from './tally.ts';

/**
 * Hours of one person-month: 21.75 paid days a month (月计薪天数，人力资源社会保障部关于职工全年月平均工作时间和工资折算问题的通知)
 * of 8 hours (劳动法第三十六条). Contracts price in 人月 without saying how long one is, so documents print this rule beside the number.
 */
export const hoursPerPersonMonth = 8 * 21.75;

/** The sentence that documents print beside 折合人月. */
export const personMonthRule = '折合人月 = 投入工时（人时）÷（8 小时 × 21.75 天）';

export function personMonths(hours: number): number {
  return roundTo(hours / hoursPerPersonMonth, 2);
}

function clockHours(start: string | undefined, end: string | undefined): number {
  if (start === undefined || end === undefined) return 0;
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  // In tenths like the hours that people write down, so that items, months and persons add up to the total that is printed.
  // Six minutes are a tenth. Not `roundTo`: this is asked hundreds of thousands of times, and sixths are exact enough to round.
  return Math.round(Math.max(0, minutes(end) - minutes(start)) / 6) / 10;
}

function isKnown(work: AnyRecord, asOf: LocalDate | undefined): boolean {
  return asOf === undefined || work.date <= asOf;
}

function hasWorkAbout(record: AnyRecord, index: RecordIndex, asOf: LocalDate | undefined): boolean {
  return index.workAbout.get(record.number)?.some((work) => isKnown(work, asOf)) === true;
}

/** The time of an incident, change, training or visit that has its own work record is in that work record already. */
function inWorkRecord(record: AnyRecord, index: RecordIndex, asOf: LocalDate | undefined): boolean {
  if (hasWorkAbout(record, index, asOf)) return true;
  const related = 'related' in record.body ? record.body.related : undefined;
  return (related ?? []).some((number) => {
    const work = index.byNumber.get(number);
    return work?.kind === 'worklog' && isKnown(work, asOf);
  });
}

/**
 * Hours that people spent on a record, in 人时 with one decimal. A machine's running time (backup) is nobody's effort.
 * @param asOf work that was recorded later takes nothing from a report of that day
 */
export function hoursOf(record: AnyRecord, index: RecordIndex, asOf?: LocalDate): number {
  switch (record.kind) {
    case 'worklog': return record.body.hours;
    case 'inspection': return clockHours(record.body.startTime, record.body.endTime);
    case 'incident':
    case 'change': return inWorkRecord(record, index, asOf) ? 0 : record.body.hours ?? 0;
    case 'training': return hasWorkAbout(record, index, asOf) ? 0 : clockHours(record.body.startTime, record.body.endTime) || record.body.hours;
    case 'visit': return inWorkRecord(record, index, asOf) ? 0 : clockHours(record.body.startTime, record.body.endTime);
    case 'request':
    case 'survey':
    case 'complaint':
    case 'backup-run':
    case 'report': return 0;
    default: return record satisfies never;
  }
}

export const hoursFormula = '工作记录单所记工时，加上未另记工作单的故障、变更单工时，以及巡检、培训、走访的起止时长（每份按 0.1 人时计）';

/** Records of the period on which people spent time. */
export function workIn(input: FigureInput): AnyRecord[] {
  return [
    ...recordsIn(input, 'worklog'), ...recordsIn(input, 'inspection'), ...recordsIn(input, 'incident'),
    ...recordsIn(input, 'change'), ...recordsIn(input, 'training'), ...recordsIn(input, 'visit'),
  ];
}

/** The service items that a record proves: the one it names, else those whose evidence its kind is. */
export function provenItems(record: AnyRecord, serviceItems: ContractProfile['serviceItems']): number[] {
  const named = 'serviceItem' in record.body ? record.body.serviceItem : undefined;
  if (named !== undefined) return [named];
  return serviceItems.filter((item) => item.evidence.includes(record.kind)).map((item) => item.no);
}

/** The one item that a record's hours are booked on, so that the hours of all items add up; undefined when it proves none. */
export function bookedItem(record: AnyRecord, serviceItems: ContractProfile['serviceItems']): number | undefined {
  return provenItems(record, serviceItems)[0];
}

/** Hours of many records at once, in 人时 with one decimal. */
export function totalHours(records: readonly AnyRecord[], input: FigureInput): number {
  const index = indexOf(input);
  return roundTo(records.reduce((sum, record) => sum + hoursOf(record, index, input.asOf), 0), 1);
}
