import type Database from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../shared/app-error.ts';
import type { KindDefinition } from '../../shared/records/define-kind.ts';
import { canonicalJson } from './canonical-json.ts';
import { tick } from './changes.ts';
import { partsOf } from './record-row.ts';
import { setSetting } from './settings.ts';
import type { NewRecordRow } from './sql/record-sql.ts';
import type { WritableStore } from './store.ts';
import { writeRow } from './write-record.ts';

/** What of a kind decides about the shape of its bodies. */
export type KindVersions = Readonly<Record<string, Pick<KindDefinition, 'version' | 'readableFrom' | 'upgrades'>>>;

const settingName = 'kindVersions';
const versionsSchema = z.record(z.string(), z.number().int().positive());

/** The version of each kind when the store was last brought up to date. Asked before there is a store, hence of the database itself. */
function storedVersions(database: Database.Database): Readonly<Record<string, number>> {
  const value = database.prepare<[string], { readonly value: string }>('SELECT value FROM setting WHERE name = ?').get(settingName)?.value;
  const parsed = versionsSchema.safeParse(value === undefined ? {} : JSON.parse(value));
  if (!parsed.success) throw new AppError('store-damaged', '数据文件夹的设置已损坏，请从备份恢复。', { setting: settingName }, { cause: parsed.error });
  return parsed.data;
}

/** Whether some bodies may have been written by a newer program. */
export function hasNewerBodies(database: Database.Database, kinds: KindVersions): boolean {
  return Object.entries(storedVersions(database)).some(([kind, version]) => (kinds[kind]?.version ?? 0) < version);
}

/** Whether some stored bodies may be older than their kind. */
export function needsUpgrade(database: Database.Database, kinds: KindVersions): boolean {
  const stored = storedVersions(database);
  return Object.entries(kinds).some(([kind, { version }]) => stored[kind] !== version);
}

/** Brings every older body to its kind's version, with a change entry for each, and notes the versions. Inside the caller's transaction. */
export function upgradeBodies(store: WritableStore, kinds: KindVersions): void {
  for (const [kind, definition] of Object.entries(kinds)) {
    for (const previous of store.statements.records.olderThanVersion.all(kind, definition.version)) {
      const at = store.environment.now();
      const parts = partsOf(previous);
      const body = definition.upgrades.slice(previous.kind_version - 1).reduce((older, upgrade) => upgrade(older), parts.body);
      const { key: _, ...unchanged } = previous;
      const row: NewRecordRow = {
        ...unchanged,
        body: canonicalJson(body),
        kind_version: definition.version,
        revision: previous.revision + 1,
        hlc: tick(store, at),
        updated_at: at,
      };
      writeRow(store, row, { ...parts, body }, previous, 'upgrade');
    }
  }
  setSetting(store, settingName, Object.fromEntries(Object.entries(kinds).map(([kind, { version }]) => [kind, version])));
}
