import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { formatChineseDate, isLocalDate } from '../../../shared/dates.ts';
import { shortTitle } from '../../state/short-title.ts';
import { overviewWords } from '../../words/overview.ts';
import { factGroupWords, factWords, firstRunWords } from '../../words/first-run.ts';

/** One line of what was read: what it is, what it says, and the sentence it came from. */
export type Fact = { readonly label: string; readonly value: string; readonly source: string | undefined };

/** Facts that belong together, under one heading. */
export type FactGroup = { readonly title: string; readonly facts: readonly Fact[] };

type FactName = keyof typeof factWords;

const money = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2 });

const groups: readonly (readonly [group: keyof typeof factGroupWords, facts: readonly FactName[]])[] = [
  ['names', ['title', 'projectName', 'deliverablePrefix']],
  ['parties', ['client', 'vendor']],
  ['days', ['signedOn', 'service', 'acceptance', 'reporting', 'serviceLevel']],
  ['money', ['price', 'serviceItems', 'changeQuota']],
  ['papers', ['deliverables']],
];

function day(date: string): string {
  return isLocalDate(date) ? formatChineseDate(date) : date;
}

/** The sentence of a field, or of the first field below it that has one. */
function sourceOf(profile: ContractProfile, field: string): string | undefined {
  return profile.sources[field] ?? Object.entries(profile.sources).find(([path]) => path.startsWith(`${field}.`))?.[1];
}

function values(profile: ContractProfile): Readonly<Record<FactName, string>> {
  const amount = profile.serviceItems.reduce((sum, item) => sum + item.amount, 0);
  const { everyMonths, reviewDays, reviewDayType } = profile.reporting;
  return {
    title: profile.title,
    projectName: profile.projectName,
    deliverablePrefix: profile.deliverablePrefix,
    client: profile.client.name,
    vendor: profile.vendor.name,
    signedOn: day(profile.signedOn),
    service: overviewWords.period(profile.service.from, profile.service.to),
    acceptance: day(profile.acceptance.deadline),
    reporting: firstRunWords.reporting(everyMonths, reviewDays, reviewDayType === 'calendar' ? firstRunWords.calendarDay : firstRunWords.workingDay),
    serviceLevel: firstRunWords.minutes(profile.serviceLevel.answerMinutes, profile.serviceLevel.restoreMinutes),
    price: firstRunWords.amount(money.format(profile.price.total)),
    serviceItems: firstRunWords.serviceItems(profile.serviceItems.length, money.format(amount)),
    changeQuota: firstRunWords.personDays(profile.changeQuota.personDays),
    deliverables: firstRunWords.deliverables(profile.deliverables.map(({ title }) => shortTitle(title, profile.deliverablePrefix))),
  };
}

/** The main facts of a contract by groups, for a person to compare with its text. */
export function profileFacts(profile: ContractProfile): FactGroup[] {
  const texts = values(profile);
  return groups.map(([group, names]) => ({
    title: factGroupWords[group],
    facts: names.map((name) => ({ label: factWords[name], value: texts[name], source: sourceOf(profile, name) })),
  }));
}
