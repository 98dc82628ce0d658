import { addDays, addMonths, daysBetween, formatChineseDate, type LocalDate } from '../dates.ts';
import type { ContractProfile, Question } from './profile.ts';

/** Whole months of a period, both ends included; undefined when it is no number of whole months. */
function wholeMonths(from: LocalDate, to: LocalDate): number | undefined {
  const about = Math.round(daysBetween(from, addDays(to, 1)) / 30.44);
  return [about - 1, about, about + 1].find((months) => months > 0 && addDays(addMonths(from, months), -1) === to);
}

/** Moves days by one service period: by whole months where it has them, otherwise by its days. */
function shiftOf(service: ContractProfile['service']): (date: LocalDate) => LocalDate {
  const months = wholeMonths(service.from, service.to);
  const days = daysBetween(service.from, addDays(service.to, 1));
  return (date) => (months === undefined ? addDays(date, days) : addMonths(date, months));
}

/** The end of a period is the day before the next one begins, so that 28 February does not stay the 28th. */
function shiftEnd(service: ContractProfile['service']): LocalDate {
  return addDays(shiftOf(service)(addDays(service.to, 1)), -1);
}

/** `2024年度…项目` → `2025年度…项目`; a name without a year stays. */
function shiftYears(name: string, years: number): string {
  return years === 0 ? name : name.replace(/(?<!\d)20\d{2}(?=年|-|—|至)/g, (year) => String(Number(year) + years));
}

function asked(id: string, field: string, question: string, options: readonly string[] = []): Question {
  return { id, field, question, options: [...new Set(options)].filter((option) => option !== ''), sources: [] };
}

/** What a renewal never takes over unseen: the new contract decides it. */
function renewalQuestions(before: ContractProfile, after: ContractProfile): Question[] {
  const days = (date: LocalDate): string => formatChineseDate(date);
  return [
    asked('renewal-title', 'title', '续签合同的名称是什么？暂按上一份合同的名称和年份推算。', [after.title, before.title]),
    asked('renewal-project-name', 'projectName', '续签后的项目名称有没有变化？', [after.projectName, before.projectName]),
    asked('renewal-signed-on', 'signedOn', `续签合同是哪一天签订的？暂按上一份的签订日期推算为${days(after.signedOn)}。`),
    asked('renewal-from', 'service.from', `服务期从哪一天开始？暂接上一服务期，从${days(after.service.from)}开始。`, [after.service.from]),
    asked('renewal-to', 'service.to', `服务期到哪一天为止？暂按相同长度推算为${days(after.service.to)}。`, [after.service.to]),
    asked('renewal-deadline', 'acceptance.deadline', `验收截止日期是哪一天？暂推算为${days(after.acceptance.deadline)}。`, [after.acceptance.deadline]),
    asked('renewal-total', 'price.total', '续签合同的总价是多少？暂按上一份合同，分期付款和服务项的价款请一并核对。', [String(before.price.total)]),
    asked('renewal-people', 'people', '双方人员有没有变化？人员名单是从上一份合同复制的，请核对。'),
  ];
}

/**
 * The profile of a renewal: a copy with every date moved by one service period, and questions about all that the new contract decides.
 * Records, answers and quoted sentences belong to the former contract and stay there; days set for it stay, too, unless they still lie ahead.
 */
export function renewedProfile(before: ContractProfile): ContractProfile {
  const shift = shiftOf(before.service);
  const from = addDays(before.service.to, 1);
  const years = Number(from.slice(0, 4)) - Number(before.service.from.slice(0, 4));
  const after: ContractProfile = {
    ...before,
    title: shiftYears(before.title, years),
    projectName: shiftYears(before.projectName, years),
    deliverablePrefix: shiftYears(before.deliverablePrefix, years),
    signedOn: shift(before.signedOn),
    service: { from, to: shiftEnd(before.service) },
    acceptance: { ...before.acceptance, deadline: shift(before.acceptance.deadline) },
    deliverables: before.deliverables.map((deliverable) => ({ ...deliverable, title: shiftYears(deliverable.title, years) })),
    calendarOverrides: Object.fromEntries(Object.entries(before.calendarOverrides).filter(([date]) => date >= from)),
    questions: [],
    sources: {},
  };
  return { ...after, questions: renewalQuestions(before, after) };
}
