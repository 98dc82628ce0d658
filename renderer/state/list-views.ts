import type { LocalDate } from '../../shared/dates.ts';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import type { SavedView } from '../../shared/records/list-settings.ts';
import { namedSpans } from './day-spans.ts';
import { everything, isSameChoice, newestFirst, type ListChoice } from './records-filter.ts';

export const builtInViews = ['all', 'drafts', 'this-month', 'unsigned', 'unscanned', 'late', 'void'] as const;
export type BuiltInView = (typeof builtInViews)[number];

/** What a view that every list has shows. Only final records are asked for signatures and scans. */
export function builtInChoice(view: BuiltInView, profile: Pick<ContractProfile, 'service' | 'reporting'>, today: LocalDate): ListChoice {
  switch (view) {
    case 'all': return everything;
    case 'drafts': return { filter: { status: 'draft' }, order: newestFirst };
    case 'this-month': {
      const month = namedSpans(profile, today).find(({ id }) => id === 'this-month');
      return { filter: { from: month?.from, to: month?.to }, order: newestFirst };
    }
    case 'unsigned': return { filter: { status: 'final', signed: false }, order: newestFirst };
    case 'unscanned': return { filter: { status: 'final', files: 'no-scan' }, order: newestFirst };
    case 'late': return { filter: { late: true }, order: newestFirst };
    case 'void': return { filter: { status: 'void' }, order: newestFirst };
    default: return view satisfies never;
  }
}

/** The view that shows exactly this: one of those that every list has, or a saved one. */
export function viewOf(choice: ListChoice, saved: readonly SavedView[], profile: Pick<ContractProfile, 'service' | 'reporting'>, today: LocalDate): BuiltInView | SavedView | undefined {
  return saved.find((view) => isSameChoice(view, choice)) ?? builtInViews.find((view) => isSameChoice(builtInChoice(view, profile, today), choice));
}

/** The saved views with one more; one of the same name takes the place of the other. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  const place = views.findIndex(({ name }) => name === view.name);
  return place === -1 ? [...views, view] : views.map((other, index) => (index === place ? { ...view, id: other.id } : other));
}
