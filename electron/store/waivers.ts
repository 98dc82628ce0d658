import { AppError } from '../../shared/app-error.ts';
import { ruleIds } from '../../shared/rules/rule-ids.ts';
import type { Waiver } from '../../shared/rules/waiver.ts';
import { appendChange, changedFields, tick } from './changes.ts';
import { requireContract } from './contracts.ts';
import { reading } from './sqlite-errors.ts';
import type { WaiverRow } from './sql/waiver-sql.ts';
import type { ReadableStore, WritableStore } from './store.ts';

/** What somebody decides to live with. */
export type NewWaiver = Pick<Waiver, 'rule' | 'subject' | 'substance' | 'message' | 'reason'>;

/** The waivers of a contract, oldest first. Those of rules that this program no longer has are left out. */
export function listWaivers(store: ReadableStore, contractId: string): Waiver[] {
  return reading(() => store.statements.waivers.ofContract.all(contractId).flatMap((row) => toWaiver(row) ?? []));
}

/** Notes a waiver; one for the very same finding is replaced, and the change log keeps both. Throws `not-found`. */
export function addWaiver(store: WritableStore, contractId: string, waiver: NewWaiver): void {
  store.transaction(() => {
    requireContract(store, contractId);
    const { waivers } = store.statements;
    for (const before of waivers.ofContract.all(contractId)) {
      if (before.rule === waiver.rule && before.subject === waiver.subject && before.substance === waiver.substance) withdraw(store, before);
    }
    const at = store.environment.now();
    const row: WaiverRow = {
      id: store.environment.newId(), contract_id: contractId, rule: waiver.rule, subject: waiver.subject, substance: waiver.substance, message: waiver.message, reason: waiver.reason,
      made_at: at, made_by: store.environment.user, hlc: tick(store, at), withdrawn_at: null, withdrawn_by: null,
    };
    waivers.insert.run(row);
    note(store, row, undefined, at, row.hlc);
  });
}

/** Takes a waiver back: its finding counts again. Throws `not-found`. */
export function withdrawWaiver(store: WritableStore, contractId: string, id: string): void {
  store.transaction(() => {
    const row = store.statements.waivers.get.get(id);
    if (row === undefined || row.contract_id !== contractId) throw new AppError('not-found', '没有这项豁免。', { id });
    if (row.withdrawn_at === null) withdraw(store, row);
  });
}

function withdraw(store: WritableStore, row: WaiverRow): void {
  const at = store.environment.now();
  const hlc = tick(store, at);
  store.statements.waivers.withdraw.run({ id: row.id, at, by: store.environment.user, hlc });
  note(store, { ...row, withdrawn_at: at, withdrawn_by: store.environment.user }, row, at, hlc);
}

function note(store: WritableStore, row: WaiverRow, before: WaiverRow | undefined, at: string, timestamp: string): void {
  appendChange(store, {
    contractId: row.contract_id, subject: 'handover', subjectId: row.id, action: before === undefined ? 'create' : 'void', revision: before === undefined ? 1 : 2,
    at, timestamp, baseTimestamp: before?.hlc, fields: changedFields(before === undefined ? new Map() : fieldsOf(before), fieldsOf(row)),
  });
}

/** Names carry the waiver's, for the subject is shared with hand-overs. */
function fieldsOf({ rule, message, reason, withdrawn_at: withdrawnAt }: WaiverRow): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([['waiver.rule', rule], ['waiver.message', message], ['waiver.reason', reason], ['waiver.withdrawnAt', withdrawnAt]]);
}

function toWaiver(row: WaiverRow): Waiver | undefined {
  const rule = ruleIds.find((known) => known === row.rule);
  return rule === undefined ? undefined : { id: row.id, rule, subject: row.subject, substance: row.substance, message: row.message, reason: row.reason, by: row.made_by, at: row.made_at };
}
