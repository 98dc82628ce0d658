import type { Migration } from './migrate.ts';
import { migrate0001 } from './migrations/0001-first.ts';
import { migrate0002 } from './migrations/0002-drafts.ts';
import { migrate0003 } from './migrations/0003-sign-off.ts';
import { migrate0004 } from './migrations/0004-carried.ts';
import { migrate0005 } from './migrations/0005-volumes.ts';
import { migrate0006 } from './migrations/0006-discs.ts';
import { migrate0007 } from './migrations/0007-print-plan.ts';
import { migrate0008 } from './migrations/0008-report-life.ts';
import { migrate0009 } from './migrations/0009-waivers.ts';
import { migrate0010 } from './migrations/0010-record-starts.ts';
import { migrate0011 } from './migrations/0011-renewals.ts';

/** Every change of the layout, in order: a store of version n has the first n behind it. */
export const migrations: readonly Migration[] = [
  { version: 1, migrate: migrate0001 },
  { version: 2, readableFrom: 1, migrate: migrate0002 },
  { version: 3, readableFrom: 1, migrate: migrate0003 },
  { version: 4, readableFrom: 1, migrate: migrate0004 },
  { version: 5, readableFrom: 1, migrate: migrate0005 },
  { version: 6, readableFrom: 1, migrate: migrate0006 },
  { version: 7, readableFrom: 1, migrate: migrate0007 },
  { version: 8, readableFrom: 1, migrate: migrate0008 },
  // Contract profiles carry the settings of rules since then, which an older program would take for damage.
  { version: 9, migrate: migrate0009 },
  // Arrangements say since then whether each form begins on a front, which an older program does not know.
  { version: 10, migrate: migrate0010 },
  { version: 11, readableFrom: 10, migrate: migrate0011 },
];
