import type { Problem } from '../../shared/app-error.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { ExtraField } from '../../shared/contract/profile.ts';
import { isLocalDate, type LocalDate } from '../../shared/dates.ts';
import { parseBody, parseDraftBody } from '../../shared/records/body-schema.ts';
import type { KindDefinition } from '../../shared/records/define-kind.ts';
import { isKindName, kindOf } from '../../shared/records/kinds.ts';
import type { RecordInput, SignOff } from '../../shared/records/record.ts';
import { schemaOf } from './contract-rules.ts';
import { partsOf } from './record-row.ts';
import type { RecordRow } from './sql/record-sql.ts';
import type { ContractMemory } from './store.ts';

/** What is to be stored, once nothing is wrong with it. */
export type CheckedInput = {
  readonly status: 'draft' | 'final';
  /** As written by the person, or kept from before; undefined when it is to be given. */
  readonly number: string | undefined;
  readonly date: LocalDate;
  readonly title: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly signOff: SignOff;
  readonly lateReason: string | undefined;
};

export type InputCheck =
  | { readonly ok: true; readonly input: CheckedInput }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const titleLength = 120;

/** Checks one input against its kind, its contract and the record it replaces. All problems are reported at once. */
export function checkInput(memory: ContractMemory, input: RecordInput, previous: RecordRow | undefined, now: string): InputCheck {
  const definition = kindOf(input.kind);
  const status = input.status ?? (previous?.status === 'draft' ? 'draft' : 'final');
  const isDraft = status === 'draft';
  const schema = schemaOf(memory, input.kind);
  const parsed = isDraft ? parseDraftBody(input.kind, schema, input.body) : parseBody(input.kind, schema, input.body);
  const before = previous === undefined ? undefined : partsOf(previous);
  const extra = withoutEmpty(input.extra ?? before?.extra ?? {});
  const problems = [
    ...stateProblems(input, previous),
    ...numberProblems(input, previous),
    ...(parsed.ok ? [] : parsed.problems),
    ...extraProblems(memory.profile.extraFields[input.kind] ?? [], extra, before?.extra ?? {}, isDraft),
  ];
  if (!parsed.ok || status === 'void' || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    input: {
      status,
      number: previous?.number ?? (input.number?.trim() || undefined),
      ...dateAndTitle(definition, parsed.body, isDraft, now),
      body: parsed.body,
      extra,
      signOff: withoutEmpty(input.signOff ?? before?.signOff ?? {}),
      lateReason: input.lateReason === undefined ? (previous?.late_reason ?? undefined) : (input.lateReason.trim() || undefined),
    },
  };
}

function stateProblems(input: RecordInput, previous: RecordRow | undefined): Problem[] {
  const place = '记录状态';
  if (previous?.status === 'void') return [{ place, message: '已作废的记录不能再修改' }];
  if (previous !== undefined && previous.kind !== input.kind) return [{ place: '文种', message: `这条记录是${titleOfKind(previous.kind)}，文种不能改` }];
  if (input.status === 'void') return [{ place, message: '作废要写明原因，请用“作废”操作' }];
  if (input.status === 'draft' && previous?.status === 'final') return [{ place, message: '正式记录不能退回草稿' }];
  return [];
}

function titleOfKind(kind: string): string {
  return isKindName(kind) ? kindOf(kind).title : kind;
}

function numberProblems(input: RecordInput, previous: RecordRow | undefined): Problem[] {
  const written = input.number?.trim() ?? '';
  if (written === '' || previous === undefined || previous.number === null || written === previous.number) return [];
  return [{ place: '编号', message: `编号已定为 ${previous.number}，不能改为 ${written}` }];
}

/** The day and the line by which a record is known. A draft may not know them yet; then its day is that of `now`. */
export function dateAndTitle(definition: KindDefinition, body: Readonly<Record<string, unknown>>, isDraft: boolean, now: string): { readonly date: LocalDate; readonly title: string } {
  if (!isDraft) return { date: definition.dateOf(body), title: definition.titleOf(body).slice(0, titleLength) };
  const dateField = Object.keys(definition.fields).find((name) => definition.fields[name]?.type === 'date' && typeof body[name] === 'string');
  const day = dateField === undefined ? undefined : body[dateField];
  const parts = definition.columns.map((name) => body[name]).filter((value) => typeof value === 'string' && !isLocalDate(value));
  return { date: typeof day === 'string' ? day : dayInChina(now), title: (parts.join(' ') || '（未填写）').slice(0, titleLength) };
}

/** China has one zone, eight hours ahead of UTC, and no summer time. */
function dayInChina(instant: string): LocalDate {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}

function withoutEmpty<V>(values: Readonly<Record<string, V>>): Record<string, V> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && !(typeof value === 'string' && value.trim() === '')));
}

/** A value whose field was since removed from the contract may stay as it is. */
function extraProblems(fields: readonly ExtraField[], extra: Readonly<Record<string, unknown>>, previous: Readonly<Record<string, unknown>>, isDraft: boolean): Problem[] {
  const known = new Map(fields.map((field) => [field.name, field]));
  const wrong = Object.entries(extra).flatMap(([name, value]): Problem[] => {
    const field = known.get(name);
    if (field === undefined) return previous[name] === value ? [] : [{ place: name, message: '没有这个栏目' }];
    const message = extraProblem(field, value);
    return message === undefined ? [] : [{ place: field.label, message }];
  });
  const missing = isDraft ? [] : fields.filter((field) => field.required && extra[field.name] === undefined);
  return [...wrong, ...missing.map((field) => ({ place: field.label, message: '必填' }))];
}

function extraProblem(field: ExtraField, value: unknown): string | undefined {
  switch (field.type) {
    case 'text': return typeof value !== 'string' ? '应是文字' : value.length > 200 ? '最多 200 个字' : undefined;
    case 'longText': return typeof value === 'string' ? undefined : '应是文字';
    case 'number': return typeof value === 'number' && Number.isFinite(value) ? undefined : '应是数字';
    case 'date': return typeof value === 'string' && isLocalDate(value) ? undefined : '不是有效的日期，应写作 2024-08-05';
    case 'choice': return typeof value === 'string' && field.options.includes(value) ? undefined : `只能是：${field.options.join('、')}`;
    case 'flag': return typeof value === 'boolean' ? undefined : '应是“是”或“否”';
    default: return assertNever(field.type, 'extra field type');
  }
}
