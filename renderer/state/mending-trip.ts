import { create } from 'zustand';
import type { KindName } from '../../shared/records/kinds.ts';
import type { Severity } from '../../shared/rules/finding.ts';
import type { Route } from './route.ts';

/** From a list of findings to the form where one of them is mended. */
export type MendingTrip = {
  readonly from: Route;
  /** Whose list goes on afterwards; undefined when the trip did not begin in the list. */
  readonly rule: string | undefined;
  readonly message: string;
  /** Which of the findings that the list showed, from 0: the one that is there afterwards comes next. */
  readonly place: number;
  /** What the list was showing. */
  readonly shown: Severity | 'all';
  readonly kind: KindName;
  /** The record's id, or `new`. */
  readonly open: string;
};

type Trips = {
  readonly trip: MendingTrip | undefined;
  /** The list that a person came back to goes on where the trip began. */
  readonly returned: MendingTrip | undefined;
  readonly begin: (trip: MendingTrip) => void;
  /** The form of a new record has a record now that is not finished. */
  readonly follow: (recordId: string) => void;
  /** The trip is over, and its list goes on. */
  readonly finish: (trip: MendingTrip) => void;
  /** The person went elsewhere. */
  readonly abandon: () => void;
  readonly arrive: () => void;
};

export const useMendingTrip = create<Trips>()((set, get) => ({
  trip: undefined,
  returned: undefined,
  begin: (trip) => set({ trip, returned: undefined }),
  follow: (open) => {
    const { trip } = get();
    if (trip !== undefined) set({ trip: { ...trip, open } });
  },
  finish: (trip) => set({ trip: undefined, returned: trip }),
  abandon: () => set({ trip: undefined }),
  arrive: () => set({ returned: undefined }),
}));
