import { z } from 'zod';
import type { Draft, DraftSummary } from '../../shared/ipc/draft-channels.ts';
import { attachmentRoles } from '../../shared/records/attachment.ts';
import { isKindName, kindOf, type KindName } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { isEntryWay } from '../entry/entry-way.ts';
import type { Route } from '../state/route.ts';
import type { RecordValues } from './record-values.ts';

const values = z.record(z.string(), z.unknown());
const recordValuesSchema = z.object({ body: values, extra: values, signOff: values, lateReason: z.string().optional() });

/** What a record form keeps of itself. `base`: the stored values it began with, so that both sides of a conflict can be told apart. */
const draftContentSchema = z.object({
  form: z.literal(1),
  values: recordValuesSchema,
  base: recordValuesSchema.optional(),
  closes: z.object({ inspectionId: z.string(), row: z.number(), item: z.string() }).optional(),
  files: z.array(z.object({ sha256: z.string(), name: z.string(), caption: z.string(), role: z.enum(attachmentRoles), reducedFrom: z.number().optional() })),
});

export type DraftContent = z.output<typeof draftContentSchema>;

/** The draft of a form with its content; undefined when there is none, or when it is not a record form's. */
export type FormDraft = DraftSummary & { readonly form: DraftContent };

export function formDraft(draft: Draft | null): FormDraft | undefined {
  const content = draftContentSchema.safeParse(draft?.content);
  return draft === null || !content.success ? undefined : { ...draft, form: content.data };
}

export function recordDraftKey(recordId: string): string {
  return `record:${recordId}`;
}

/** `id` is the one that the record will have. */
export function newDraftKey(kind: KindName, id: string): string {
  return `new:${kind}:${id}`;
}

/** Where a draft is continued; undefined for one of another version of the program. */
export function draftRoute({ key, kind, recordId }: DraftSummary): Route | undefined {
  if (!isKindName(kind)) return undefined;
  if (recordId !== undefined) return { screen: 'records', kind, open: recordId };
  // Several records at a time are entered in places of their own: `grid:worklog`.
  const way = key.slice(0, Math.max(0, key.indexOf(':')));
  if (isEntryWay(way)) return { screen: 'records', kind, open: way };
  const prefix = newDraftKey(kind, '');
  return key.startsWith(prefix) ? { screen: 'records', kind, open: 'new', draft: key.slice(prefix.length) } : undefined;
}

/** What a person recognises unsaved input by: its number, or its day and the first words of what lists show. */
export function draftLabel(kind: KindName, { body }: RecordValues, record: AnyRecord | undefined): string {
  if (record !== undefined) return record.number === '' ? record.title : record.number;
  const { columns, fields } = kindOf(kind);
  const day = columns.find((name) => fields[name]?.type === 'date');
  // What lists show first; a form that is only begun may have none of it yet.
  const names = [...columns, ...Object.keys(fields).filter((name) => !columns.includes(name))].filter((name) => fields[name]?.type !== 'date');
  const texts = names.map((name) => body[name]).filter((value) => typeof value === 'string').slice(0, 3);
  return [day === undefined ? undefined : body[day], ...texts].filter((text) => typeof text === 'string').join(' ').replaceAll(/\s+/g, ' ').slice(0, 80);
}
