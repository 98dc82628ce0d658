import type { BodyOf, Fields } from './fields.ts';
import type { KindDefinition } from './define-kind.ts';
import { backupRun } from './kinds/backup-run.ts';
import { change } from './kinds/change.ts';
import { complaint } from './kinds/complaint.ts';
import { incident } from './kinds/incident.ts';
import { inspection } from './kinds/inspection.ts';
import { report } from './kinds/report.ts';
import { request } from './kinds/request.ts';
import { survey } from './kinds/survey.ts';
import { training } from './kinds/training.ts';
import { visit } from './kinds/visit.ts';
import { worklog } from './kinds/worklog.ts';

/** The only list of record kinds. */
export const kinds = {
  inspection,
  worklog,
  request,
  survey,
  incident,
  complaint,
  training,
  visit,
  'backup-run': backupRun,
  change,
  report,
} as const;

export type KindName = keyof typeof kinds;

type FieldsOf<K extends KindName> = (typeof kinds)[K] extends KindDefinition<infer F> ? F : Fields;

/** The body of a record of one kind. */
export type KindBody<K extends KindName> = BodyOf<FieldsOf<K>>;

export const kindNames: readonly KindName[] = Object.keys(kinds).filter(isKindName);

export function isKindName(name: string): name is KindName {
  return Object.hasOwn(kinds, name);
}

/** A kind as data, for code that treats all kinds alike (forms, lists, import, store). */
export function kindOf(name: KindName): KindDefinition {
  // Each kind's functions take that kind's own body; generic callers pass only bodies that the kind's own schema accepted.
  return kinds[name] as unknown as KindDefinition;
}
