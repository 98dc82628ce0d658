import { addDays, type LocalDate } from '../../shared/dates.ts';
import { faultLevels } from '../../shared/records/common-fields.ts';
import type { KindBody } from '../../shared/records/kinds.ts';
import { engineersFor } from './cast.ts';
import { clock } from './day-book.ts';
import type { Entry } from './entry.ts';
import { createFiller } from './fill-text.ts';
import { workingDaysIn, type Frame } from './frame.ts';
import { createRandom, roundTo, type Random } from './random.ts';
import { itemFor, type PlannedItem, type ServiceRole } from './service-roles.ts';
import { configurationTexts, hardeningTexts, patchTexts, tuningTexts, type ChangeText, type TuningText } from './texts/changes.ts';

type Category = KindBody<'change'>['category'];

/** Maintenance windows begin after office hours. */
const windowFrom = 1080;
/** A month with fewer working days in the service is too short for a change. */
const fewestDays = 4;

type Plan = { readonly key: string; readonly date: LocalDate; readonly category: Category; readonly item: PlannedItem; readonly text: ChangeText | TuningText };

function measuresOf(text: ChangeText | TuningText, random: Random): { readonly before: string; readonly after: string } {
  if (!('measure' in text)) return { before: text.before, after: text.after };
  const from = random.decimal(text.from[0], text.from[1], text.decimals);
  const after = Math.max(10 ** -text.decimals, roundTo(from * (text.ratio[0] + random.next() * (text.ratio[1] - text.ratio[0])), text.decimals));
  return { before: `${text.measure} ${from} ${text.unit}`, after: `${text.measure} ${after} ${text.unit}，下降 ${Math.round((1 - after / from) * 100)}%` };
}

/** Numbers of an invented register of weaknesses: `AQ-2024-0137`. */
function vulnerabilityNumber(date: LocalDate, random: Random): string {
  return `AQ-${date.slice(0, 4)}-${String(random.whole(101, 986)).padStart(4, '0')}`;
}

function createChange(frame: Frame, plan: Plan, random: Random): Entry<'change'> {
  const { date, category, item, text } = plan;
  const fill = createFiller({ date, serviceFrom: frame.profile.service.from, given: { 部门: random.pick(frame.cast.users).unit } }, random);
  const minutes = random.whole(9, 26) * 6;
  const start = windowFrom + random.whole(0, 8) * 5;
  const staff = engineersFor(frame.cast, item.role, random).find((engineer) => frame.dayBook.isFree(engineer.name, date, start, start + minutes))?.name ?? frame.cast.manager;
  frame.dayBook.block(staff, date, start, start + minutes);
  const { before, after } = measuresOf(text, random);
  return {
    key: plan.key, kind: 'change', date, executor: staff, doneOn: date, minute: start,
    body: {
      date, category, serviceItem: item.no, name: fill(text.name), system: frame.system, target: fill(text.target), reason: `${fill(text.reason)}。`,
      ...(category === '安全加固' ? { vulnerability: vulnerabilityNumber(date, random), severity: random.pick(faultLevels.slice(1)) } : {}),
      before: `${fill(before)}。`, after: `${fill(after)}。`, startedAt: `${date}T${clock(start)}`, endedAt: `${date}T${clock(start + minutes)}`,
      steps: fill(text.steps), rollbackPlan: fill(text.rollback), verification: fill(text.verification), result: '成功', staff, approver: frame.cast.contact.name,
      hours: roundTo(minutes / 60, 1),
    },
  };
}

type Series = { readonly category: Category; readonly roles: readonly ServiceRole[]; readonly texts: readonly (ChangeText | TuningText)[]; readonly everyMonths: number };

const series: readonly Series[] = [
  { category: '软件补丁', roles: ['patch'], texts: patchTexts, everyMonths: 1 },
  { category: '安全加固', roles: ['hardening'], texts: hardeningTexts, everyMonths: 1 },
  { category: '性能调优', roles: ['tuning'], texts: tuningTexts, everyMonths: 2 },
  { category: '配置变更', roles: ['technical', 'feature'], texts: configurationTexts, everyMonths: 4 },
];

/** 变更: patches and hardening every month, tuning with numbers before and after, and other changes; only for items the contract prices. */
export function createChanges(frame: Frame): Entry<'change'>[] {
  return series.flatMap(({ category, roles, texts, everyMonths }) => {
    const random = createRandom(frame.seed, `changes ${category}`);
    const item = itemFor(frame.items, ...roles);
    if (item === undefined) return [];
    const order = random.shuffle(texts);
    const months = frame.months.filter((_, index) => index % everyMonths === (everyMonths === 1 ? 0 : 1));
    return months.flatMap((month, index) => {
      const days = workingDaysIn(frame, { from: month.from, to: addDays(month.to, -1) });
      if (days.length < fewestDays) return [];
      const text = order[index % order.length];
      if (text === undefined) throw new RangeError(`No texts for ${category}`);
      return [createChange(frame, { key: `change ${category} ${month.key}`, date: random.pick(days.slice(2)), category, item, text }, random)];
    });
  });
}
