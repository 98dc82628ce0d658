import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { formatChineseDate, isLocalDate } from '../../../shared/dates.ts';
import { shortTitle } from '../../state/short-title.ts';
import { overviewWords } from '../../words/overview.ts';
import { factWords, firstRunWords } from '../../words/first-run.ts';

/** One line of what was read: what it is, what it says, and the sentence it came from. */
export type Fact = { readonly label: string; readonly value: string; readonly source: string | undefined };

const money = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2 });

function day(date: string): string {
  return isLocalDate(date) ? formatChineseDate(date) : date;
}

/** The sentence of a field, or of the first field below it that has one. */
function sourceOf(profile: ContractProfile, field: string): string | undefined {
  return profile.sources[field] ?? Object.entries(profile.sources).find(([path]) => path.startsWith(`${field}.`))?.[1];
}

/** The main facts of a contract, for a person to compare with its text. */
export function profileFacts(profile: ContractProfile): Fact[] {
  const amount = profile.serviceItems.reduce((sum, item) => sum + item.amount, 0);
  const values: readonly (readonly [field: keyof typeof factWords, value: string])[] = [
    ['title', profile.title],
    ['projectName', profile.projectName],
    ['deliverablePrefix', profile.deliverablePrefix],
    ['client', profile.client.name],
    ['vendor', profile.vendor.name],
    ['signedOn', day(profile.signedOn)],
    ['service', overviewWords.period(profile.service.from, profile.service.to)],
    ['price', firstRunWords.amount(money.format(profile.price.total))],
    ['acceptance', day(profile.acceptance.deadline)],
    ['serviceLevel', firstRunWords.minutes(profile.serviceLevel.answerMinutes, profile.serviceLevel.restoreMinutes)],
    ['changeQuota', firstRunWords.personDays(profile.changeQuota.personDays)],
    ['serviceItems', firstRunWords.serviceItems(profile.serviceItems.length, money.format(amount))],
    ['deliverables', firstRunWords.deliverables(profile.deliverables.map(({ title }) => shortTitle(title, profile.deliverablePrefix)))],
  ];
  return values.map(([field, value]) => ({ label: factWords[field], value, source: sourceOf(profile, field) }));
}
