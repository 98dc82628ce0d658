import type { LocalDate } from '../dates.ts';
import type { SignOffRole } from '../records/define-kind.ts';
import type { AnyRecord } from '../records/record.ts';

/** Names in one text field: 林远航、程知秋. */
export function namesIn(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(/[、，,；;/\s]+/u).filter((name) => name !== '');
}

/** The vendor's people who did what a record tells. */
export function staffOf(record: AnyRecord): string[] {
  switch (record.kind) {
    case 'inspection': return namesIn(record.body.inspector);
    case 'worklog': return namesIn(record.body.staff);
    case 'incident': return namesIn(record.body.handler);
    case 'change': return namesIn(record.body.staff);
    case 'backup-run': return namesIn(record.body.staff);
    case 'training': return namesIn(record.body.lecturer);
    case 'visit': return namesIn(record.body.visitors);
    case 'complaint': return namesIn(record.body.firstHandler);
    case 'request': return namesIn(record.body.handler);
    case 'survey': return namesIn(record.body.staff);
    case 'report': return namesIn(record.body.author);
    default: return record satisfies never;
  }
}

export type SpanOfDay = { readonly start: string; readonly end: string };

/** `HH:MM` to `HH:MM` during which the people of a record were occupied; undefined when it does not say. */
export function timeOf(record: AnyRecord): SpanOfDay | undefined {
  switch (record.kind) {
    case 'inspection':
    case 'worklog':
    case 'training':
    case 'visit': {
      const { startTime, endTime } = record.body;
      return startTime === undefined || endTime === undefined || endTime <= startTime ? undefined : { start: startTime, end: endTime };
    }
    default: return undefined;
  }
}

/** Whose name a sign-off role carries: the customer's for 甲方确认, the vendor's for the others. */
export function sideOf(role: SignOffRole): 'client' | 'vendor' {
  return role === 'confirmer' ? 'client' : 'vendor';
}

/** What one person did on one day. */
export type PersonDay = { readonly person: string; readonly records: AnyRecord[] };

/** Every person's days with work on them. */
export function personDaysOf(records: readonly AnyRecord[]): PersonDay[] {
  const people = new Map<string, Map<LocalDate, PersonDay>>();
  for (const record of records) {
    for (const person of new Set(staffOf(record))) {
      const days = people.get(person) ?? new Map<LocalDate, PersonDay>();
      people.set(person, days);
      const day = days.get(record.date);
      if (day === undefined) days.set(record.date, { person, records: [record] });
      else day.records.push(record);
    }
  }
  return [...people.values()].flatMap((days) => [...days.values()]);
}
