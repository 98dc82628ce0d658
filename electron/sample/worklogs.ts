import { isWorkingDay } from '../../shared/calendar/working-days.ts';
import { weekday, type LocalDate } from '../../shared/dates.ts';
import type { Entry } from './entry.ts';
import { spreadDays, type Frame } from './frame.ts';
import { apportion, createRandom, type Random } from './random.ts';
import type { PlannedItem } from './service-roles.ts';
import { inventWork, isConsult, type WorkText } from './work-texts.ts';
import { placeWork, type WorkOrder } from './work-orders.ts';

/** Work records per person-month of the contract. */
const recordsPerPersonMonth = 21.8;
/** Every served item shows some daily work. */
const fewestPerItem = 2;
/** Share of consulting that falls on a day off, answered by the person on duty. */
const dutyShare = 0.02;
const drawsForNewText = 12;

/** How many work records each item gets over the whole service: in proportion, but none without evidence. */
export function worklogCounts(items: readonly PlannedItem[]): number[] {
  const total = Math.round(recordsPerPersonMonth * items.reduce((sum, item) => sum + item.personMonths, 0));
  return apportion(total, items.map((item) => item.worklogWeight)).map((count) => Math.max(fewestPerItem, count));
}

/** Busy days come more often: Mondays and the first days of a month. */
function busyDays(frame: Frame, random: Random): LocalDate[] {
  return frame.workingDays.flatMap((day, index) => {
    const isMonday = weekday(day) === 1;
    const isMonthStart = frame.workingDays[index - 3]?.slice(0, 7) !== day.slice(0, 7);
    const weight = random.whole(6, 14) + (isMonday ? 4 : 0) + (isMonthStart ? 3 : 0);
    return Array.from({ length: weight }, () => day);
  });
}

/** What a record says apart from its digits and marks: two of the same look copied. */
function wordsOf(text: Pick<WorkText, 'description' | 'process' | 'result'>): string {
  return [text.description, text.process, text.result].join('').replaceAll(/[\d\s\p{P}\p{S}]+/gu, '');
}

/** Draws until the words are new, so that no two records read the same as long as the banks allow. */
function inventNewWork(frame: Frame, item: PlannedItem, date: LocalDate, used: Set<string>, random: Random): { readonly text: WorkText; readonly user: Frame['cast']['users'][number] } {
  for (let draw = 1; ; draw++) {
    const user = random.pick(frame.cast.users);
    const text = inventWork(frame, item.role, date, user, random);
    const words = wordsOf(text);
    if (draw < drawsForNewText && used.has(words)) continue;
    used.add(words);
    return { text, user };
  }
}

/** A time in the morning or the afternoon from which the work still fits before the break, so that not everything begins on the hour. */
function earliestFor(minutes: number, random: Random): number {
  const [from, to] = random.chance(0.5) ? [510, 720] : [780, 1080];
  return random.whole(from, Math.max(from + 30, to - minutes));
}

function freeOrder(frame: Frame, item: PlannedItem, date: LocalDate, key: string, used: Set<string>, random: Random): WorkOrder {
  const { text, user } = inventNewWork(frame, item, date, used, random);
  const asked = isConsult(item.role);
  const offDay = !isWorkingDay(date, frame.profile.calendarOverrides);
  return {
    key, date, item, channel: text.channel, module: text.module, description: text.description, process: text.process, result: text.result,
    minutes: text.minutes, earliest: earliestFor(text.minutes, random), asked, related: [],
    user: asked || text.description.includes(user.unit) || random.chance(0.4) ? user : undefined,
    dutyType: offDay ? '值班' : undefined,
  };
}

/** The first answer that is not undefined. */
function firstOf<Value, Answer>(list: readonly Value[], ask: (value: Value) => Answer | undefined): Answer | undefined {
  for (const value of list) {
    const answer = ask(value);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** Earliest times are wishes: a full afternoon sends the work to the morning. */
function place(frame: Frame, order: WorkOrder, random: Random): Entry<'worklog'> | undefined {
  return placeWork(frame, order, random) ?? placeWork(frame, { ...order, earliest: 0 }, random);
}

/**
 * 日常工作: the given orders, and for every item so much more work that items stand in proportion to their person-months.
 */
export function createWorklogs(frame: Frame, orders: readonly WorkOrder[]): Entry<'worklog'>[] {
  const random = createRandom(frame.seed, 'worklogs');
  const days = busyDays(frame, random);
  const daysOff = frame.days.filter((day) => !isWorkingDay(day, frame.profile.calendarOverrides));
  const used = new Set<string>();
  const entries: Entry<'worklog'>[] = [];
  for (const order of orders) {
    used.add(wordsOf(order));
    // Work that belongs to other records happens after them; only its day is kept, not its length.
    const entry = placeWork(frame, order, random) ?? place(frame, { ...order, staff: undefined }, random);
    if (entry !== undefined) entries.push(entry);
  }
  // Every item is served before the days fill up.
  const served = new Map(frame.items.map((item) => [item.no, entries.filter((entry) => entry.body.serviceItem === item.no).length]));
  for (const item of frame.items.filter(({ no }) => served.get(no) === 0)) {
    const entry = firstOf(random.shuffle(frame.workingDays), (date) => place(frame, freeOrder(frame, item, date, `work ${item.no} first`, used, random), random));
    if (entry === undefined) continue;
    entries.push(entry);
    served.set(item.no, 1);
  }
  const counts = worklogCounts(frame.items);
  for (const [index, item] of frame.items.entries()) {
    const count = Math.max(0, (counts[index] ?? 0) - (served.get(item.no) ?? 0));
    const duty = isConsult(item.role) ? Math.min(daysOff.length, Math.round(count * dutyShare)) : 0;
    const dates = [...spreadDays(days, count - duty, random), ...random.shuffle(daysOff).slice(0, duty)];
    for (const [position, date] of dates.entries()) {
      const entry = place(frame, freeOrder(frame, item, date, `work ${item.no} ${position}`, used, random), random);
      if (entry !== undefined) entries.push(entry);
    }
  }
  return entries;
}
