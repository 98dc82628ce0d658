import { z } from 'zod';
import { chatLimits, type ChatExchange, type ChatReading } from '../../../shared/chat/chat-reading.ts';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { bodySchema, parseBody, parseDraftBody } from '../../../shared/records/body-schema.ts';
import type { FieldDefinition } from '../../../shared/records/fields.ts';
import { kinds } from '../../../shared/records/kinds.ts';
import type { RecordInput } from '../../../shared/records/record.ts';
import { extraDefinition } from '../../forms/record-values.ts';
import { commonWords } from '../../words/common.ts';

/** A chat under review, as its draft holds it. Edits belong to a matter, known by its first and last message. */
export const chatDraft = z.strictObject({
  text: z.string().max(chatLimits.characters),
  day: z.string().max(10),
  sides: z.record(z.string().max(60), z.enum(['client', 'vendor'])),
  begins: z.array(z.number().int().min(0)).optional(),
  edits: z.record(z.string().max(40), z.strictObject({
    id: z.string().max(40),
    values: z.record(z.string().max(60), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])),
    isSkipped: z.boolean(),
  })),
});

export type ChatReview = z.output<typeof chatDraft>;
export type MatterEdit = ChatReview['edits'][string];

/** Fields of a matter's form, in the order of the talk. */
const formFields = ['date', 'startTime', 'endTime', 'channel', 'serviceItem', 'requester', 'requesterUnit', 'staff', 'hours', 'state', 'module', 'nextServiceDate', 'description', 'process', 'result'] as const;

export type MatterField = { readonly name: string; readonly definition: FieldDefinition };

/** What is asked about a matter: the usual fields of a work record, and what this contract demands besides. */
export function matterFields(profile: Pick<ContractProfile, 'extraFields'>): MatterField[] {
  const { fields } = kinds.worklog;
  const extras = (profile.extraFields.worklog ?? []).filter((field) => field.required);
  return [...formFields.map((name) => ({ name, definition: fields[name] })), ...extras.map((field) => ({ name: `extra.${field.name}`, definition: extraDefinition(field) }))];
}

export function matterKey(exchange: ChatExchange): string {
  return `${exchange.messages[0] ?? 0}-${exchange.messages.at(-1) ?? 0}`;
}

/** The proposal with what the person changed; `null` is what the person cleared. */
export function matterValues(exchange: ChatExchange, edit: MatterEdit | undefined): Readonly<Record<string, unknown>> {
  const values = { ...exchange.body, ...edit?.values };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
}

/** A guess stands until the person changes the field. */
export function guessOf(exchange: ChatExchange, edit: MatterEdit | undefined, field: string): string | undefined {
  return edit !== undefined && Object.hasOwn(edit.values, field) ? undefined : exchange.guessed[field];
}

export type MatterCheck = { readonly problems: ReadonlyMap<string, string>; readonly final: RecordInput | undefined; readonly draft: RecordInput | undefined };

/** Checks matters of one contract. Make it once: it holds the schema. */
export function matterChecker(profile: ContractProfile): (id: string, values: Readonly<Record<string, unknown>>) => MatterCheck {
  const schema = bodySchema('worklog', profile);
  const fields = matterFields(profile);
  const labels = new Map(fields.map(({ name, definition }) => [definition.label, name]));
  return (id, values) => {
    const body = Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith('extra.')));
    const extra = Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (name.startsWith('extra.') && (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') ? [[name.slice(6), value]] : [])));
    const parsed = parseBody('worklog', schema, body);
    const missing = fields.filter(({ name, definition }) => name.startsWith('extra.') && definition.required && values[name] === undefined);
    const problems = new Map([...(parsed.ok ? [] : parsed.problems.map(({ place, message }): [string, string] => [labels.get(place) ?? place, message])), ...missing.map(({ name }): [string, string] => [name, commonWords.required])]);
    const input = (status: 'final' | 'draft'): RecordInput => ({ id, kind: 'worklog', status, body, ...(Object.keys(extra).length === 0 ? {} : { extra }) });
    return { problems, final: problems.size === 0 ? input('final') : undefined, draft: parseDraftBody('worklog', schema, body).ok ? input('draft') : undefined };
  };
}

/** Beginnings of all matters but the one after `at`, which is joined to it. */
export function mergedWithNext(exchanges: readonly ChatExchange[], at: number): number[] {
  return exchanges.filter((_, index) => index !== at + 1).flatMap(({ messages }) => messages[0] ?? []);
}

/** Beginnings of all matters, and of a new one at this message. */
export function splitAt(exchanges: readonly ChatExchange[], message: number): number[] {
  return [...new Set([...exchanges.flatMap(({ messages }) => messages[0] ?? []), message])].toSorted((a, b) => a - b);
}

/** The lines of a matter as they were pasted, for the attachment. */
export function sourceOf(text: string, reading: ChatReading, exchange: ChatExchange): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  return exchange.messages.flatMap((index) => {
    const message = reading.messages[index];
    return message === undefined ? [] : [...lines.slice(message.from - 1, message.to), ''];
  }).join('\r\n');
}
