import type { ContractProfile } from '../../../shared/contract/profile.ts';
import type { EntryColumn } from '../../../shared/entry/entry-row.ts';
import { statusLabels } from '../../../shared/entry/sheet-columns.ts';
import { optionsOf } from '../../../shared/records/body-schema.ts';
import { commonWords } from '../../words/common.ts';
import { comparable } from '../../../shared/text/normalise.ts';

/** What a cell may be filled with from a list. `isClosed`: nothing else is right. */
export type CellOptions = { readonly values: readonly string[]; readonly isClosed: boolean };

const none: CellOptions = { values: [], isClosed: false };

export function cellOptions(column: EntryColumn, profile: ContractProfile): CellOptions {
  const people = { values: [...new Set(profile.people.map(({ name }) => name))], isClosed: false };
  switch (column.target) {
    case 'field':
      switch (column.field.type) {
        case 'choice':
        case 'vocabulary': return { values: optionsOf(column.field, profile), isClosed: true };
        case 'serviceItem': return { values: profile.serviceItems.map(({ no, name }) => `${no} ${name}`), isClosed: true };
        case 'flag': return { values: [commonWords.yes, commonWords.no], isClosed: true };
        case 'person': return people;
        default: return none;
      }
    case 'extra': return column.extra.type === 'choice' ? { values: column.extra.options, isClosed: true } : column.extra.type === 'flag' ? { values: [commonWords.yes, commonWords.no], isClosed: true } : none;
    case 'signOff': return column.isDate ? none : people;
    case 'status': return { values: Object.keys(statusLabels), isClosed: true };
    case 'number':
    case 'lateReason': return none;
    default: return column satisfies never;
  }
}

/** The options that go with what was typed: those that begin with it first, then those that contain it. */
export function matchingOptions(options: readonly string[], typed: string): readonly string[] {
  const wanted = comparable(typed);
  if (wanted === '') return options;
  const found = options.filter((option) => comparable(option).includes(wanted));
  return [...found.filter((option) => comparable(option).startsWith(wanted)), ...found.filter((option) => !comparable(option).startsWith(wanted))];
}
