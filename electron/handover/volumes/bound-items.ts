import { reportingPeriods } from '../../../shared/contract/periods.ts';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { addDays, daysBetween } from '../../../shared/dates.ts';
import type { PlannedFile } from '../../../shared/deliverables/plan.ts';
import { kindOf } from '../../../shared/records/kinds.ts';
import type { BoundItem } from '../../../shared/volumes/volume.ts';
import { scopeOf } from '../deliverables/data-digest.ts';
import { numberRange } from '../deliverables/package-files.ts';

/** What is known of a document's pages: counted as it is now, or as it was before it changed. */
export type KnownPages = { readonly pages: number; /** Where its forms begin, where somebody looked. */ readonly recordStarts?: readonly number[] | undefined; readonly isCurrent: boolean; /** Its signed paper is bound. */ readonly isSigned?: boolean | undefined };

/** Rows on a page of a list: upright text wraps in Word's lists, ledgers are set small. */
const listRows = { docx: 13, xlsx: 25 };
/** Pages of reports of an ordinary year. */
const reportPages: Readonly<Record<string, number>> = { 季度: 20, 月度: 12, 年度: 35 };

/** How many pages a document probably has: one for each form, the rows of a list by its page, reports as they usually are. */
export function estimatedPages({ deliverable, records }: PlannedFile): number {
  if (deliverable.layout === 'list') return Math.max(1, Math.ceil(records.length / (deliverable.template.endsWith('.xlsx') ? listRows.xlsx : listRows.docx)));
  return Math.max(1, records.reduce((sum, record) => sum + (record.kind === 'report' ? reportPages[record.body.reportType] ?? 1 : 1), 0));
}

function withoutPrefix(profile: ContractProfile, title: string): string {
  const { deliverablePrefix } = profile;
  return title.startsWith(deliverablePrefix) && title.length > deliverablePrefix.length ? title.slice(deliverablePrefix.length) : title;
}

/** Where the forms of a file begin: as it was looked up, else as if all were alike. */
function recordStarts({ deliverable, records }: PlannedFile, pages: number, known: KnownPages | undefined): { readonly recordStarts?: readonly number[] } {
  if (deliverable.layout === 'list' || records.length < 2) return {};
  return { recordStarts: known?.recordStarts ?? records.map((_, index) => Math.floor((index * pages) / records.length)) };
}

/** 文件材料题名: what the document is, and which one: its period, or what its only record is about. */
function itemTitle(deliverableTitle: string, { deliverable, period, records }: PlannedFile): string {
  const [record] = records;
  if (deliverable.kind === 'report' && deliverable.layout === 'form') return deliverableTitle.includes('年') ? deliverableTitle : `${deliverableTitle}（${period.label}）`;
  if (deliverable.grouping !== 'record') return deliverable.grouping === 'all' ? deliverableTitle : `${deliverableTitle}（${period.label}）`;
  const subject = record?.title ?? '';
  return subject === '' || subject === deliverableTitle ? deliverableTitle : `${deliverableTitle}：${subject}`;
}

/** The reporting period that most of a span of days lies in, so written that periods sort; none for what is longer than a period. */
function quarterOf(profile: ContractProfile, from: string, to: string): string {
  const length = daysBetween(from, to);
  const middle = addDays(from, Math.floor(length / 2));
  const period = reportingPeriods(profile).find((candidate) => candidate.from <= middle && middle <= candidate.to && length <= daysBetween(candidate.from, candidate.to));
  return period === undefined ? '' : `${period.from} ${period.label}`;
}

/** Void records stay in their place, and the contents list says so (作废留号). */
function itemNote({ records }: PlannedFile): string {
  const voided = records.filter(({ status }) => status === 'void').length;
  const count = records.length > 1 ? `${records.length} 份` : '';
  return [count, voided === 0 ? '' : records.length === 1 ? '作废' : `其中作废 ${voided} 份`].filter((text) => text !== '').join('，');
}

/**
 * The documents of a delivery plan as they are bound, in its order.
 * @param known what was counted of a document's pages; undefined when it never was
 * @param photosOf how many photos a document shows; not given where it does not matter
 */
export function boundItems(profile: ContractProfile, plan: readonly PlannedFile[], known: (planned: PlannedFile) => KnownPages | undefined, photosOf?: (planned: PlannedFile) => number): BoundItem[] {
  return plan.map((planned) => {
    const { deliverable, period, records } = planned;
    const count = known(planned);
    const pages = count?.pages ?? estimatedPages(planned);
    const deliverableTitle = withoutPrefix(profile, deliverable.title);
    return {
      deliverable: deliverable.id,
      scope: scopeOf(planned),
      title: itemTitle(deliverableTitle, planned),
      deliverableTitle,
      kindTitle: kindOf(deliverable.kind).title,
      fileNumber: numberRange(planned),
      responsible: profile.vendor.name,
      // A report is dated by the day it was written, a list by its last day.
      date: records.length === 1 ? (records[0]?.date ?? period.to) : period.to,
      from: period.from,
      to: period.to,
      quarter: quarterOf(profile, period.from, period.to),
      records: records.length,
      note: [itemNote(planned), count?.isSigned === true ? '签字原件' : ''].filter((text) => text !== '').join('，'),
      pages,
      ...recordStarts(planned, pages, count),
      ...(photosOf === undefined ? {} : { photos: photosOf(planned) }),
      pagesAreCounted: count?.isCurrent ?? false,
    };
  });
}
