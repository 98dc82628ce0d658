import type { Span } from './plain-records.ts';

/** Days off and make-up workdays of 2024 and 2025 as the State Council's General Office announced them, typed in by hand. */
const offWork = new Set([
  '2024-01-01', ...days('2024-02-10', 8), ...days('2024-04-04', 3), ...days('2024-05-01', 5), '2024-06-10', ...days('2024-09-15', 3), ...days('2024-10-01', 7),
  '2025-01-01', ...days('2025-01-28', 8), ...days('2025-04-04', 3), ...days('2025-05-01', 5), ...days('2025-05-31', 3), ...days('2025-10-01', 8),
]);

const madeUp = new Set([
  '2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12',
  '2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11',
]);

function days(first: string, count: number): string[] {
  const start = Date.parse(`${first}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) => new Date(start + index * 86_400_000).toISOString().slice(0, 10));
}

export function daysOf({ from, to }: Span): string[] {
  return days(from, (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000 + 1);
}

export function isMadeUp(date: string): boolean {
  return madeUp.has(date);
}

export function workDays(span: Span): string[] {
  const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();
  return daysOf(span).filter((date) => madeUp.has(date) || (!offWork.has(date) && weekday(date) !== 0 && weekday(date) !== 6));
}

/** The calendar months of a span, cut to it. */
export function monthsOf(span: Span): Span[] {
  return [...Map.groupBy(daysOf(span), (date) => date.slice(0, 7)).values()].map((all) => ({ from: all[0] ?? '', to: all.at(-1) ?? '' }));
}

/** Three months each from the first day of service, as the contract of the sample counts its quarters. */
export function quartersOf(service: Span): Span[] {
  const startOf = (quarter: number): string => {
    const months = Number(service.from.slice(5, 7)) - 1 + 3 * quarter;
    return `${Number(service.from.slice(0, 4)) + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-${service.from.slice(8)}`;
  };
  const dayBefore = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  return [0, 1, 2, 3].map((quarter) => ({ from: startOf(quarter), to: dayBefore(startOf(quarter + 1)) }));
}
