import { defaultChecklist } from '../../shared/contract/default-checklist.ts';
import type { ChecklistItem } from '../../shared/contract/profile.ts';
import { addDays, daysBetween, type LocalDate } from '../../shared/dates.ts';
import type { KindBody } from '../../shared/records/kinds.ts';
import { engineersFor } from './cast.ts';
import { clock } from './day-book.ts';
import { reference, type Entry } from './entry.ts';
import { createFiller } from './fill-text.ts';
import { workingDayAfter, type Frame } from './frame.ts';
import { planInspections, type InspectionDay } from './inspection-days.ts';
import { createGauge, type Gauge } from './measurements.ts';
import { createRandom, type Random } from './random.ts';
import { itemFor } from './service-roles.ts';
import { abnormalItems, type AbnormalItem } from './texts/abnormal-items.ts';
import type { WorkThread } from './texts/work-case.ts';
import type { WorkOrder } from './work-orders.ts';

type CheckedItem = KindBody<'inspection'>['items'][number];

/** Share of inspected working days on which something by chance is not as it should be. */
const abnormalDays = 0.17;
/** Days that the mending of a finding may wait: over a weekend. */
const longestWait = 3;

function abnormalTextOf(item: ChecklistItem): AbnormalItem {
  const found = abnormalItems.find(({ pattern }) => pattern.test(item.item));
  if (found === undefined) throw new RangeError(`No abnormal text for ${item.item}`);
  return found;
}

/** Threads that fit what was read: those that quote a value need one. */
function threadsFor(finding: Finding): readonly WorkThread[] {
  const quotesValue = (thread: WorkThread): boolean => thread.some((sentence) => sentence.includes('{实测}'));
  const fitting = finding.text.threads.filter((thread) => finding.isValue || !quotesValue(thread));
  return fitting.length > 0 ? fitting : abnormalItems.at(-1)?.threads ?? finding.text.threads;
}

type Finding = { readonly item: ChecklistItem; readonly measured: string; readonly isValue: boolean; readonly text: AbnormalItem };

type Setting = { readonly frame: Frame; readonly random: Random; readonly gauges: ReadonlyMap<ChecklistItem, Gauge> };

function inspectItems({ random, gauges }: Setting, day: InspectionDay): { readonly measured: ReadonlyMap<ChecklistItem, string>; readonly findings: readonly Finding[] } {
  const measured = new Map<ChecklistItem, string>();
  const findings: Finding[] = [];
  for (const item of day.items) {
    const reading = gauges.get(item)?.read(day.date);
    if (reading === undefined) continue;
    measured.set(item, reading.measured);
    if (reading.isBad) findings.push({ item, measured: reading.measured, isValue: true, text: abnormalTextOf(item) });
  }
  if (findings.length === 0 && day.dutyType === undefined && random.chance(abnormalDays)) {
    const candidates = day.items.map((item) => ({ item, text: abnormalTextOf(item) })).filter(({ text }) => text.weight > 0);
    if (candidates.length > 0) {
      const { item, text } = random.weighted(candidates, (candidate) => candidate.text.weight);
      const value = gauges.get(item)?.readBad();
      const shown = value ?? random.pick(text.states);
      measured.set(item, shown);
      findings.push({ item, measured: shown, isValue: value !== undefined, text });
    }
  }
  return { measured, findings };
}

/** The work that mends a finding, and what the inspection form says about it. */
function mendingOf(setting: Setting, day: InspectionDay, finding: Finding, index: number, endMinute: number, inspector: string): { readonly order: WorkOrder; readonly checked: Partial<CheckedItem>; readonly rectifiedOn: LocalDate } | undefined {
  const { frame, random } = setting;
  const serviceItem = itemFor(frame.items, 'inspection', 'technical', 'incident') ?? frame.items[0];
  if (serviceItem === undefined) return undefined;
  // Nothing is left over a long holiday.
  const next = workingDayAfter(frame, addDays(day.date, 1), 0);
  const later = random.chance(0.2) && next <= frame.profile.service.to && daysBetween(day.date, next) <= longestWait;
  const rectifiedOn = later ? next : day.date;
  const unit = random.pick(frame.cast.users).unit;
  const fill = createFiller({ date: day.date, serviceFrom: frame.profile.service.from, given: { 部门: unit, 实测: finding.measured, 项目: finding.item.item } }, random);
  const [description, process, result] = random.pick(threadsFor(finding)).map(fill);
  const key = `mend ${day.date} ${index}`;
  const minutes = random.whole(6, 26) * 6;
  return {
    rectifiedOn,
    checked: { result: '异常', measured: finding.measured, handling: `${description ?? ''}：${process ?? ''}。${result ?? ''}。`, handledBy: reference(key), rectifiedOn },
    order: {
      key, date: rectifiedOn, item: serviceItem, channel: random.chance(0.5) ? '现场' : '远程', module: finding.item.category.slice(0, 100),
      description: `巡检发现：${description ?? ''}。`, process: `${process ?? ''}。`, result: `${result ?? ''}。`,
      minutes, earliest: later ? 510 : endMinute, asked: false, related: [`inspection ${day.date}`], staff: random.chance(0.5) ? inspector : undefined,
      dutyType: later ? undefined : day.dutyType,
    },
  };
}

/** What an inspection finds because another record tells of it: a fault, or a backup that failed the night before. */
export type KnownFinding = {
  readonly date: LocalDate;
  /** Which item of the checklist shows it. */
  readonly item: RegExp;
  readonly measured: string;
  readonly handling: string;
  /** Key of the record that handles it. */
  readonly handledBy: string;
};

/** What other records say that inspections must agree with. */
export type Surroundings = {
  readonly known: readonly KnownFinding[];
  /** GB of the last good backup before a day. */
  readonly lastBackup: (what: 'data' | 'file', date: LocalDate) => number;
};

/** Items of the day that other records tell of, as the form shows them. */
function knownItems(day: InspectionDay, known: readonly KnownFinding[]): Map<ChecklistItem, Partial<CheckedItem>> {
  return new Map(known.filter((finding) => finding.date === day.date).flatMap((finding): [ChecklistItem, Partial<CheckedItem>][] => {
    const item = day.items.find((one) => finding.item.test(one.item));
    return item === undefined ? [] : [[item, { result: '异常', measured: finding.measured, handling: finding.handling, handledBy: reference(finding.handledBy), rectifiedOn: day.date }]];
  }));
}

export type Inspections = { readonly entries: readonly Entry<'inspection'>[]; readonly orders: readonly WorkOrder[] };

/** 日常巡检: one form per working day of the contract's calendar, with the work orders that mend what was found. */
export function createInspections(frame: Frame, { known, lastBackup }: Surroundings): Inspections {
  const random = createRandom(frame.seed, 'inspections');
  const checklist = frame.profile.checklist.length === 0 ? defaultChecklist : frame.profile.checklist;
  const { from } = frame.profile.service;
  const gauges = new Map(checklist.map((item) => [item, createGauge(item, from, frame.seed, (date) => lastBackup(/文件/.test(item.item) ? 'file' : 'data', date))]));
  const setting: Setting = { frame, random, gauges };
  const orders: WorkOrder[] = [];
  const entries = planInspections(frame, checklist).map((day): Entry<'inspection'> => {
    const { measured, findings } = inspectItems(setting, day);
    const length = 24 + day.items.length + random.whole(0, 18);
    const start = 512 + random.whole(0, 38);
    const inspector = engineersFor(frame.cast, 'inspection', random).find((engineer) => frame.dayBook.isFree(engineer.name, day.date, start, start + length))?.name ?? frame.cast.manager;
    frame.dayBook.block(inspector, day.date, start, start + length);
    const mended = knownItems(day, known);
    let doneOn = day.date;
    for (const [index, finding] of findings.entries()) {
      if (mended.has(finding.item)) continue;
      const mending = mendingOf(setting, day, finding, index, start + length, inspector);
      if (mending === undefined) continue;
      orders.push(mending.order);
      mended.set(finding.item, mending.checked);
      gauges.get(finding.item)?.mend(mending.rectifiedOn);
      if (mending.rectifiedOn > doneOn) doneOn = mending.rectifiedOn;
    }
    return {
      key: `inspection ${day.date}`, kind: 'inspection', date: day.date, executor: inspector, doneOn, minute: start,
      body: {
        date: day.date, cycle: day.cycle, startTime: clock(start), endTime: clock(start + length), inspector, system: frame.system,
        ...(day.dutyType === undefined ? {} : { dutyType: day.dutyType }),
        items: day.items.map((item) => ({
          category: item.category, item: item.item,
          ...(item.method === '' ? {} : { method: item.method }), ...(item.standard === '' ? {} : { standard: item.standard }),
          result: '正常' as const, measured: measured.get(item) ?? '正常', ...mended.get(item),
        })),
        conclusion: mended.size === 0 ? '正常' : '存在异常，已处理',
      },
    };
  });
  return { entries, orders };
}
