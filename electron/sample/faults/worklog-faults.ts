import { lastWorkingDayUpTo } from '../../../shared/calendar/working-days.ts';
import { addDays, formatChineseDate, type LocalDate } from '../../../shared/dates.ts';
import { formatNumber, numberPrefix, parseNumber } from '../../../shared/records/numbering.ts';
import type { AnyRecord, RecordOf } from '../../../shared/records/record.ts';
import { namesIn, staffOf, timeOf } from '../../../shared/rules/people-in-records.ts';
import { clock } from '../day-book.ts';
import { signOffOf } from '../sign-offs.ts';
import { freeRecords, looseRecords, pickOne, type RecordFault, type Scene } from './planting.ts';

type Worklog = RecordOf<'worklog'>;

/** Work on an ordinary day, with its moments of report and answer taken out where the fault changes its times. */
const noMoments = { reportedAt: undefined, answeredAt: undefined, restoredAt: undefined };

function isMarkedDuty(record: Worklog): boolean {
  return record.body.dutyType !== undefined;
}

function ordinaryWork(scene: Scene): Worklog[] {
  return looseRecords(scene, 'worklog').filter((record) => !isMarkedDuty(record));
}

function sequenceOf(record: AnyRecord): number {
  return parseNumber(record.number)?.sequence ?? 0;
}

function highestSequence(scene: Scene, kind: AnyRecord['kind'], date: LocalDate): number {
  return Math.max(0, ...scene.records.filter((record) => record.kind === kind && record.date === date).map(sequenceOf));
}

/** A piece of work dated before the contract began. */
export const workBeforeService: RecordFault = (scene) => {
  const source = pickOne(scene, ordinaryWork(scene));
  if (source === undefined) return undefined;
  const { profile } = scene.frame;
  const date = lastWorkingDayUpTo(addDays(profile.service.from, -1), profile.calendarOverrides);
  const number = formatNumber({ prefix: numberPrefix('worklog', profile), date, sequence: 1 });
  const id = `outside ${date}`;
  const added: Worklog = {
    ...source, id, number, date, signOff: signOffOf(scene.frame, { kind: 'worklog', key: id, date, executor: source.body.staff, doneOn: date }, undefined),
    body: { ...source.body, ...noMoments, date, description: `交接准备：${source.body.description}` },
  };
  return {
    fault: { rule: 'outside-service-period', description: `${number} 的日期${formatChineseDate(date)}早于服务期`, numbers: [number], date },
    added: [added],
  };
};

/** Work on a weekend without the duty mark. */
export const dropDutyMark: RecordFault = (scene) => {
  const record = pickOne(scene, freeRecords(scene, 'worklog').filter(isMarkedDuty));
  if (record === undefined) return undefined;
  return {
    fault: { rule: 'off-day-without-duty', description: `${record.number} 在非工作日，没有注明值班、应急或重保`, numbers: [record.number], date: record.date },
    replaced: [{ ...record, body: { ...record.body, dutyType: undefined } }],
  };
};

/** Work that waits for an appointment long past. */
export const leaveWorkOpen: RecordFault = (scene) => {
  const record = pickOne(scene, ordinaryWork(scene));
  if (record === undefined) return undefined;
  const nextServiceDate = addDays(record.date, 5);
  return {
    fault: { rule: 'work-item-open', description: `${record.number} 未完成，下次服务时间${formatChineseDate(nextServiceDate)}已过，没有后续工作单`, numbers: [record.number], date: nextServiceDate },
    replaced: [{ ...record, body: { ...record.body, restoredAt: undefined, state: '未完成', nextServiceDate, result: '现场条件不具备，约定下次继续处理。' } }],
  };
};

/** A number in the middle of a day that is not there. */
export const dropNumber: RecordFault = (scene) => {
  const inside = ordinaryWork(scene).filter((record) => sequenceOf(record) < highestSequence(scene, 'worklog', record.date));
  const record = pickOne(scene, inside);
  if (record === undefined) return undefined;
  return {
    fault: { rule: 'number-gap', description: `${formatChineseDate(record.date)}的工作记录断号，缺 ${record.number}`, numbers: [record.number], date: record.date },
    removed: [record],
  };
};

/** A number that says the next day. */
export const numberOfOtherDay: RecordFault = (scene) => {
  const { workingDays, profile } = scene.frame;
  const nextDay = (date: LocalDate): LocalDate | undefined => workingDays.find((day) => day > date);
  const last = ordinaryWork(scene).filter((record) => {
    const next = nextDay(record.date);
    return sequenceOf(record) === highestSequence(scene, 'worklog', record.date) && next !== undefined && !scene.taken.has(`worklog ${next}`);
  });
  const record = pickOne(scene, last);
  const next = record === undefined ? undefined : nextDay(record.date);
  if (record === undefined || next === undefined) return undefined;
  const number = formatNumber({ prefix: numberPrefix('worklog', profile), date: next, sequence: highestSequence(scene, 'worklog', next) + 1 });
  return {
    fault: { rule: 'number-date-differs', description: `${number} 的单据日期是${formatChineseDate(record.date)}，与编号不一致`, numbers: [number], date: record.date },
    replaced: [{ ...record, number }],
    kept: scene.records.filter((other) => other.kind === 'worklog' && other.date === next),
  };
};

/** A link to a record that never was. */
export const breakLink: RecordFault = (scene) => {
  const record = pickOne(scene, ordinaryWork(scene));
  if (record === undefined) return undefined;
  const missing = formatNumber({ prefix: numberPrefix('incident', scene.frame.profile), date: record.date, sequence: highestSequence(scene, 'incident', record.date) + 8 });
  return {
    fault: { rule: 'link-broken', description: `${record.number} 的关联单号 ${missing} 查不到单据`, numbers: [record.number], date: record.date },
    replaced: [{ ...record, body: { ...record.body, related: [missing] } }],
  };
};

/** More hours than a day of one person can have. */
export const tooManyHours: RecordFault = (scene) => {
  const record = pickOne(scene, ordinaryWork(scene));
  if (record === undefined) return undefined;
  return {
    fault: { rule: 'hours-per-day', description: `${record.number} 记工时 13.5 小时，一人一天工时过多`, numbers: [record.number], date: record.date },
    replaced: [{ ...record, body: { ...record.body, hours: 13.5 } }],
  };
};

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Two pieces of work of one person at the same time. */
export const overlapWork: RecordFault = (scene) => {
  const loose = new Set(ordinaryWork(scene).map((record) => record.id));
  const days = Map.groupBy(scene.records.filter((record) => timeOf(record) !== undefined), (record) => `${staffOf(record).join('、')} ${record.date}`);
  for (const records of days.values()) {
    const ordered = records.toSorted((a, b) => ((timeOf(a)?.start ?? '') < (timeOf(b)?.start ?? '') ? -1 : 1));
    for (const [position, second] of ordered.entries()) {
      const first = ordered[position - 1];
      const [firstTime, secondTime] = [first === undefined ? undefined : timeOf(first), timeOf(second)];
      if (first?.kind !== 'worklog' || second.kind !== 'worklog' || firstTime === undefined || secondTime === undefined) continue;
      if (!loose.has(first.id) || !loose.has(second.id)) continue;
      const start = minutesOf(firstTime.start) + 6;
      const length = minutesOf(secondTime.end) - minutesOf(secondTime.start);
      return {
        fault: { rule: 'time-overlap', description: `${first.number} 与 ${second.number} 同一人时段重叠`, numbers: [first.number, second.number], date: second.date },
        replaced: [{ ...second, body: { ...second.body, ...noMoments, startTime: clock(start), endTime: clock(start + length) } }],
        kept: [first],
      };
    }
  }
  return undefined;
};

const alikeRecords = 7;

/** The same sentences on several forms. */
export const repeatTexts: RecordFault = (scene) => {
  const [source, ...others] = scene.random.shuffle(ordinaryWork(scene).filter((record) => record.body.reportedAt !== undefined)).slice(0, alikeRecords);
  if (source === undefined || others.length < alikeRecords - 1) return undefined;
  const { description, process, result, module } = source.body;
  const numbers = [source, ...others].map((record) => record.number).toSorted();
  return {
    fault: { rule: 'texts-alike', description: `${numbers.length} 份工作记录的描述、处理和结果逐字相同`, numbers, date: undefined },
    replaced: others.map((record) => ({ ...record, body: { ...record.body, description, process, result, module } })),
    kept: [source],
  };
};

const otherLetters = ['博', '昊', '琳', '婷', '琦'];

/** A name with one wrong character. */
export const misspellName: RecordFault = (scene) => {
  const record = pickOne(scene, ordinaryWork(scene).filter((work) => namesIn(work.body.staff).length === 1));
  if (record === undefined) return undefined;
  const known = new Set(scene.frame.cast.people.map((person) => person.name));
  const wrong = otherLetters.map((letter) => `${record.body.staff.slice(0, -1)}${letter}`).find((name) => !known.has(name));
  if (wrong === undefined) return undefined;
  return {
    fault: { rule: 'unknown-person', description: `${record.number} 的执行人写成“${wrong}”，名单里是“${record.body.staff}”`, numbers: [record.number], date: record.date },
    replaced: [{ ...record, body: { ...record.body, staff: wrong }, signOff: { ...record.signOff, executor: wrong } }],
  };
};
