import type { ContractProfile } from '../../../shared/contract/profile.ts';
import type { Period } from '../../../shared/contract/periods.ts';
import { daysBetween, formatChineseDate } from '../../../shared/dates.ts';
import type { PlannedFile } from '../../../shared/deliverables/plan.ts';
import { kindOf } from '../../../shared/records/kinds.ts';
import type { StagedFile } from '../package/description.ts';
import { deliverableFolder } from './render-deliverables.ts';

/** 电子档案 of the directory rules of 档发〔2012〕7号. */
export const documentsFolder = 'data/电子档案';

/** `XJ-20240805-01 至 XJ-20240830-01`, or the only number. */
export function numberRange(planned: PlannedFile): string {
  const first = planned.records[0]?.number ?? '';
  const last = planned.records.at(-1)?.number ?? '';
  return first === last ? first : `${first} 至 ${last}`;
}

/** 年度 of the directory rules: the year a document begins in; both years for one that covers most of a service year. */
export function yearFolder({ from, to }: Period): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first !== last && daysBetween(from, to) > 183 ? `${first}-${last}` : first;
}

/** Documents of one title that differ by their month or quarter; single forms are told apart by their number instead. */
function hasSpanInTitle({ deliverable, name }: PlannedFile): boolean {
  return deliverable.kind === 'report' ? name !== deliverable.title : deliverable.grouping === 'month' || deliverable.grouping === 'quarter';
}

/** The folder of a document inside the package: `data/电子档案/<年度>/<类别>`. */
export function documentFolder(profile: ContractProfile, planned: PlannedFile): string {
  return `${documentsFolder}/${yearFolder(planned.period)}/${deliverableFolder(profile, planned)}`;
}

/** What the lists of the package say of a document. */
export function documentFacts(profile: ContractProfile, planned: PlannedFile): Omit<StagedFile, 'path' | 'content'> {
  const { deliverable, period, records } = planned;
  return {
    title: hasSpanInTitle(planned) ? `${deliverable.title}（${period.label}）` : deliverable.title,
    kind: kindOf(deliverable.kind).title,
    date: period.from === period.to ? formatChineseDate(period.from) : `${formatChineseDate(period.from)}至${formatChineseDate(period.to)}`,
    responsible: profile.vendor.name,
    archiveNumber: records.length === 1 ? (records[0]?.number ?? '') : '',
    // All forms of a kind have one title; what this one is about stands beside it.
    note: records.length === 1 ? (records[0]?.title ?? '') : `${records.length} 份，编号 ${numberRange(planned)}`,
  };
}
