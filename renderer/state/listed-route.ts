import { isLocalDate } from '../../shared/dates.ts';
import { columnName, fileFilters, listOrderSchema, type FileFilter } from '../../shared/ipc/list-filter.ts';
import { recordStatuses, type RecordStatus } from '../../shared/records/record.ts';

/**
 * Which records the list shows and in which order, as far as an address tells: those of some days, those that prove a priced service item
 * (by its number), and everything else that can be chosen above the list. Absent: all, the newest first.
 */
export type ListedSpan = {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly item?: number | undefined;
  readonly text?: string | undefined;
  /** Absent with an item: final records, which are what pictures count. */
  readonly status?: RecordStatus | 'any' | undefined;
  readonly where?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly files?: FileFilter | undefined;
  readonly signed?: boolean | undefined;
  readonly late?: boolean | undefined;
  readonly sort?: string | undefined;
  readonly descending?: boolean | undefined;
};

function answerOf(value: string | null): boolean | undefined {
  return value === 'yes' ? true : value === 'no' ? false : undefined;
}

function whereOf(parameters: URLSearchParams): Readonly<Record<string, readonly string[]>> {
  const where = new Map<string, string[]>();
  for (const entry of parameters.getAll('f')) {
    const end = entry.indexOf(':');
    const column = entry.slice(0, end);
    if (end < 1 || !columnName.safeParse(column).success || entry.length > 300) continue;
    where.set(column, [...(where.get(column) ?? []), entry.slice(end + 1)]);
  }
  return Object.fromEntries(where);
}

/** Reads what an address says of the list; anything that it cannot mean is left out. */
export function listedSpan(parameters: URLSearchParams): ListedSpan {
  const [from = '', to = '', status = '', files = '', text = '', sort = ''] = ['from', 'to', 'status', 'files', 'q', 'sort'].map((name) => parameters.get(name) ?? '');
  const item = Number(parameters.get('item') ?? '');
  const where = whereOf(parameters);
  const signed = answerOf(parameters.get('signed'));
  const late = answerOf(parameters.get('late'));
  const order = parameters.get('order');
  const known = status === 'any' ? status : recordStatuses.find((candidate) => candidate === status);
  const kindOfFiles = fileFilters.find((candidate) => candidate === files);
  return {
    ...(isLocalDate(from) ? { from } : {}),
    ...(isLocalDate(to) ? { to } : {}),
    ...(Number.isInteger(item) && item > 0 ? { item } : {}),
    ...(text.trim() === '' ? {} : { text: text.slice(0, 200) }),
    ...(known === undefined ? {} : { status: known }),
    ...(Object.keys(where).length === 0 ? {} : { where }),
    ...(kindOfFiles === undefined ? {} : { files: kindOfFiles }),
    ...(signed === undefined ? {} : { signed }),
    ...(late === undefined ? {} : { late }),
    ...(listOrderSchema.shape.sort.safeParse(sort).success ? { sort } : {}),
    ...(order === 'up' || order === 'down' ? { descending: order === 'down' } : {}),
  };
}

/** The part of an address that says which records the list shows. */
export function writtenSpan(span: ListedSpan): readonly (readonly [name: string, value: string])[] {
  const { from, to, item, text, status, where = {}, files, signed, late, sort, descending } = span;
  const plain: readonly (readonly [string, string | undefined])[] = [
    ['from', from], ['to', to], ['item', item?.toString()], ['q', text], ['status', status], ['files', files],
    ['signed', signed === undefined ? undefined : signed ? 'yes' : 'no'], ['late', late === undefined ? undefined : late ? 'yes' : 'no'],
    ['sort', sort], ['order', descending === undefined ? undefined : descending ? 'down' : 'up'],
  ];
  const values = Object.entries(where).flatMap(([column, wanted]) => wanted.map((value) => ['f', `${column}:${value}`] as const));
  return [...plain.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])), ...values];
}

/** Without what the list of another kind, or of another contract, was asked for: columns that this one has not. */
export function knownSpan(span: ListedSpan, columns: readonly string[]): ListedSpan {
  const { where, sort, descending, ...rest } = span;
  const known = Object.fromEntries(Object.entries(where ?? {}).filter(([column]) => columns.includes(column)));
  const isSortKnown = sort === undefined || !sort.includes('.') || columns.includes(sort.startsWith('field.') ? sort.slice('field.'.length) : sort);
  return { ...rest, ...(Object.keys(known).length === 0 ? {} : { where: known }), ...(isSortKnown && sort !== undefined ? { sort } : {}), ...(isSortKnown && descending !== undefined ? { descending } : {}) };
}
