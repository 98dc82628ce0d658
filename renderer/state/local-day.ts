import type { LocalDate } from '../../shared/dates.ts';

/** The day of an instant at this computer, as records write days. */
export function localDayOf(at: string): LocalDate {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
