import { createStore, type StoreApi } from 'zustand/vanilla';
import { valueAt, withValueAt, type Path } from '../state/at-path.ts';

/** What is wrong, by the place that `placeOf` gives a field. */
export type Problems = ReadonlyMap<string, string>;

/** How one form checks itself and names its places. */
export type FormRules = {
  readonly check: (values: unknown) => Problems;
  readonly placeOf: (path: Path) => string;
};

export type FormState = {
  readonly values: unknown;
  readonly problems: Problems;
  /** Places that a person changed: only these show their problems before the first attempt to save. */
  readonly touched: ReadonlySet<string>;
  readonly showsAllProblems: boolean;
  readonly isDirty: boolean;
  readonly rules: FormRules;
  readonly set: (path: Path, value: unknown) => void;
  /** Changes that a button makes; the values count as changed but no single field as touched. */
  readonly replace: (values: unknown) => void;
  /** Problems that only the core could find. */
  readonly addProblems: (problems: Problems) => void;
  readonly showAllProblems: () => void;
  /** After saving: these values are the stored ones. */
  readonly settle: (values: unknown) => void;
};

export type FormModel = StoreApi<FormState>;

/** The state of one form. Every keystroke changes one place and checks the whole, so problems between fields show at once. */
export function createForm(initial: unknown, rules: FormRules): FormModel {
  return createStore<FormState>()((set, get) => ({
    values: initial,
    problems: rules.check(initial),
    touched: new Set(),
    showsAllProblems: false,
    isDirty: false,
    rules,
    set: (path, value) => {
      const values = withValueAt(get().values, path, value);
      set({ values, problems: rules.check(values), touched: new Set([...get().touched, rules.placeOf(path)]), isDirty: true });
    },
    replace: (values) => set({ values, problems: rules.check(values), isDirty: true }),
    addProblems: (problems) => set({ problems: new Map([...get().problems, ...problems]), showsAllProblems: true }),
    showAllProblems: () => set({ showsAllProblems: true }),
    settle: (values) => set({ values, problems: rules.check(values), touched: new Set(), showsAllProblems: false, isDirty: false }),
  }));
}

/** The problem to show at a place, if it is time to show it. */
export function visibleProblem(state: FormState, path: Path): string | undefined {
  const place = state.rules.placeOf(path);
  return state.showsAllProblems || state.touched.has(place) ? state.problems.get(place) : undefined;
}

export function formValue(state: FormState, path: Path): unknown {
  return valueAt(state.values, path);
}
