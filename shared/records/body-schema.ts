import { z } from 'zod';
import { assertNever } from '../assert-never.ts';
import type { ContractProfile } from '../contract/profile.ts';
import { isLocalDate, isLocalMinute } from '../dates.ts';
import type { Problem } from '../app-error.ts';
import { chineseIssue } from '../schema-messages.ts';
import type { FieldDefinition, Fields } from './fields.ts';
import { kindOf, type KindName } from './kinds.ts';

/** The part of a profile that decides which bodies are right. */
export type BodyRules = Pick<ContractProfile, 'vocabularies' | 'serviceItems'>;

/** A body is fields, tables, rows, cells; what is nested deeper is wrong anyway and must not exhaust the stack. */
const deepestBody = 6;
const textLimit = 200;
const longTextLimit = 20_000;

/** The vocabulary a contract uses for a field: its own list, else the kind's default. */
export function optionsOf(field: FieldDefinition, rules: BodyRules): readonly string[] {
  switch (field.type) {
    case 'choice': return field.options;
    case 'vocabulary': return rules.vocabularies[field.vocabulary] ?? field.options;
    default: return [];
  }
}

function valueSchema(field: FieldDefinition, rules: BodyRules): z.ZodType {
  switch (field.type) {
    case 'text':
    case 'person': return z.string('应是文字').trim().min(1, '不能为空').max(textLimit, `最多 ${textLimit} 个字`);
    case 'longText': return z.string('应是文字').trim().min(1, '不能为空').max(longTextLimit, `最多 ${longTextLimit} 个字`);
    case 'date': return z.string('应是日期').refine(isLocalDate, '不是有效的日期，应写作 2024-08-05');
    case 'minute': return z.string('应是日期和时间').refine(isLocalMinute, '不是有效的时间，应写作 2024-08-05T09:30');
    case 'time': return z.string('应是时间').regex(/^([01]\d|2[0-3]):[0-5]\d$/, '不是有效的时间，应写作 09:30');
    case 'number': {
      const base = z.number('应是数字');
      const atLeast = field.min === undefined ? base : base.min(field.min, `不能小于 ${field.min}`);
      return field.max === undefined ? atLeast : atLeast.max(field.max, `不能大于 ${field.max}`);
    }
    case 'flag': return z.boolean('应是“是”或“否”');
    case 'choice':
    case 'vocabulary': {
      const options = optionsOf(field, rules);
      return z.string('应是文字').refine((value) => options.includes(value), `只能是：${options.join('、')}`);
    }
    case 'serviceItem': {
      const numbers = rules.serviceItems.map((item) => item.no);
      return z.number('应是服务项序号').refine((value) => numbers.includes(value), `合同没有这个服务项，序号应在 ${numbers[0] ?? 0} 到 ${numbers.at(-1) ?? 0} 之间`);
    }
    case 'links': return z.array(z.string().min(1).max(40), '应是单据编号的列表').max(100, '最多 100 个编号');
    case 'table': return z.array(fieldsSchema(field.columns, rules), '应是表格').max(500, '最多 500 行');
    default: return assertNever(field, 'field type');
  }
}

function fieldsSchema(fields: Fields, rules: BodyRules): z.ZodType<Readonly<Record<string, unknown>>> {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, field] of Object.entries(fields)) {
    const schema = valueSchema(field, rules);
    shape[name] = field.required ? schema : schema.optional();
  }
  return z.strictObject(shape);
}

/** The schema of a kind's body under one contract. Building it costs about a millisecond: keep it while importing many. */
export function bodySchema(kind: KindName, rules: BodyRules): z.ZodType<Readonly<Record<string, unknown>>> {
  return fieldsSchema(kindOf(kind).fields, rules);
}

/** Empty strings and nulls, as forms and sheets give them, mean "not filled in". */
export function dropEmpty(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > deepestBody) return value;
  if (Array.isArray(value)) return value.map((entry) => dropEmpty(entry, depth + 1));
  return Object.fromEntries(Object.entries(value).flatMap(([name, entry]) => (isEmpty(entry) ? [] : [[name, dropEmpty(entry, depth + 1)]])));
}

/** Schemas pass over a property of this name without a word, and whoever copies it by assignment changes all objects. */
function forbiddenNames(value: unknown, depth = 0): Problem[] {
  if (typeof value !== 'object' || value === null || depth > deepestBody) return [];
  if (!Array.isArray(value) && Object.hasOwn(value, '__proto__')) return [{ place: '__proto__', message: '没有这个栏目' }];
  return Object.values(value).flatMap((entry) => forbiddenNames(entry, depth + 1));
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** `items.2.result` → `巡检项目 第 3 行 检查结果`, the way people find it on the form. */
export function fieldPlace(fields: Fields, path: readonly PropertyKey[]): string {
  const [name, row, ...rest] = path;
  if (name === undefined) return '记录';
  const field = typeof name === 'string' ? fields[name] : undefined;
  if (field === undefined) return String(name);
  if (field.type !== 'table' || row === undefined) return field.label;
  const inner = rest.length === 0 ? '' : ` ${fieldPlace(field.columns, rest)}`;
  return `${field.label} 第 ${Number(row) + 1} 行${inner}`;
}

function isMissing(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type' && issue.input === undefined;
}

function issueMessage(issue: z.core.$ZodIssue, fields: Fields): Problem[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ place: key, message: '没有这个栏目' }));
  return [{ place: fieldPlace(fields, issue.path), message: isMissing(issue) ? '必填' : issue.message }];
}

export type ParsedBody =
  | { readonly ok: true; readonly body: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Checks a body against its kind: every field, then the kind's own consistency rules. All problems are reported at once.
 * @param schema from `bodySchema` of the same kind and contract
 */
export function parseBody(kind: KindName, schema: z.ZodType<Readonly<Record<string, unknown>>>, body: unknown): ParsedBody {
  const definition = kindOf(kind);
  const forbidden = forbiddenNames(body);
  if (forbidden.length > 0) return { ok: false, problems: forbidden };
  const parsed = schema.safeParse(dropEmpty(body), { reportInput: true, error: chineseIssue });
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.flatMap((issue) => issueMessage(issue, definition.fields)) };
  const problems = definition.check(parsed.data).map((problem) => ({ place: fieldPlace(definition.fields, problem.field.split('.')), message: problem.message }));
  return problems.length === 0 ? { ok: true, body: parsed.data } : { ok: false, problems };
}

/**
 * Checks a draft: what is filled in must be right, what is missing may stay missing, and fields need not agree with each other yet.
 * @param schema from `bodySchema` of the same kind and contract
 */
export function parseDraftBody(kind: KindName, schema: z.ZodType<Readonly<Record<string, unknown>>>, body: Readonly<Record<string, unknown>>): ParsedBody {
  const forbidden = forbiddenNames(body);
  if (forbidden.length > 0) return { ok: false, problems: forbidden };
  const filled = Object.fromEntries(Object.entries(body).filter(([, value]) => !isEmpty(value)).map(([name, value]) => [name, dropEmpty(value)]));
  const parsed = schema.safeParse(filled, { reportInput: true, error: chineseIssue });
  if (parsed.success) return { ok: true, body: parsed.data };
  const problems = parsed.error.issues.filter((issue) => !isMissing(issue)).flatMap((issue) => issueMessage(issue, kindOf(kind).fields));
  return problems.length === 0 ? { ok: true, body: filled } : { ok: false, problems };
}
