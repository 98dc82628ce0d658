import { addDays, addMonths, daysBetween, type LocalDate } from '../../shared/dates.ts';
import type { Random } from './random.ts';
import { slotWords } from './texts/slots.ts';

/** What a sentence may refer to beyond the drawn words. */
export type TextSetting = {
  readonly date: LocalDate;
  /** First day of the service; sentences do not reach back before it. */
  readonly serviceFrom: LocalDate;
  /** Words that are given, e.g. `{部门}` of the person who asked. */
  readonly given?: Readonly<Record<string, string>>;
};

function monthDay(date: LocalDate): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

function drawWord(slot: string, { date, serviceFrom }: TextSetting, random: Random): string {
  const words = slotWords[slot];
  if (words !== undefined) return random.pick(words);
  const atLeast = (day: LocalDate): LocalDate => (day < serviceFrom ? date : day);
  switch (slot) {
    case '数': return String(random.whole(2, 9));
    case '多': return String(random.whole(11, 86));
    case '百': return String(random.whole(2, 18) * 50);
    case '大': return String(random.whole(12, 480) * 100);
    case '张': return String(random.whole(1, 4));
    case '日': return monthDay(atLeast(addDays(date, -random.whole(1, 6))));
    case '月': return `${Number(atLeast(addMonths(date, -1)).slice(5, 7))}月`;
    case '月份': return `${Number(date.slice(5, 7))}月`;
    case '时刻': return `${random.whole(9, 16)}:${String(random.whole(0, 59)).padStart(2, '0')}`;
    // One release every three weeks from the first day of the service.
    case '版本': return `V3.${1 + Math.floor(Math.max(0, daysBetween(serviceFrom, date)) / 91)}.${1 + Math.floor(Math.max(0, daysBetween(serviceFrom, date)) / 21)}`;
    default: throw new RangeError(`No words for the slot ${slot}`);
  }
}

/** Fills sentences that belong together: a slot keeps its word from the first sentence to the last. */
export function createFiller(setting: TextSetting, random: Random): (text: string) => string {
  const drawn = new Map<string, string>(Object.entries(setting.given ?? {}));
  return (text) => text.replace(/\{(\p{L}+)\}/gu, (_, slot: string) => {
    const known = drawn.get(slot) ?? drawWord(slot, setting, random);
    drawn.set(slot, known);
    return known;
  });
}
