import { AppError } from '../../shared/app-error.ts';
import { arrangementSchema, usualArrangement, type Arrangement } from '../../shared/volumes/arrangement.ts';
import { sha256Hex } from '../files/digest.ts';
import { canonicalJson } from './canonical-json.ts';
import { appendChange, changedFields, tick } from './changes.ts';
import { requireContract } from './contracts.ts';
import { reading } from './sqlite-errors.ts';
import type { ReadableStore, WritableStore } from './store.ts';

/** How the paper of a contract is bound. `revision` counts its saves; 0 before the first. */
export type KeptArrangement = { readonly revision: number; readonly arrangement: Arrangement };

/** The arrangement of a contract; the usual one when nobody has changed it. Throws `store-damaged`. */
export function getArrangement(store: ReadableStore, contractId: string): KeptArrangement {
  return reading(() => {
    const row = store.statements.volumes.arrangement.get(contractId);
    if (row === undefined) return { revision: 0, arrangement: usualArrangement };
    const parsed = arrangementSchema.safeParse(parseJson(row.content));
    if (!parsed.success) throw new AppError('store-damaged', '装订设置已损坏，请从备份恢复。', { contract: contractId }, { cause: parsed.error });
    return { revision: row.revision, arrangement: parsed.data };
  });
}

/**
 * Keeps an arrangement; one that is as it was is not written again.
 * @param seen the revision that was changed
 * Throws `not-found`, `conflict` when somebody else has changed it since.
 */
export function saveArrangement(store: WritableStore, contractId: string, arrangement: Arrangement, seen: number): KeptArrangement {
  return store.transaction(() => {
    requireContract(store, contractId);
    const before = getArrangement(store, contractId);
    if (before.revision !== seen) throw new AppError('conflict', '装订安排刚才在别处改过，已显示最新的，请再改一次。', { contract: contractId, revision: before.revision });
    const content = canonicalJson(arrangement);
    if (canonicalJson(before.arrangement) === content) return before;
    const at = store.environment.now();
    const revision = before.revision + 1;
    store.statements.volumes.putArrangement.run({ contract_id: contractId, revision, updated_at: at, updated_by: store.environment.user, content });
    appendChange(store, {
      contractId, subject: 'handover', subjectId: `arrangement ${contractId}`, action: revision === 1 ? 'create' : 'update', revision, at, timestamp: tick(store, at),
      fields: changedFields(loggedFields(before.arrangement), loggedFields(arrangement)),
    });
    return { revision, arrangement };
  });
}

/** The log says that documents were moved, not where each of thousands went: only the volumes' count and a digest of them. */
function loggedFields({ manual, ...settings }: Arrangement): Map<string, unknown> {
  const fields = new Map<string, unknown>(Object.entries(settings));
  if (manual !== undefined) fields.set('manual', { volumes: manual.length, sha256: sha256Hex(canonicalJson(manual)) });
  return fields;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema then says that it is no arrangement.
    return undefined;
  }
}
