import { addDays, type LocalDate } from '../../shared/dates.ts';
import { engineersFor } from './cast.ts';
import { reference, type Entry } from './entry.ts';
import { createFiller } from './fill-text.ts';
import { spreadDays, workingDayAfter, type Frame } from './frame.ts';
import { apportion, createRandom, roundTo, type Random } from './random.ts';
import { itemFor, type PlannedItem } from './service-roles.ts';
import { acceptanceTexts, chargedTexts, declinedTexts, requestTexts, type RequestText } from './texts/requests.ts';
import type { WorkOrder } from './work-orders.ts';

const requestsPerPersonMonth = 1.09;
/** Part of the free quota that the year uses up. */
const quotaUse = 0.93;
const smallestEffort = 0.1;
/** Requests of a contract without a free quota; all are charged. */
const chargedRequests = 6;
/** Requests stop this many working days before the end, so that the last one is released in time. */
const lastDays = 16;
const drawsForNewName = 20;
/** A request goes live in time for its form to be accepted and signed within two weeks of the application, also over the long holidays. */
const longestWait = 12;

/** Person-days of each request in tenths, most of them small, their sum within the quota (合同第八章 3). */
export function personDaysWithin(quota: number, count: number, random: Random): number[] {
  const weights = Array.from({ length: count }, () => 0.15 + random.next() ** 2);
  const tenths = Math.max(0, Math.floor(quota * quotaUse * 10) - count);
  return apportion(tenths, weights).map((more) => roundTo(smallestEffort + more / 10, 1));
}

type Planned = { readonly index: number; readonly date: LocalDate; readonly personDays: number; readonly isCharged: boolean };

function serviceItemFor(frame: Frame, text: RequestText): PlannedItem | undefined {
  switch (text.type) {
    case '统计报表': return itemFor(frame.items, 'statistics', 'feature', 'technical');
    case '缺陷修改': return itemFor(frame.items, 'defect', 'feature', 'technical');
    case '功能完善':
    case '新增功能': return itemFor(frame.items, 'feature', 'defect', 'technical');
    default: return text.type satisfies never;
  }
}

type Made = { readonly entry: Entry<'request'>; readonly orders: readonly WorkOrder[] };

function createRequest(frame: Frame, planned: Planned, text: RequestText, usedNames: Set<string>, random: Random): Made {
  const { date, index, personDays, isCharged } = planned;
  const { cast } = frame;
  const user = random.pick(cast.users);
  const newFiller = (): ((text: string) => string) => createFiller({ date, serviceFrom: frame.profile.service.from, given: { 部门: user.unit } }, random);
  let fill = newFiller();
  // The same wish does not come twice; where a text has no more words to vary, it may.
  for (let draw = 0; draw < drawsForNewName && usedNames.has(fill(text.name)); draw++) fill = newFiller();
  const name = fill(text.name);
  usedNames.add(name);
  const item = serviceItemFor(frame, text);
  const handler = random.pick(engineersFor(cast, item?.role ?? 'feature', random).slice(0, 2)).name;
  const key = `request ${index}`;
  const base = {
    date, name, requestType: text.type, ...(item === undefined ? {} : { serviceItem: item.no }),
    requesterUnit: user.unit, requester: user.name, requesterPhone: user.phone, module: text.module,
    detail: fill(text.detail), wantedBy: workingDayAfter(frame, date, random.whole(8, 14)), impact: fill(text.impact), personDays,
    charge: isCharged ? '收费' as const : '免费' as const, ...(isCharged ? { chargeNote: random.pick(chargedTexts) } : {}),
  };
  if (!isCharged && index % 20 === 13) {
    const entry: Entry<'request'> = {
      key, kind: 'request', date, executor: handler, doneOn: workingDayAfter(frame, date, 1), minute: 600,
      body: { ...base, decision: '不同意', decidedBy: cast.contact.name, state: '已关闭', remark: random.pick(declinedTexts) },
    };
    return { entry, orders: [] };
  }
  const afterWork = workingDayAfter(frame, date, 3 + Math.ceil(personDays * 3) + random.whole(0, 3));
  const latest = frame.workingDays.findLast((day) => day <= addDays(date, longestWait));
  const releasedOn = latest === undefined || latest <= workingDayAfter(frame, date, 2) ? afterWork : [afterWork, latest].toSorted()[0] ?? afterWork;
  const work = item === undefined ? [] : [
    { key: `${key} build`, date: workingDayAfter(frame, date, 2), what: `实施需求“${name}”`, how: fill(`按评估方案修改“${text.module}”，在测试环境自测后提交复核。${text.impact}`), end: '开发自测完成，提交测试。' },
    { key: `${key} release`, date: releasedOn, what: `需求“${name}”上线与验证`, how: fill(`备份后发布，按需求逐项验证。${text.test}`), end: `上线完成，${user.unit}确认可用。` },
  ].slice(personDays >= 0.3 ? 0 : 1);
  const related = work.map((step) => reference(step.key));
  const body = {
    ...base, decision: isCharged ? '转收费变更' : '同意', decidedBy: cast.contact.name, handler,
    plannedRelease: workingDayAfter(frame, releasedOn, random.whole(0, 2)), releasedOn,
    actualPersonDays: roundTo(Math.max(smallestEffort, personDays - (random.chance(0.25) ? 0.1 : 0)), 1),
    testConclusion: fill(text.test), state: random.chance(0.8) ? '已关闭' as const : '已上线' as const, acceptance: random.pick(acceptanceTexts),
    ...(related.length === 0 ? {} : { related }),
  };
  const orders = item === undefined ? [] : work.map((step): WorkOrder => ({
    key: step.key, date: step.date, item, channel: '远程', module: text.module, description: `${step.what}。`, process: step.how, result: step.end,
    minutes: Math.min(282, Math.max(30, Math.round((personDays * 480) / work.length / 6) * 6)), earliest: 540 + random.whole(0, 60) * 5,
    user, asked: false, staff: handler, related: [key],
  }));
  return { entry: { key, kind: 'request', date, executor: handler, doneOn: releasedOn, minute: 540 + random.whole(0, 400), body }, orders };
}

/** 用户需求: small changes within the free person-days, from application to acceptance, with the work that made them. */
export function createRequests(frame: Frame): { readonly entries: readonly Entry<'request'>[]; readonly orders: readonly WorkOrder[] } {
  const random = createRandom(frame.seed, 'requests');
  const quota = frame.profile.changeQuota.personDays;
  const isCharged = quota < smallestEffort;
  const wanted = isCharged ? chargedRequests : Math.min(Math.round(requestsPerPersonMonth * frame.personMonths), Math.floor((quota * quotaUse) / (2 * smallestEffort)));
  const days = frame.workingDays.slice(0, -lastDays);
  const dates = spreadDays(days, wanted, random);
  const efforts = isCharged ? dates.map(() => roundTo(2 + random.next() * 3, 1)) : personDaysWithin(quota, wanted, random);
  const texts = random.shuffle(requestTexts);
  const usedNames = new Set<string>();
  const made = dates.map((date, index) => {
    const text = texts[index % texts.length];
    if (text === undefined) throw new RangeError('No request texts');
    return createRequest(frame, { index, date, personDays: efforts[index] ?? smallestEffort, isCharged }, text, usedNames, random);
  });
  return { entries: made.map((one) => one.entry), orders: made.flatMap((one) => one.orders) };
}
