import type { LocalDate } from '../../shared/dates.ts';
import { addMinutes } from '../../shared/dates.ts';
import { engineersFor, type User } from './cast.ts';
import { clock } from './day-book.ts';
import { reference, type Entry } from './entry.ts';
import type { Frame } from './frame.ts';
import type { Random } from './random.ts';
import { roundTo } from './random.ts';
import type { PlannedItem, ServiceRole } from './service-roles.ts';

/** A piece of work to be put into somebody's day and written down as a work record. */
export type WorkOrder = {
  readonly key: string;
  readonly date: LocalDate;
  readonly item: PlannedItem;
  readonly channel: string;
  readonly module: string;
  readonly description: string;
  readonly process: string;
  readonly result: string;
  readonly minutes: number;
  /** Minute of the day before which it cannot start. */
  readonly earliest: number;
  readonly user?: User | undefined;
  /** Somebody asked for it, so the moments of report, answer and completion are noted. */
  readonly asked: boolean;
  readonly staff?: string | undefined;
  readonly dutyType?: '值班' | '应急' | '重保' | undefined;
  /** Keys of the records it belongs to. */
  readonly related: readonly string[];
};

const serviceTypeOf: Readonly<Record<ServiceRole, string>> = {
  phone: '响应支持', mail: '响应支持', wechat: '响应支持', technical: '响应支持', defect: '响应支持', incident: '响应支持', emergency: '响应支持',
  feature: '优化改善', interface: '优化改善', schedule: '优化改善', tuning: '优化改善', hardening: '优化改善',
  inspection: '例行操作', patch: '例行操作', 'data-backup': '例行操作', 'file-backup': '例行操作',
  statistics: '咨询评估', training: '咨询评估', visit: '咨询评估', report: '咨询评估',
};

/** Work that finds no room for its full length is done in the shortest time that is still worth a record. */
const shortestMinutes = 18;

function findSlot(frame: Frame, order: WorkOrder, random: Random): { readonly staff: string; readonly start: number; readonly end: number; readonly minutes: number } | undefined {
  const candidates = order.staff === undefined ? engineersFor(frame.cast, order.item.role, random).map((engineer) => engineer.name) : [order.staff];
  for (const minutes of [order.minutes, roundTo(order.minutes / 12, 0) * 6, shortestMinutes]) {
    for (const staff of candidates) {
      const stretch = frame.dayBook.take(staff, order.date, minutes, order.earliest);
      if (stretch !== undefined) return { staff, ...stretch, minutes };
    }
  }
  return undefined;
}

/** Puts the work into a day; undefined when nobody has time left that day. Hours are whole tenths because minutes are whole sixes. */
export function placeWork(frame: Frame, order: WorkOrder, random: Random): Entry<'worklog'> | undefined {
  const slot = findSlot(frame, order, random);
  if (slot === undefined) return undefined;
  const startAt = `${order.date}T${clock(slot.start)}`;
  const reportedAt = addMinutes(startAt, -random.whole(2, Math.min(28, frame.profile.serviceLevel.answerMinutes)));
  return {
    key: order.key, kind: 'worklog', date: order.date, executor: slot.staff, doneOn: order.date, minute: slot.start,
    body: {
      date: order.date, startTime: clock(slot.start), endTime: clock(slot.end),
      channel: order.channel, serviceItem: order.item.no, serviceType: serviceTypeOf[order.item.role], module: order.module,
      ...(order.user === undefined ? {} : { requester: order.user.name, requesterUnit: order.user.unit, requesterPhone: order.user.phone }),
      ...(order.dutyType === undefined ? {} : { dutyType: order.dutyType }),
      description: order.description, process: order.process, result: order.result, state: '完成',
      ...(order.asked ? { reportedAt, answeredAt: startAt, restoredAt: `${order.date}T${clock(slot.end)}` } : {}),
      hours: roundTo(slot.minutes / 60, 1), staff: slot.staff,
      ...(order.related.length === 0 ? {} : { related: order.related.map(reference) }),
    },
  };
}
