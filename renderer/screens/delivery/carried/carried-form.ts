import type { z } from 'zod';
import { permissionSchema, type CarriedContent, type CarriedItem, type Permission } from '../../../../shared/carried/carried-item.ts';
import { addDays, type LocalDate } from '../../../../shared/dates.ts';
import { makeWords } from '../../../words/carried.ts';

/** Names of fields with what is wrong with each. */
export type FieldProblems = Readonly<Record<string, string>>;

/** What a schema has to say about a form, the first problem of each field. */
export function formProblems(schema: z.ZodType, value: unknown): FieldProblems {
  const problems: Record<string, string> = {};
  for (const { path, message } of schema.safeParse(value).error?.issues ?? []) problems[path.join('.')] ??= message;
  return problems;
}

export function permissionProblems(permission: Permission): FieldProblems {
  return formProblems(permissionSchema, permission);
}

/** A week is what a copy is usually out. */
const usualDays = 7;

/** A form begins with what was written last, for the same people carry the same things; only days and what is carried are new. */
export function newPermission(content: CarriedContent, today: LocalDate, items: readonly CarriedItem[]): Permission {
  const last = items.at(-1)?.permission;
  // What paper went on says nothing of what files go on.
  const alike = (items.findLast((item) => item.content === content) ?? items.findLast((item) => item.content !== 'other'))?.permission;
  return {
    title: content === 'other' ? '' : makeWords.defaultTitles[content],
    medium: content === 'other' ? makeWords.defaultMedium.other : alike?.medium ?? makeWords.defaultMedium.files,
    mediumNumber: '',
    carrier: (alike ?? last)?.carrier ?? '',
    recipient: content === 'other' ? '' : alike?.recipient ?? '',
    purpose: content === 'other' ? '' : makeWords.defaultPurposes[content],
    allowedBy: (alike ?? last)?.allowedBy ?? '',
    allowedOn: today,
    permit: '',
    takenOn: today,
    dueOn: addDays(today, usualDays),
  };
}

/** Changing what is carried changes the words that nobody has touched, nothing else. */
export function withContent(permission: Permission, from: CarriedContent, to: CarriedContent, today: LocalDate, items: readonly CarriedItem[]): Permission {
  const [before, after] = [newPermission(from, today, items), newPermission(to, today, items)];
  const fields = (['title', 'purpose'] as const).filter((field) => permission[field] === before[field]);
  return { ...permission, ...Object.fromEntries(fields.map((field) => [field, after[field]])) };
}
