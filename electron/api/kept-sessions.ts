import path from 'node:path';
import { z } from 'zod';
import { readKept, writeKept } from './kept-file.ts';

/** Digests of the cookies that opened the door of one port before; see `createSession` in electron/host. */
export type KeptSessions = {
  readonly digests: () => readonly string[];
  readonly add: (digest: string) => void;
  /** Seconds after which a browser has to open a printed address again. */
  readonly maximumAge: number;
};

const dayMs = 24 * 60 * 60 * 1000;
/** Windows of one person on one port. */
const mostSessions = 8;

const entrySchema = z.object({ port: z.number().int(), digest: z.string().regex(/^[0-9a-f]{64}$/), until: z.number() });
const fileSchema = z.object({ sessions: z.array(entrySchema) });
type Entry = z.output<typeof entrySchema>;

/**
 * Sessions of a host that is always started on the same port, kept for a day in a file that only this person may read. It lies in the
 * settings folder of the person, not in a data folder, which is carried about.
 */
export function openKeptSessions(settingsFolder: string, port: number, now: () => number): KeptSessions {
  const file = path.join(settingsFolder, 'host-sessions.json');
  const valid = (): readonly Entry[] => (readKept(file, fileSchema)?.sessions ?? []).filter(({ until }) => until > now() && until <= now() + dayMs);
  return {
    maximumAge: dayMs / 1000,
    digests: () => valid().filter((entry) => entry.port === port).map(({ digest }) => digest),
    add: (digest) => {
      const others = valid().filter((entry) => entry.port !== port);
      const own = [...valid().filter((entry) => entry.port === port), { port, digest, until: now() + dayMs }].slice(-mostSessions);
      writeKept(file, { sessions: [...others, ...own] });
    },
  };
}
