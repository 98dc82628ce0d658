import type { LocalDate } from '../../../shared/dates.ts';
import { issuedStates, type IssuedState } from '../../../shared/deliverables/issued-state.ts';
import type { ChannelCall } from '../../../shared/ipc/contract.ts';
import type { Freshness, PlannedDeliverable, PlannedDocument } from '../../../shared/ipc/delivery-channels.ts';
import { deliveryWords } from '../../words/delivery.ts';

/** Which files of the plan are shown. */
export type PlanFilter = { readonly from: LocalDate | undefined; readonly to: LocalDate | undefined; readonly show: 'all' | 'outdated' | 'unprinted' | 'unsigned' };

export const wholePlan: PlanFilter = { from: undefined, to: undefined, show: 'all' };

function isShown(file: PlannedDocument, { from, to, show }: PlanFilter): boolean {
  // A file belongs to a span when its period touches it.
  if ((from !== undefined && file.to < from) || (to !== undefined && file.from > to)) return false;
  const state = file.issued?.state;
  switch (show) {
    case 'all': return true;
    case 'outdated': return file.freshness !== 'current';
    case 'unprinted': return state === undefined || state === 'made';
    case 'unsigned': return state === undefined || state === 'made' || state === 'printed';
    default: return show satisfies never;
  }
}

/** The plan without the files that the filter leaves out; deliverables stay only where the whole plan is shown or a file is left. */
export function filteredPlan(plan: readonly PlannedDeliverable[], filter: PlanFilter): PlannedDeliverable[] {
  const isWhole = filter.from === undefined && filter.to === undefined && filter.show === 'all';
  return plan
    .map((deliverable) => ({ ...deliverable, files: deliverable.files.filter((file) => isShown(file, filter)) }))
    .filter(({ files }) => isWhole || files.length > 0);
}

export type PlanCounts = { readonly files: number; readonly freshness: Readonly<Record<Freshness, number>>; readonly paper: Readonly<Record<IssuedState, number>> };

/** How many files there are, how many of them are up to date, and how far their paper is. */
export function countPlan(files: readonly PlannedDocument[]): PlanCounts {
  const fresh = (freshness: Freshness): number => files.filter((file) => file.freshness === freshness).length;
  const paper = (state: IssuedState): number => files.filter(({ issued }) => issued?.state === state).length;
  return {
    files: files.length,
    freshness: { never: fresh('never'), current: fresh('current'), stale: fresh('stale') },
    paper: { made: paper('made'), printed: paper('printed'), signed: paper('signed'), scanned: paper('scanned') },
  };
}

/** Files that have at least come so far, e.g. signed ones among which scanned ones count too. */
export function countFrom(counts: PlanCounts, state: IssuedState): number {
  return issuedStates.slice(issuedStates.indexOf(state)).reduce((sum, later) => sum + counts.paper[later], 0);
}

/** Tells a file of the plan from all others. */
export function fileKey(deliverable: string, scope: string): string {
  return `${deliverable} ${scope}`;
}

type FileChoice = NonNullable<ChannelCall<'jobs.render'>['files']>[number];

/** The chosen files that are still in the plan: for generating, and, of those that were made, the ids for noting their paper. */
export function chosenFiles(plan: readonly PlannedDeliverable[], chosen: ReadonlySet<string>): { readonly files: readonly FileChoice[]; readonly issued: readonly string[] } {
  const found = plan.flatMap((deliverable) => deliverable.files.filter(({ scope }) => chosen.has(fileKey(deliverable.id, scope))).map((file) => ({ deliverable: deliverable.id, file })));
  return {
    files: found.map(({ deliverable, file }) => ({ deliverable, scope: file.scope })),
    issued: found.flatMap(({ file }) => (file.issued === undefined ? [] : [file.issued.id])),
  };
}

/** The set with these keys put in or taken out. */
export function withChoice(chosen: ReadonlySet<string>, keys: readonly string[], isChosen: boolean): ReadonlySet<string> {
  return isChosen ? new Set([...chosen, ...keys]) : new Set([...chosen].filter((key) => !keys.includes(key)));
}

/** Proposed name of a package: with its day, so that the next does not take its place. */
export function packageName(today: LocalDate): string {
  return deliveryWords.packageNameOf(today.replaceAll('-', ''));
}

export function isPackageName(name: string): boolean {
  return /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,59}$/.test(name);
}
