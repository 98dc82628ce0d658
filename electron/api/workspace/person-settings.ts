import path from 'node:path';
import { z } from 'zod';
import { readKept, writeKept } from '../kept-file.ts';
import type { Environment } from '../environment.ts';

const recentSchema = z.object({
  location: z.string().min(1).max(2000),
  openedAt: z.string(),
  contracts: z.number().int().min(0).catch(0),
  /** A second place for backups of this folder. */
  outside: z.string().max(2000).optional(),
});

const settingsSchema = z.object({
  /** Latest first. */
  folders: z.array(recentSchema).catch([]),
  /** Who is written in the history instead of the system's user. */
  userName: z.string().max(40).optional(),
});

export type KnownFolder = z.output<typeof recentSchema>;
type Kept = z.output<typeof settingsSchema>;

/** What one person chose on one computer. It lies outside every data folder, because it tells where those are. */
export type PersonSettings = {
  readonly folders: () => readonly KnownFolder[];
  readonly userName: () => string | undefined;
  /** Puts a folder first. */
  readonly opened: (location: string, openedAt: string, contracts: number) => void;
  readonly forget: (location: string) => void;
  readonly setOutside: (location: string, outside: string | undefined) => void;
  readonly setUserName: (name: string) => void;
};

const mostFolders = 12;

/** Reads the settings of a person; without a folder they last as long as the program runs. A settings folder that cannot be written is no reason to stop. */
export function openPersonSettings(folder: string | undefined, environment: Pick<Environment, 'log'>): PersonSettings {
  const file = folder === undefined ? undefined : path.join(folder, 'settings.json');
  let kept: Kept = (file === undefined ? undefined : readKept(file, settingsSchema)) ?? { folders: [] };

  function change(next: Kept): void {
    kept = next;
    if (file === undefined) return;
    try {
      writeKept(file, kept);
    } catch (error) {
      environment.log({ level: 'error', event: 'settings.not-written', detail: error instanceof Error ? error.message : String(error) });
    }
  }

  return {
    folders: () => kept.folders,
    userName: () => (kept.userName === '' ? undefined : kept.userName),
    opened: (location, openedAt, contracts) => {
      const before = kept.folders.find((folderEntry) => folderEntry.location === location);
      const entry: KnownFolder = { location, openedAt, contracts, ...(before?.outside === undefined ? {} : { outside: before.outside }) };
      change({ ...kept, folders: [entry, ...kept.folders.filter((other) => other.location !== location)].slice(0, mostFolders) });
    },
    forget: (location) => change({ ...kept, folders: kept.folders.filter((other) => other.location !== location) }),
    setOutside: (location, outside) => {
      const changed = (entry: KnownFolder): KnownFolder => {
        const { outside: _, ...rest } = entry;
        return outside === undefined ? rest : { ...rest, outside };
      };
      change({ ...kept, folders: kept.folders.map((entry) => (entry.location === location ? changed(entry) : entry)) });
    },
    setUserName: (name) => change({ ...kept, userName: name }),
  };
}
