import { createStore, type StoreApi } from 'zustand/vanilla';
import { commonWords } from '../words/common.ts';
import { valueAt, withValueAt, type Path } from '../state/at-path.ts';

/** What is wrong, by the place that `placeOf` gives a field. */
export type Problems = ReadonlyMap<string, string>;

/** What is worth a look but keeps nobody from saving. `open` leads to the record that it speaks of. */
export type Notice = { readonly text: string; readonly tone: 'warning' | 'hint'; readonly open?: { readonly id: string; readonly label: string } };
export type Notices = ReadonlyMap<string, Notice>;

/** How one form checks itself and names its places. */
export type FormRules = {
  readonly check: (values: unknown) => Problems;
  readonly placeOf: (path: Path) => string;
};

/** What undoing goes back to, and which place made it; a place that changes again soon belongs to the same step. */
type Step = { readonly values: unknown; readonly place: string; readonly at: number };

export type FormState = {
  readonly values: unknown;
  readonly problems: Problems;
  readonly notices: Notices;
  /** Places that a person changed. */
  readonly touched: ReadonlySet<string>;
  /** Places whose problem it is too early to show: never right so far, and not left yet. */
  readonly quiet: ReadonlySet<string>;
  readonly showsAllProblems: boolean;
  /** Something besides the values waits to be saved: files of a record that is not there yet. */
  readonly holdsMore: boolean;
  readonly isDirty: boolean;
  /** The values of the last saving, or of the beginning. */
  readonly stored: unknown;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  readonly rules: FormRules;
  readonly set: (path: Path, value: unknown) => void;
  /** Brings `problems` up to the values as they are. */
  readonly checkNow: () => void;
  /** The cursor has gone from a place. */
  readonly leave: (path: Path) => void;
  /** Changes that a button makes; the values count as changed but no single field as touched. */
  readonly replace: (values: unknown) => void;
  readonly holdMore: (holdsMore: boolean) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Problems that only the core could find. */
  readonly addProblems: (problems: Problems) => void;
  readonly notice: (notices: Notices) => void;
  readonly showAllProblems: () => void;
  /** After saving: these values are the stored ones. */
  readonly settle: (values: unknown) => void;
  /** The record was changed elsewhere: `stored` is what it is now, `values` stay unsaved. */
  readonly rebase: (stored: unknown, values: unknown) => void;
};

export type FormModel = StoreApi<FormState>;

const stepMs = 800;
const mostSteps = 200;

/** A field that became empty in another way than by the person in it is not to be scolded for it at once. */
function nextQuiet(state: FormState, problems: Problems, changed: ReadonlySet<string>): ReadonlySet<string> {
  const staying = [...state.quiet].filter((place) => problems.has(place));
  const arisen = [...problems].filter(([place, message]) => message === commonWords.required && !changed.has(place) && !state.problems.has(place)).map(([place]) => place);
  return new Set([...staying, ...arisen]);
}

/** The world of a form; tests and small forms need none of their own. */
export type FormWorld = {
  /** Milliseconds of any clock that goes on; tells which changes belong to one step of undoing. */
  readonly now: () => number;
  /** Does the checking when there is time for it; a later call takes the place of an earlier one. */
  readonly whenIdle: (check: () => void) => void;
};

const atOnce: FormWorld = { now: () => performance.now(), whenIdle: (check) => check() };

/**
 * The state of one form. Every keystroke changes one place; the whole is checked after it, so problems between fields show, but in long
 * forms not before the letter is on the screen.
 */
export function createForm(initial: unknown, rules: FormRules, { now, whenIdle }: FormWorld = atOnce): FormModel {
  const begin = (values: unknown): Pick<FormState, 'values' | 'problems' | 'quiet' | 'touched' | 'showsAllProblems' | 'stored' | 'past' | 'future'> => {
    const problems = rules.check(values);
    return { values, problems, quiet: new Set(problems.keys()), touched: new Set(), showsAllProblems: false, stored: values, past: [], future: [] };
  };
  return createStore<FormState>()((set, get) => {
    // What was changed since the last check; nothing is unchecked while it is undefined.
    let unchecked: Set<string> | undefined;
    const check = (): void => {
      if (unchecked === undefined) return;
      const changed = unchecked;
      unchecked = undefined;
      const problems = rules.check(get().values);
      set({ problems, quiet: nextQuiet(get(), problems, changed) });
    };
    const take = (values: unknown, place: string | undefined, more: Partial<FormState>): void => {
      unchecked ??= new Set();
      if (place !== undefined) unchecked.add(place);
      set({ values, isDirty: get().holdsMore || values !== get().stored, ...more });
      whenIdle(check);
    };
    const settled = (values: unknown): ReturnType<typeof begin> => {
      unchecked = undefined;
      return begin(values);
    };
    const remembered = (place: string): readonly Step[] => {
      const { past, values, future } = get();
      const last = past.at(-1);
      const at = now();
      if (last !== undefined && future.length === 0 && place !== '' && last.place === place && at - last.at < stepMs) return [...past.slice(0, -1), { ...last, at }];
      return [...past.slice(1 - mostSteps), { values, place, at }];
    };
    const step = (from: 'past' | 'future', to: 'past' | 'future'): void => {
      const last = get()[from].at(-1);
      if (last === undefined) return;
      const { values } = get();
      take(last.values, undefined, { [from]: get()[from].slice(0, -1), [to]: [...get()[to], { ...last, values, at: -stepMs }] });
    };
    return {
      ...begin(initial),
      notices: new Map(),
      holdsMore: false,
      isDirty: false,
      rules,
      set: (path, value) => {
        const place = rules.placeOf(path);
        const past = remembered(place);
        const touched = get().touched.has(place) ? get().touched : new Set([...get().touched, place]);
        take(withValueAt(get().values, path, value), place, { touched, past, future: [] });
      },
      checkNow: check,
      leave: (path) => {
        check();
        const place = rules.placeOf(path);
        const { quiet, touched } = get();
        if (touched.has(place) && quiet.has(place)) set({ quiet: new Set([...quiet].filter((other) => other !== place)) });
      },
      replace: (values) => {
        const past = remembered('');
        take(values, undefined, { isDirty: true, past, future: [] });
      },
      holdMore: (holdsMore) => {
        if (holdsMore !== get().holdsMore) set({ holdsMore, isDirty: holdsMore || get().values !== get().stored });
      },
      undo: () => step('past', 'future'),
      redo: () => step('future', 'past'),
      addProblems: (problems) => set({ problems: new Map([...get().problems, ...problems]), showsAllProblems: true }),
      notice: (notices) => set({ notices }),
      showAllProblems: () => set({ showsAllProblems: true }),
      settle: (values) => set({ ...settled(values), holdsMore: false, isDirty: false }),
      rebase: (stored, values) => set({ ...settled(values), stored, isDirty: true }),
    };
  });
}

/** The problem to show at a place, if it is time to show it. */
export function visibleProblem(state: FormState, place: string): string | undefined {
  return state.showsAllProblems || !state.quiet.has(place) ? state.problems.get(place) : undefined;
}

/** Places that must be filled in and are empty, in the order of the check. */
export function missingPlaces(state: FormState): readonly string[] {
  return [...state.problems].flatMap(([place, message]) => (message === commonWords.required ? [place] : []));
}

export function formValue(state: FormState, path: Path): unknown {
  return valueAt(state.values, path);
}
