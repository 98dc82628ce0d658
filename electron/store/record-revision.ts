import { canonicalJson } from './canonical-json.ts';
import { parseFieldChanges } from './changes.ts';
import type { RecordParts } from './record-row.ts';
import type { ChangeRow } from './sql/change-sql.ts';

/** The contents of a record after one of its revisions, as the history tells them. */
export type RecordRevision = {
  readonly status: 'draft' | 'final' | 'void';
  /** What a void record was before. */
  readonly statusInLife: 'draft' | 'final';
  readonly lateReason: string | null;
  readonly voidReason: string | null;
  readonly parts: RecordParts;
  /** ISO instant of that revision. */
  readonly at: string;
};

/** Files come and go beside the contents; their entries carry the revision they met. */
function isOfContents(row: Pick<ChangeRow, 'action'>): boolean {
  return row.action !== 'attach' && row.action !== 'detach';
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function partOf(fields: ReadonlyMap<string, unknown>, part: string): Readonly<Record<string, unknown>> {
  const prefix = `${part}.`;
  return Object.fromEntries([...fields].flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [])));
}

/** Follows the entries one by one and hands out the fields after each. */
function* folded(rows: readonly ChangeRow[]): Generator<{ readonly row: ChangeRow; readonly fields: ReadonlyMap<string, unknown>; readonly statusInLife: 'draft' | 'final' }> {
  const fields = new Map<string, unknown>();
  let statusInLife: 'draft' | 'final' = 'final';
  for (const row of rows.filter(isOfContents)) {
    for (const { field, after } of parseFieldChanges(row)) {
      if (after === null) fields.delete(field);
      else fields.set(field, after);
    }
    const status = fields.get('status');
    if (status === 'draft' || status === 'final') statusInLife = status;
    yield { row, fields, statusInLife };
  }
}

/**
 * The contents after a revision; undefined when there was none of this number, or when the kind's fields were remade since (`upgrade`).
 * @param rows the record's change log, oldest first
 */
export function revisionOf(rows: readonly ChangeRow[], revision: number): RecordRevision | undefined {
  let found: RecordRevision | undefined;
  for (const { row, fields, statusInLife } of folded(rows)) {
    if (row.action === 'upgrade') found = undefined;
    if (row.revision !== revision) continue;
    const status = fields.get('status');
    found = {
      status: status === 'draft' || status === 'void' ? status : 'final',
      statusInLife,
      lateReason: textOf(fields.get('lateReason')),
      voidReason: textOf(fields.get('voidReason')),
      parts: { body: partOf(fields, 'body'), extra: partOf(fields, 'extra'), signOff: partOf(fields, 'signOff') },
      at: row.at,
    };
  }
  return found;
}

/** Of each restoring revision the latest one before it that had the same contents. */
export function restoredRevisions(rows: readonly ChangeRow[]): ReadonlyMap<number, number> {
  const restored = new Map<number, number>();
  // Most records were never restored: their history need not be followed.
  if (!rows.some(({ action }) => action === 'restore')) return restored;
  const seen = new Map<string, number>();
  for (const { row, fields } of folded(rows)) {
    const contents = canonicalJson(Object.fromEntries([...fields].filter(([name]) => name !== 'number')));
    const earlier = seen.get(contents);
    if (row.action === 'restore' && earlier !== undefined) restored.set(row.revision, earlier);
    seen.set(contents, row.revision);
  }
  return restored;
}
