import type { LocalDate } from '../dates.ts';
import type { BodyOf, Fields } from './fields.ts';

/** Whose signature a form of this kind needs: 乙方执行人, 乙方审核人 (project manager), 甲方确认人. */
export type SignOffRole = 'executor' | 'reviewer' | 'confirmer';

/** A consistency problem inside one body: the field it belongs to and what is wrong, in Chinese. */
export type BodyProblem = { readonly field: string; readonly message: string };

/** Everything that is particular to one kind of record. */
export type KindDefinition<F extends Fields = Fields> = {
  readonly name: string;
  /** The document's name in the trade, e.g. 日常巡检记录单. */
  readonly title: string;
  /** Prefix of record numbers, e.g. `XJ`; a contract profile may replace it. */
  readonly numberPrefix: string;
  /** Raised when the body changes shape; `upgrades[n]` turns a body of version n+1 into one of version n+2. */
  readonly version: number;
  /** The lowest version that a program must know to read today's bodies without misunderstanding; today's unless said otherwise. */
  readonly readableFrom?: number;
  readonly upgrades: readonly ((body: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>)[];
  readonly fields: F;
  readonly signOff: readonly SignOffRole[];
  /** Fields shown as columns of lists and ledgers, in order. */
  readonly columns: readonly (keyof F & string)[];
  /** The day the record belongs to: sorting, numbering and every period use it. */
  readonly dateOf: (body: BodyOf<F>) => LocalDate;
  /** One line by which a person recognises the record. */
  readonly titleOf: (body: BodyOf<F>) => string;
  /** Problems between fields, beyond what each field says for itself. */
  readonly check: (body: BodyOf<F>) => readonly BodyProblem[];
};

/** Keeps the exact field types of a kind. */
export function defineKind<const F extends Fields>(definition: KindDefinition<F>): KindDefinition<F> {
  return definition;
}
