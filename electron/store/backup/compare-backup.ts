import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { BackupPreview, KindComparison } from '../../../shared/ipc/backup-channels.ts';
import { isOwnStore } from '../migrate.ts';
import { describeSqliteError } from '../sqlite-errors.ts';

type RecordState = { readonly id: string; readonly kind: string; readonly contract_id: string; readonly hlc: string };
type ContractState = { readonly id: string; readonly profile: string };
type StoreState = { readonly records: ReadonlyMap<string, RecordState>; readonly titles: ReadonlyMap<string, string>; readonly perContract: ReadonlyMap<string, number> };

/** What a comparison answers; the caller knows who made the backup and when. */
export type BackupComparison = Pick<BackupPreview, 'contracts' | 'kinds' | 'attachments' | 'isCompared'>;

/**
 * Compares the database of a backup with the one of a data folder, record by record, by the timestamps of their last changes. The data
 * folder's own is opened for reading only and may be open elsewhere; when it cannot be read the backup is described alone.
 * Throws `store-damaged` when the backup cannot be read, `unreadable-file` when it is none.
 */
export function compareBackup(backup: string, folder: string): BackupComparison {
  const there = readState(backup);
  const here = presentState(folder);
  const ids = new Set([...there.titles.keys(), ...(here?.titles.keys() ?? [])]);
  return {
    contracts: [...ids].map((id) => ({
      title: there.titles.get(id) ?? here?.titles.get(id) ?? '',
      inBackup: there.titles.has(id) ? (there.perContract.get(id) ?? 0) : null,
      here: here?.titles.has(id) === true ? (here.perContract.get(id) ?? 0) : null,
    })),
    kinds: compareKinds(there, here),
    attachments: attachmentsOf(backup, folder),
    isCompared: here !== undefined,
  };
}

function presentState(folder: string): StoreState | undefined {
  const file = join(folder, 'binder.sqlite');
  if (!existsSync(file)) return undefined;
  try {
    return readState(file);
  } catch {
    // It may be the very reason why somebody looks at a backup.
    return undefined;
  }
}

function readState(file: string): StoreState {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true, fileMustExist: true, timeout: 2000 });
    if (!isOwnStore(database)) throw new AppError('unreadable-file', '这个文件不是本程序的备份。');
    const records = database.prepare<[], RecordState>('SELECT id, kind, contract_id, hlc FROM record').all();
    const contracts = database.prepare<[], ContractState>('SELECT id, profile FROM contract').all();
    const perContract = new Map<string, number>();
    for (const { contract_id: id } of records) perContract.set(id, (perContract.get(id) ?? 0) + 1);
    return { records: new Map(records.map((record) => [record.id, record])), titles: new Map(contracts.map(({ id, profile }) => [id, titleOf(profile)])), perContract };
  } catch (error) {
    throw describeSqliteError(error);
  } finally {
    database?.close();
  }
}

function titleOf(profile: string): string {
  const parsed: unknown = JSON.parse(profile);
  if (typeof parsed !== 'object' || parsed === null) return '';
  const named = 'projectName' in parsed ? parsed.projectName : undefined;
  return typeof named === 'string' ? named : '';
}

function compareKinds(there: StoreState, here: StoreState | undefined): KindComparison[] {
  const kinds = new Map<string, { -readonly [K in keyof KindComparison]: KindComparison[K] }>();
  const count = (kind: string, what: Exclude<keyof KindComparison, 'kind'>): void => {
    const row = kinds.get(kind) ?? { kind, same: 0, newerHere: 0, newerInBackup: 0, onlyHere: 0, onlyInBackup: 0 };
    row[what] += 1;
    kinds.set(kind, row);
  };
  for (const record of there.records.values()) {
    const present = here?.records.get(record.id);
    if (present === undefined) count(record.kind, 'onlyInBackup');
    else if (present.hlc === record.hlc) count(record.kind, 'same');
    else count(record.kind, present.hlc > record.hlc ? 'newerHere' : 'newerInBackup');
  }
  for (const record of here?.records.values() ?? []) {
    if (!there.records.has(record.id)) count(record.kind, 'onlyHere');
  }
  return [...kinds.values()];
}

/** Those the backup's records show, and how many of them would be missing after an automatic copy is restored here. */
function attachmentsOf(backup: string, folder: string): { readonly inBackup: number; readonly missing: number } {
  const database = new Database(backup, { readonly: true, fileMustExist: true });
  try {
    const shas = database.prepare<[], { readonly sha256: string }>('SELECT sha256 FROM attachment').all().map(({ sha256 }) => sha256);
    return { inBackup: shas.length, missing: shas.filter((sha256) => !existsSync(join(folder, 'attachments', sha256.slice(0, 2), sha256))).length };
  } finally {
    database.close();
  }
}
