import { z } from 'zod';
import type { ContractProfile } from '../contract/profile.ts';
import { isLocalDate, type LocalDate } from '../dates.ts';
import type { AnyRecord } from '../records/record.ts';
import type { FigureInput, FigureValue } from './figure.ts';
import { figures, findFigure } from './figures.ts';
import type { RecordIndex } from './record-index.ts';

const localDate = z.string().refine(isLocalDate);

/**
 * The figures of a report as they were at a moment, and the state of every record that could count: enough to say later which figure
 * changed by which records. Records are named in `figures` by their place in `records`, because most of them count for many figures.
 */
export const frozenFiguresSchema = z.strictObject({
  from: localDate,
  to: localDate,
  /** See `FigureInput.asOf`. */
  asOf: localDate,
  /** `value` is null where there was nothing to count from. */
  figures: z.array(z.strictObject({ figure: z.string(), label: z.string(), value: z.number().nullable(), records: z.array(z.number().int().nonnegative()) })),
  /** Id and revision. */
  records: z.array(z.tuple([z.string(), z.number().int().positive()])),
});

export type FrozenFigures = z.infer<typeof frozenFiguresSchema>;

export type FreezeSpan = { readonly from: LocalDate; readonly to: LocalDate; readonly asOf: LocalDate };

/** What happened to a record after the freeze; void ones and those moved beyond `asOf` are `removed`. */
export type RecordCause = { readonly id: string; readonly change: 'added' | 'changed' | 'removed' };

/** A figure that is no longer what it was. Values are null where there was, or is, nothing to count from. */
export type FigureChange = {
  readonly figure: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
  readonly before: number | null;
  readonly after: number | null;
  /** The records behind the change; none where only the contract's settings or its calendar changed. */
  readonly causes: readonly RecordCause[];
};

type FigureSource = { readonly profile: ContractProfile; readonly records: readonly AnyRecord[]; readonly index?: RecordIndex | undefined };

function inputOf({ profile, records, index }: FigureSource, { from, to, asOf }: FreezeSpan): FigureInput {
  return { profile, records, index, asOf, period: { key: 'report', label: '', from, to } };
}

/** Records that figures of this day can count. Reports count nothing but themselves, and change while they are handed in. */
function countable(records: readonly AnyRecord[], asOf: LocalDate): AnyRecord[] {
  return records.filter(({ kind, status, date }) => kind !== 'report' && status === 'final' && date <= asOf);
}

function numberOf({ value, empty }: FigureValue): number | null {
  return empty === true ? null : value;
}

/** All figures of a span as the records have them now. */
export function freezeFigures(source: FigureSource, span: FreezeSpan): FrozenFigures {
  const input = inputOf(source, span);
  const records = countable(source.records, span.asOf);
  const places = new Map(records.map(({ id }, place) => [id, place]));
  return {
    from: span.from, to: span.to, asOf: span.asOf,
    figures: figures.map(({ id, label, compute }) => {
      const computed = compute(input);
      return { figure: id, label, value: numberOf(computed), records: computed.recordIds.flatMap((recordId) => places.get(recordId) ?? []) };
    }),
    records: records.map(({ id, revision }) => [id, revision]),
  };
}

/** The records that came, went or changed since a freeze. */
export function changedRecords(frozen: FrozenFigures, records: readonly AnyRecord[]): RecordCause[] {
  const before = new Map(frozen.records);
  const now = countable(records, frozen.asOf);
  const nowIds = new Set(now.map(({ id }) => id));
  return [
    ...now.flatMap(({ id, revision }): RecordCause[] => {
      const known = before.get(id);
      return known === revision ? [] : [{ id, change: known === undefined ? 'added' : 'changed' }];
    }),
    ...frozen.records.flatMap(([id]): RecordCause[] => (nowIds.has(id) ? [] : [{ id, change: 'removed' }])),
  ];
}

/**
 * The figures that are no longer what they were frozen as, each with the records behind it: those that it counted or counts and that
 * changed; where a record that it does not count made the difference (a repair that closes a finding), every record that changed.
 * A figure that today's program does not know, or did not know then, is not compared.
 */
export function changedFigures(frozen: FrozenFigures, source: FigureSource): FigureChange[] {
  const input = inputOf(source, frozen);
  const changed = changedRecords(frozen, source.records);
  return frozen.figures.flatMap(({ figure: id, value: before, records: places }): FigureChange[] => {
    const figure = findFigure(id);
    if (figure === undefined) return [];
    const computed = figure.compute(input);
    const after = numberOf(computed);
    if (after === before) return [];
    const counted = new Set([...computed.recordIds, ...places.flatMap((place) => frozen.records[place]?.[0] ?? [])]);
    const own = changed.filter((cause) => counted.has(cause.id));
    return [{ figure: id, label: figure.label, unit: figure.unit, decimals: figure.decimals, before, after, causes: own.length === 0 ? changed : own }];
  });
}
