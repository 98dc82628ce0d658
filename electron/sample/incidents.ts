import { addDays, addMinutes, dateOf, minutesBetween, type LocalDate, type LocalMinute } from '../../shared/dates.ts';
import { isWorkingDay } from '../../shared/calendar/working-days.ts';
import { kinds } from '../../shared/records/kinds.ts';
import { engineersFor } from './cast.ts';
import { clock } from './day-book.ts';
import { reference, type Entry } from './entry.ts';
import { spreadDays, workingDayAfter, type Frame } from './frame.ts';
import type { KnownFinding } from './inspections.ts';
import { createRandom, roundTo, type Random } from './random.ts';
import { itemFor } from './service-roles.ts';
import { drillTexts, incidentTexts, type DrillText, type IncidentText } from './texts/incidents.ts';
import type { WorkOrder } from './work-orders.ts';

const incidentsPerYear = 9;
const drillsPerYear = 2;

/** A contract may promise days; faults are still answered and restored within these minutes. */
const longestAnswer = 120;
const longestRestore = 480;
/** Nobody overruns a promise of more than a working day. */
const longestOverrun = 480;
const mostHours = 10;

const levels = kinds.incident.fields.level.type === 'vocabulary' ? kinds.incident.fields.level.options : [];

type Made = { readonly entry: Entry<'incident'>; readonly orders: readonly WorkOrder[]; readonly known: readonly KnownFinding[] };
type Moments = { readonly reportedAt: LocalMinute; readonly answeredAt: LocalMinute; readonly arrivedAt: LocalMinute; readonly restoredAt: LocalMinute };

/** Moments of a fault on the continuous clock: within the promised times, or beyond them when it overran (合同第八章 2). */
function momentsOf(frame: Frame, date: LocalDate, minute: number, isOverrun: boolean, random: Random): Moments {
  const answerMinutes = Math.min(frame.profile.serviceLevel.answerMinutes, longestAnswer);
  const restoreMinutes = isOverrun ? frame.profile.serviceLevel.restoreMinutes : Math.min(frame.profile.serviceLevel.restoreMinutes, longestRestore);
  const reportedAt = `${date}T${clock(minute)}`;
  const answer = Math.max(1, Math.round(answerMinutes * (0.06 + random.next() * 0.44)));
  const restore = Math.round(isOverrun ? restoreMinutes * (1.15 + random.next() * 0.4) : answer + (restoreMinutes - answer) * (0.2 + random.next() * 0.6));
  const arrive = Math.min(restore, answer + random.whole(3, 15));
  return { reportedAt, answeredAt: addMinutes(reportedAt, answer), arrivedAt: addMinutes(reportedAt, arrive), restoredAt: addMinutes(reportedAt, restore) };
}

function minutesOf(moment: LocalMinute): number {
  return Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));
}

/** Steps between the report and the restoration, in order. */
function timelineOf(steps: readonly string[], moments: Moments, persons: readonly string[]): { readonly at: LocalMinute; readonly action: string; readonly person: string }[] {
  const anchors = [moments.reportedAt, moments.answeredAt, moments.arrivedAt, moments.restoredAt];
  return steps.map((action, index) => {
    const position = (index / Math.max(1, steps.length - 1)) * (anchors.length - 1);
    const low = anchors[Math.floor(position)] ?? moments.reportedAt;
    const high = anchors[Math.ceil(position)] ?? moments.restoredAt;
    const between = Math.round(minutesBetween(low, high) * (position % 1));
    return { at: addMinutes(low, between), action, person: persons[index === 0 ? 0 : index % persons.length] ?? persons[0] ?? '' };
  });
}

/** Keeps the handler's day free for the fault; the part after midnight belongs to the next day. */
function blockTime(frame: Frame, person: string, moments: Moments): void {
  const [from, to] = [moments.answeredAt, moments.restoredAt];
  if (dateOf(from) === dateOf(to)) frame.dayBook.block(person, dateOf(from), minutesOf(from), minutesOf(to));
  else {
    frame.dayBook.block(person, dateOf(from), minutesOf(from), 24 * 60);
    frame.dayBook.block(person, dateOf(to), 0, minutesOf(to));
  }
}

function createIncident(frame: Frame, index: number, date: LocalDate, text: IncidentText, isOverrun: boolean, random: Random): Made {
  const isInspected = text.trigger === '巡检发现';
  const atNight = !isInspected && (!isWorkingDay(date, frame.profile.calendarOverrides) || (text.trigger === '监控告警' && random.chance(0.3)));
  // An inspection begins by ten past nine and takes about an hour.
  const minute = isInspected ? random.whole(620, 660) : atNight ? random.whole(1140, 1330) : random.whole(525, 880);
  const moments = momentsOf(frame, date, minute, isOverrun, random);
  const team = engineersFor(frame.cast, 'incident', random);
  const handler = team[0]?.name ?? frame.cast.manager;
  const user = random.pick(frame.cast.users);
  const isUsers = text.trigger === '用户报障';
  blockTime(frame, handler, moments);
  const item = text.category === '应急' ? itemFor(frame.items, 'emergency', 'incident', 'technical') : itemFor(frame.items, 'incident', 'emergency', 'technical');
  const key = `incident ${index}`;
  const followUp = frame.workingDays.find((day) => day > dateOf(moments.restoredAt));
  const orders: WorkOrder[] = item === undefined || followUp === undefined ? [] : [{
    key: `${key} follow-up`, date: followUp, item, channel: '远程', module: text.module, asked: false, related: [key], staff: handler,
    description: `跟踪“${text.module}”故障整改：${text.improvement}。`, process: `按复盘意见落实整改，核对监控和日志，${text.verification}。`, result: '整改措施落实，未再出现同类问题。',
    minutes: random.whole(10, 25) * 6, earliest: 540 + random.whole(0, 40) * 5,
  }];
  const related = [...(isInspected ? [reference(`inspection ${date}`)] : []), ...orders.map((order) => reference(order.key))];
  const improvementDoneOn = orders.length === 0 ? undefined : followUp;
  return {
    orders,
    known: isInspected ? [{ date, item: text.inspected ?? /任务/, measured: text.reading ?? '检查未达到标准', handling: `${text.symptom}：${text.solution}。`, handledBy: key }] : [],
    entry: {
      key, kind: 'incident', date, executor: handler, doneOn: improvementDoneOn ?? dateOf(moments.restoredAt), minute: minutesOf(moments.reportedAt),
      body: {
        date, category: text.category, ...(item === undefined ? {} : { serviceItem: item.no }), trigger: text.trigger, system: frame.system, module: text.module,
        level: levels[text.level] ?? levels[0] ?? '一般', symptom: `${text.symptom}。`, scope: `${text.scope}。`,
        reporter: isUsers ? user.name : text.trigger === '第三方通知' ? frame.cast.contact.name : handler,
        ...(isUsers ? { reporterPhone: user.phone } : {}),
        ...moments, vendorFault: text.vendorFault,
        ...(isOverrun ? { overrunReason: `故障原因为${text.cause}，定位和验证用时较长；期间已采取临时措施保障主要业务，并及时告知甲方联系人。` } : {}),
        timeline: timelineOf(text.steps, moments, [handler, team[1]?.name ?? handler]),
        cause: `${text.cause}。`, solution: `${text.solution}。`, verification: `${text.verification}。`,
        ...(text.category === '应急' ? { planNumber: `YJ-1${index % 4}`, escalation: `已于 ${moments.answeredAt.slice(11)} 报告甲方项目联系人${frame.cast.contact.name}。` } : {}),
        improvement: `${text.improvement}。`, ...(improvementDoneOn === undefined ? {} : { improvementDoneOn }),
        review: `处置分工清楚，${text.vendorFault ? '属乙方责任，已列入整改清单' : '非乙方责任，已配合相关单位处理'}。`,
        handler, hours: Math.min(mostHours, Math.max(0.5, roundTo(minutesBetween(moments.answeredAt, moments.restoredAt) / 60, 1))),
        state: '已关闭', ...(related.length === 0 ? {} : { related }),
      },
    },
  };
}

function createDrill(frame: Frame, index: number, date: LocalDate, text: DrillText, random: Random): Entry<'incident'> {
  const start = random.whole(870, 900);
  const moments: Moments = { reportedAt: `${date}T${clock(start)}`, answeredAt: `${date}T${clock(start + 2)}`, arrivedAt: `${date}T${clock(start + 6)}`, restoredAt: `${date}T${clock(start + random.whole(45, 85))}` };
  const team = engineersFor(frame.cast, 'emergency', random);
  const handler = team[0]?.name ?? frame.cast.manager;
  blockTime(frame, handler, moments);
  const item = itemFor(frame.items, 'emergency', 'incident', 'technical');
  return {
    key: `drill ${index}`, kind: 'incident', date, executor: handler, doneOn: date, minute: start,
    body: {
      date, category: '演练', ...(item === undefined ? {} : { serviceItem: item.no }), trigger: '计划演练', system: frame.system, module: '应急管理',
      level: levels.at(-1) ?? '轻微', symptom: `${text.subject}。`, scope: `${text.scope}。`, reporter: frame.cast.manager, ...moments, vendorFault: false,
      timeline: timelineOf(text.steps, moments, [handler, team[1]?.name ?? handler, frame.cast.securityLead]),
      verification: `${text.conclusion}。`, planNumber: text.planNumber, escalation: `演练方案事先报甲方项目联系人${frame.cast.contact.name}同意。`,
      improvement: `${text.improvement}。`, improvementDoneOn: addDays(date, 7) > frame.profile.service.to ? date : addDays(date, 7),
      review: `${text.conclusion}。${text.improvement}。`, handler, hours: 2.5, state: '已关闭',
    },
  };
}

/** 故障与应急: faults with their course of events, one of them beyond the promised time with its explanation, and drills. */
export function createIncidents(frame: Frame): { readonly entries: readonly Entry<'incident'>[]; readonly orders: readonly WorkOrder[]; readonly known: readonly KnownFinding[] } {
  const random = createRandom(frame.seed, 'incidents');
  const count = Math.max(2, Math.round(incidentsPerYear * frame.years));
  const texts = random.shuffle(incidentTexts);
  const dates = spreadDays(frame.days.slice(3, -10), count, random);
  const overrunAt = frame.profile.serviceLevel.restoreMinutes > longestOverrun ? -1 : texts.slice(0, count).findIndex((text) => text.vendorFault);
  const made = dates.flatMap((date, index) => {
    const text = texts[index % texts.length];
    const day = text?.trigger === '巡检发现' ? workingDayAfter(frame, date, 0) : date;
    return text === undefined ? [] : [createIncident(frame, index, day, text, index === overrunAt, random)];
  });
  const drills = random.shuffle(drillTexts);
  const faultDays = new Set(made.map((one) => one.entry.date));
  // Nobody holds a drill on the day of a fault.
  const drillDates = spreadDays(frame.workingDays.slice(10, -15).filter((day) => !faultDays.has(day)), Math.max(1, Math.round(drillsPerYear * frame.years)), random);
  const drillEntries = drillDates.flatMap((date, index) => {
    const text = drills[index % drills.length];
    return text === undefined ? [] : [createDrill(frame, index, date, text, random)];
  });
  return { entries: [...made.map((one) => one.entry), ...drillEntries], orders: made.flatMap((one) => one.orders), known: made.flatMap((one) => one.known) };
}
