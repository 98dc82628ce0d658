import { daysBetween, type LocalDate } from '../../shared/dates.ts';
import { createRandom, roundTo } from './random.ts';

/** Size in GB of a full backup on a day: it grows with the records, a little unevenly. */
export function backupSize(seed: number, what: 'data' | 'file', firstDay: LocalDate, date: LocalDate): number {
  const start = createRandom(seed, `backup size ${what}`);
  const [base, perDay] = what === 'data' ? [start.decimal(38, 46, 2), start.decimal(0.025, 0.045, 4)] : [start.decimal(210, 260, 2), start.decimal(0.16, 0.26, 4)];
  const wobble = createRandom(seed, `backup size ${what} ${date}`).decimal(-0.25, 0.25, 3);
  return roundTo(base + perDay * daysBetween(firstDay, date) + wobble, 3);
}
