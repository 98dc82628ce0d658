import type Database from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../shared/app-error.ts';
import { canonicalJson } from './canonical-json.ts';
import { storeVersion, type Migration } from './migrate.ts';
import type { KindVersions } from './upgrade-bodies.ts';

/**
 * What a store says to programs older than the one that wrote it: the lowest layout, and the lowest version of each kind's bodies, that a
 * program must know in order to read it without misunderstanding. It stands beside the version from layout 2 on.
 */
const settingName = 'readableFrom';

const readableSchema = z.object({
  layout: z.number().int().positive(),
  kinds: z.record(z.string(), z.number().int().positive()),
  /** The program that wrote it, for the person who has to find that version. */
  program: z.string().max(40),
});

export type ReadableFrom = z.output<typeof readableSchema>;

/** What a store written by this program demands of its readers. */
export function demandsOf(migrations: readonly Migration[], kinds: KindVersions, program: string): ReadableFrom {
  return {
    layout: Math.max(1, ...migrations.map((migration) => migration.readableFrom ?? migration.version)),
    kinds: Object.fromEntries(Object.entries(kinds).map(([kind, { version, readableFrom }]) => [kind, readableFrom ?? version])),
    program,
  };
}

/** What the store demands; undefined where it says nothing that this program understands. */
export function storedDemands(database: Database.Database): ReadableFrom | undefined {
  const value = database.prepare<[string], { readonly value: string }>('SELECT value FROM setting WHERE name = ?').get(settingName)?.value;
  if (value === undefined) return undefined;
  try {
    const parsed = readableSchema.safeParse(JSON.parse(value));
    return parsed.success ? parsed.data : undefined;
  } catch {
    // A damaged setting is no permission.
    return undefined;
  }
}

/** Writes the demands where they are missing or others. Inside the caller's transaction or alone. */
export function noteDemands(database: Database.Database, demands: ReadableFrom): void {
  if (canonicalJson(storedDemands(database) ?? null) === canonicalJson(demands)) return;
  database.prepare('INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value').run(settingName, canonicalJson(demands));
}

/** Whether a program that knows these layouts and kinds may read the store although a newer one wrote it. */
export function mayRead(demands: ReadableFrom | undefined, migrations: readonly Migration[], kinds: KindVersions): boolean {
  if (demands === undefined || demands.layout > migrations.length) return false;
  return Object.entries(demands.kinds).every(([kind, version]) => (kinds[kind]?.version ?? 0) >= version);
}

/** The refusal of a store that a newer program wrote, with what to do; `readable` in its details tells whether it may be opened for reading. */
export function newerStoreError(database: Database.Database, migrations: readonly Migration[], kinds: KindVersions): AppError {
  const demands = storedDemands(database);
  const readable = mayRead(demands, migrations, kinds);
  const written = demands === undefined || demands.program === '' ? '更新版本的程序' : `更新版本（${demands.program}）的程序`;
  const remedy = demands === undefined || demands.program === '' ? '请升级程序后再打开。' : `请安装 ${demands.program} 或更高的版本后再打开。`;
  return new AppError('store-newer-than-app', `数据文件是${written}写的，${readable ? '本程序只能查看，不能修改；要修改，' : ''}${remedy}`, {
    version: storeVersion(database), known: migrations.length, readable, ...(demands === undefined ? {} : { program: demands.program }),
  });
}
