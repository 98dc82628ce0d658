import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { valueAt, withValueAt, type Path } from '../../state/at-path.ts';

/** A part of the profile that was changed here and elsewhere in different ways. */
export type ProfileClash = { readonly path: Path; readonly mine: unknown; readonly theirs: unknown };

function ordered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  return Object.entries(value).filter(([, entry]) => entry !== undefined).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, entry]) => [name, ordered(entry)]);
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function namesOf(values: readonly unknown[]): string[] {
  return [...new Set(values.flatMap((value) => (typeof value === 'object' && value !== null ? Object.keys(value) : [])))];
}

/** The parts that are chosen as a whole: single fields, and tables, whose rows depend on each other. */
function partsOf(profiles: readonly unknown[]): Path[] {
  return namesOf(profiles).flatMap((name): Path[] => {
    const values = profiles.map((profile) => valueAt(profile, [name]));
    const isGroup = values.every((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
    return isGroup ? namesOf(values).map((inner) => [name, inner]) : [[name]];
  });
}

/**
 * Brings two changes of one profile together: what only one of them changed is taken, what both changed differently is a clash, for which
 * `values` has mine. Answers to questions are never clashes: those given elsewhere stay.
 * @param base the profile that both began with
 */
export function mergeProfiles(base: unknown, mine: unknown, theirs: ContractProfile): { readonly values: unknown; readonly clashes: readonly ProfileClash[] } {
  let values: unknown = theirs;
  const clashes: ProfileClash[] = [];
  for (const path of partsOf([base, mine, theirs])) {
    const [old, own, other] = [base, mine, theirs].map((profile) => valueAt(profile, path));
    if (path[0] === 'questions' || isSame(own, old) || isSame(own, other)) continue;
    if (!isSame(other, old)) clashes.push({ path, mine: own, theirs: other });
    values = withValueAt(values, path, own);
  }
  return { values, clashes };
}

/** The values with their side taken at these clashes. */
export function withTheirs(values: unknown, clashes: readonly ProfileClash[]): unknown {
  return clashes.reduce((taken, { path, theirs }) => withValueAt(taken, path, theirs), values);
}
