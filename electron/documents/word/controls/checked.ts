import { truthOf } from '../../tags/compare-values.ts';

/**
 * Whether a box is ticked for this value: 是/否 and their kin (☑, √, true, 1 …) say so; nothing (absent, null, blank, an empty list, 0)
 * leaves it empty; a list with items, an object and any other number tick it. undefined for a text that says neither: a tick is a
 * statement, and nobody may read one into 待定.
 */
export function isChecked(value: unknown): boolean | undefined {
  if (value === undefined || value === null) return false;
  const truth = truthOf(value);
  if (truth !== undefined) return truth;
  if (typeof value === 'string') return value.trim() === '' ? false : undefined;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' || (typeof value === 'number' && value !== 0);
}
