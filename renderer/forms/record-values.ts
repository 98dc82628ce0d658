import type { ContractProfile, ExtraField } from '../../shared/contract/profile.ts';
import { defaultSigners } from '../../shared/contract/default-signers.ts';
import type { LocalDate } from '../../shared/dates.ts';
import { bodySchema, fieldPlace, optionsOf, parseBody } from '../../shared/records/body-schema.ts';
import type { FieldDefinition } from '../../shared/records/fields.ts';
import { kindOf, kinds, type KindName } from '../../shared/records/kinds.ts';
import { extraSchema, signOffSchema, type AnyRecord, type RecordInput, type RecordStatus } from '../../shared/records/record.ts';
import { checklistRows, likelyCycle } from './inspection-values.ts';
import { commonWords } from '../words/common.ts';
import { formWords, signOffWords } from '../words/forms.ts';
import type { Path } from '../state/at-path.ts';
import type { FormRules, Problems } from './form-model.ts';

/** What a record form edits. */
export type RecordValues = {
  readonly body: Readonly<Record<string, unknown>>;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly signOff: Readonly<Record<string, unknown>>;
  readonly lateReason?: string | undefined;
};

export function valuesOf(record: AnyRecord): RecordValues {
  return { body: record.body, extra: record.extra, signOff: record.signOff, lateReason: record.lateReason };
}

/** A contract's own field as a field like any other. */
export function extraDefinition(field: ExtraField): FieldDefinition {
  const common = { label: field.label, required: field.required };
  switch (field.type) {
    case 'choice': return { ...common, type: 'choice', options: field.options };
    case 'number': return { ...common, type: 'number', decimals: 2 };
    case 'text':
    case 'longText':
    case 'date':
    case 'flag': return { ...common, type: field.type };
    default: return field.type satisfies never;
  }
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

function placeOf(kind: KindName, profile: ContractProfile, path: Path): string {
  const [part, ...rest] = path;
  if (part === 'body') return fieldPlace(kindOf(kind).fields, rest);
  if (part === 'extra') return profile.extraFields[kind]?.find(({ name }) => name === rest[0])?.label ?? String(rest[0]);
  return path.join('.');
}

function checkSignOff(signOff: RecordValues['signOff']): [string, string][] {
  const parsed = signOffSchema.safeParse(signOff);
  return parsed.success ? [] : parsed.error.issues.map((issue) => [`signOff.${issue.path.join('.')}`, signOffWords.otherName]);
}

/** The first problem of a place is the one to mend first. */
function firstOfEach(problems: readonly (readonly [place: string, message: string])[]): Problems {
  const first = new Map<string, string>();
  for (const [place, message] of problems) if (!first.has(place)) first.set(place, message);
  return first;
}

/** How a record's form checks itself: the kind's own rules, the contract's extra fields, and the sign-off. */
export function recordRules(kind: KindName, profile: ContractProfile): FormRules {
  const schema = bodySchema(kind, profile);
  const required = (profile.extraFields[kind] ?? []).filter((field) => field.required);
  return {
    placeOf: (path) => placeOf(kind, profile, path),
    check: (values) => {
      // Forms of records are created with RecordValues and change them only by path.
      const { body, extra, signOff } = values as RecordValues;
      const parsed = parseBody(kind, schema, body);
      const found: [string, string][] = parsed.ok ? [] : parsed.problems.map(({ place, message }) => [place, message]);
      const missing: [string, string][] = required.filter((field) => isEmpty(extra[field.name])).map((field) => [field.label, commonWords.required]);
      return firstOfEach([...found, ...missing, ...checkSignOff(signOff)]);
    },
  };
}

/** Fields with the person of the vendor who did the work. */
const workerFields = ['inspector', 'staff', 'handler', 'lecturer', 'author'] as const;

/** A new record's form before anybody typed: the day, the usual people and system, and the contract's lists. */
export function newValues(kind: KindName, profile: ContractProfile, date: LocalDate, last: AnyRecord | null): RecordValues {
  const { fields } = kindOf(kind);
  const body: Record<string, unknown> = { date };
  const vendor = profile.people.find(({ side }) => side === 'vendor')?.name;
  const lastBody: Readonly<Record<string, unknown>> = last?.body ?? {};
  for (const name of workerFields) {
    const field = fields[name];
    if (field?.type === 'person') body[name] = lastBody[name] ?? vendor;
  }
  if (fields['system'] !== undefined) body['system'] = lastBody['system'] ?? profile.systems[0];
  if (kind === 'inspection') {
    const cycle = likelyCycle(date, optionsOf(kinds.inspection.fields.cycle, profile), profile.checklist, profile.calendarOverrides);
    body['cycle'] = cycle;
    body['items'] = checklistRows(profile.checklist, cycle);
  }
  if (kind === 'survey') body['scores'] = profile.surveyCriteria.map(({ criterion, standard, fullScore }) => ({ criterion, standard, fullScore }));
  return { body: withoutEmpty(body), extra: {}, signOff: { ...defaultSigners(profile, kindOf(kind).signOff), ...executorOf(body) } };
}

/** Who did the work signs for it on its day, until somebody says otherwise. */
export function executorOf(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const executor = workerFields.map((name) => body[name]).find((name) => typeof name === 'string' && name !== '');
  return executor === undefined ? {} : withoutEmpty({ executor, executedOn: body['date'] });
}

function withoutEmpty(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => !isEmpty(value)));
}

/** The last record's contents for a new day: moments and links to other records belong to the old day and stay behind. */
export function copiedValues(kind: KindName, source: AnyRecord, date: LocalDate): RecordValues {
  const { fields } = kindOf(kind);
  const kept = Object.entries(source.body).filter(([name]) => fields[name]?.type !== 'minute' && fields[name]?.type !== 'links');
  const body = { ...Object.fromEntries(kept), date };
  return { body, extra: source.extra, signOff: executorOf(body) };
}

/** What is handed to `records.save`. */
export function recordInput(kind: KindName, values: RecordValues, record: AnyRecord | undefined, status: RecordStatus): RecordInput {
  const extra = extraSchema.parse(withoutEmpty(values.extra));
  const signOff = signOffSchema.parse(withoutEmpty(values.signOff));
  return {
    kind,
    status,
    body: values.body,
    extra,
    signOff,
    ...(isEmpty(values.lateReason) ? {} : { lateReason: values.lateReason }),
    ...(record === undefined ? {} : { id: record.id, number: record.number, revision: record.revision }),
  };
}

/** The fields of a form in the order of their first appearance, by section. */
export function sectionsOf(kind: KindName): { readonly title: string; readonly fields: readonly string[] }[] {
  const sections = new Map<string, string[]>();
  for (const [name, field] of Object.entries(kindOf(kind).fields)) {
    // Notes and links close every form, whatever section stands before them.
    const title = field.section ?? (sections.size > 1 ? formWords.other : formWords.general);
    sections.set(title, [...(sections.get(title) ?? []), name]);
  }
  return [...sections].map(([title, fields]) => ({ title, fields }));
}
