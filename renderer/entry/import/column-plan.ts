import type { ImportInspection, ImportPlan, ImportRole, ImportSheet } from '../../../shared/entry/import-plan.ts';

/** How a person assigned one worksheet: by column index the target's id; columns left out are not imported. */
export type SheetChoice = { readonly name: string; readonly role: string; readonly targets: Readonly<Record<number, string>> };

export type ColumnChoice = readonly SheetChoice[];

/** Headings and what they became last time, by worksheet role. */
export type RememberedTargets = Readonly<Record<string, Readonly<Record<string, string>>>>;

function targetsOf(sheet: ImportSheet, role: ImportRole | undefined, remembered: Readonly<Record<string, string>>): Record<number, string> {
  const known = new Set(role?.targets.map(({ id }) => id));
  const taken = new Set<string>();
  const found: Record<number, string> = {};
  // What the person decided last time goes before what the program recognises.
  for (const source of ['remembered', 'recognised'] as const) {
    for (const { index, heading, target } of sheet.columns) {
      const wanted = source === 'remembered' ? remembered[heading] : Object.hasOwn(remembered, heading) ? undefined : target;
      if (wanted === undefined || found[index] !== undefined || !known.has(wanted) || taken.has(wanted)) continue;
      found[index] = wanted;
      taken.add(wanted);
    }
  }
  return found;
}

/** What the wizard proposes: recognised headings, and those that were assigned by hand before. */
export function proposedChoice(inspection: ImportInspection, remembered: RememberedTargets): ColumnChoice {
  return inspection.sheets.map((sheet, index) => {
    // A single sheet that nobody recognises is meant all the same.
    const role = sheet.role ?? (inspection.sheets.length === 1 && index === 0 ? (inspection.roles[0]?.role ?? '') : '');
    return { name: sheet.name, role, targets: targetsOf(sheet, inspection.roles.find((entry) => entry.role === role), remembered[role] ?? {}) };
  });
}

/** Whether any heading of the file was assigned by hand before. */
export function usesRemembered(inspection: ImportInspection, remembered: RememberedTargets): boolean {
  return inspection.sheets.some(({ role, columns }) => columns.some(({ heading }) => remembered[role ?? inspection.roles[0]?.role ?? '']?.[heading] !== undefined));
}

/** A worksheet put to another use: its columns are recognised anew. */
export function withRole(choice: ColumnChoice, inspection: ImportInspection, name: string, role: string, remembered: RememberedTargets): ColumnChoice {
  return choice.map((sheet) => {
    const found = inspection.sheets.find((entry) => entry.name === name);
    if (sheet.name !== name || found === undefined) return sheet;
    const byLabel = inspection.roles.find((entry) => entry.role === role);
    const columns = found.columns.map((column) => ({ ...column, target: byLabel?.targets.find(({ label }) => label === column.heading.replace(/[*（(].*$/, '').trim())?.id ?? column.target }));
    return { name, role, targets: role === '' ? {} : targetsOf({ ...found, columns }, byLabel, remembered[role] ?? {}) };
  });
}

/** One column assigned; another column of the worksheet that had the target loses it. */
export function withTarget(choice: ColumnChoice, name: string, index: number, target: string | undefined): ColumnChoice {
  return choice.map((sheet) => {
    if (sheet.name !== name) return sheet;
    const others = Object.entries(sheet.targets).filter(([column, known]) => Number(column) !== index && known !== target);
    return { ...sheet, targets: Object.fromEntries(target === undefined ? others : [...others, [String(index), target]]) };
  });
}

/** Labels of the fields that must be filled and have no column yet. */
export function missingTargets(sheet: SheetChoice, roles: readonly ImportRole[]): readonly string[] {
  const assigned = new Set(Object.values(sheet.targets));
  const required = roles.find(({ role }) => role === sheet.role)?.targets.filter(({ isRequired }) => isRequired) ?? [];
  return required.filter(({ id }) => !assigned.has(id) && !(id === 'record.key' && assigned.has('record.number'))).map(({ label }) => label);
}

export function planOf(choice: ColumnChoice, inspection: ImportInspection): ImportPlan {
  return {
    sheets: choice.filter(({ role }) => role !== '').map(({ name, role, targets }) => ({
      name, role,
      headingRow: inspection.sheets.find((sheet) => sheet.name === name)?.headingRow ?? 1,
      columns: Object.entries(targets).map(([index, target]) => ({ index: Number(index), target })).toSorted((a, b) => a.index - b.index),
    })),
  };
}

/** What is to be remembered of a choice: only where it differs from what the program recognised by itself. */
export function rememberedOf(choice: ColumnChoice, inspection: ImportInspection, before: RememberedTargets): RememberedTargets {
  const next: Record<string, Record<string, string>> = Object.fromEntries(Object.entries(before).map(([role, targets]) => [role, { ...targets }]));
  for (const { name, role, targets } of choice) {
    if (role === '') continue;
    for (const { index, heading, target } of inspection.sheets.find((sheet) => sheet.name === name)?.columns ?? []) {
      const chosen = targets[index];
      if (heading === '' || (chosen === target && next[role]?.[heading] === undefined)) continue;
      next[role] = { ...next[role], [heading]: chosen ?? '' };
    }
  }
  return next;
}

const memoryLimit = 20_000;

function memoryKey(kind: string): string {
  return `import-columns:${kind}`;
}

/** The assignments of earlier imports of a kind on this computer. */
export function loadRemembered(storage: Pick<Storage, 'getItem'>, kind: string): RememberedTargets {
  try {
    const value: unknown = JSON.parse(storage.getItem(memoryKey(kind)) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).map(([role, targets]) => [role, typeof targets === 'object' && targets !== null ? Object.fromEntries(Object.entries(targets).filter((entry): entry is [string, string] => typeof entry[1] === 'string')) : {}]));
  } catch {
    // What is not readable any more is forgotten; the headings are recognised without it.
    return {};
  }
}

export function storeRemembered(storage: Pick<Storage, 'setItem'>, kind: string, remembered: RememberedTargets): void {
  const text = JSON.stringify(remembered);
  if (text.length <= memoryLimit) storage.setItem(memoryKey(kind), text);
}
