import { assertNever } from '../assert-never.ts';
import { profileSchema, type ContractProfile } from '../contract/profile.ts';
import type { QuestionBody } from '../ipc/report-life-channels.ts';
import type { FieldDefinition, Fields } from '../records/fields.ts';
import { kindNames, kindOf, type KindName } from '../records/kinds.ts';
import type { AnyRecord } from '../records/record.ts';

/** A contract and records of each kind with every field filled in: shows which tags templates get. */

const exampleDay = '2024-08-05';

function exampleValue(field: FieldDefinition): unknown {
  switch (field.type) {
    case 'text':
    case 'person': return field.label;
    // Some chapters of reports are found by words in the text.
    case 'longText': return `${field.label}（月报季评）`;
    case 'date': return exampleDay;
    case 'minute': return `${exampleDay}T09:00`;
    case 'time': return '09:00';
    // Not nothing: a report leaves out charts in which everything is.
    case 'number': return Math.max(field.min ?? 1, Math.min(field.max ?? 1, 1));
    case 'flag': return true;
    case 'choice':
    case 'vocabulary': return field.options[0];
    case 'serviceItem': return 1;
    case 'links': return [`GZ-${exampleDay.replaceAll('-', '')}-01`];
    case 'table': return [exampleBody(field.columns)];
    default: return assertNever(field, 'field type');
  }
}

function exampleBody(fields: Fields): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, exampleValue(field)]));
}

export function exampleProfile(): ContractProfile {
  const party = { name: '示例单位' };
  return profileSchema.parse({
    title: '示例合同', projectName: '示例项目', deliverablePrefix: '示例服务项目', client: party, vendor: party, signedOn: exampleDay,
    service: { from: '2024-08-03', to: '2025-08-02' }, price: { total: 1 }, acceptance: { deadline: '2025-10-02' }, delivery: {},
    deliverables: [{ id: 'inspection', title: '示例日常巡检记录单', kind: 'inspection', layout: 'form', grouping: 'month', template: 'inspection.docx', fromContract: true }],
    reporting: {}, serviceLevel: { answerMinutes: 60, restoreMinutes: 240 }, changeQuota: { personDays: 20 }, confidentiality: {},
    serviceItems: [{ no: 1, name: '示例服务', quantity: 1, unitPrice: 1, amount: 1, evidence: [...kindNames] }],
    people: [{ name: '示例人员', side: 'vendor' }], systems: ['示例系统'],
  });
}

/** The body as it is, and once more for every other option of every choice: some tags exist only for some choices. */
function variants(fields: Fields): Readonly<Record<string, unknown>>[] {
  const base = exampleBody(fields);
  const others = Object.entries(fields).flatMap(([name, field]) => {
    if (field.type === 'choice') return field.options.slice(1).map((option) => ({ ...base, [name]: option }));
    return field.type === 'table' ? variants(field.columns).slice(1).map((row) => ({ ...base, [name]: [row] })) : [];
  });
  return [base, ...others];
}

function exampleRecord(kind: KindName, body: Readonly<Record<string, unknown>>, index: number): AnyRecord {
  const definition = kindOf(kind);
  const record = {
    id: `${kind}-${index}`, contractId: 'example', kind, number: `${definition.numberPrefix}-20240805-${String(index + 1).padStart(2, '0')}`, date: exampleDay,
    status: 'final', title: definition.title, body, extra: {}, lateReason: '示例', revision: 1, createdAt: '', updatedAt: '',
    signOff: { executor: '甲', executedOn: exampleDay, reviewer: '乙', reviewedOn: exampleDay, confirmer: '丙', confirmedOn: exampleDay },
  };
  // The body was built from the kind's own fields, which is what the type says of it.
  return record as unknown as AnyRecord;
}

/** Charts compare months: a report on one day has none. */
const exampleQuarter = { periodFrom: '2024-08-03', periodTo: '2024-11-02' };

/** A report that has others before it: only such a one compares. The dates are the second quarter of the example's contract. */
function laterReport(index: number): AnyRecord {
  return exampleRecord('report', { ...exampleBody(kindOf('report').fields), date: '2025-02-02', periodFrom: '2024-11-03', periodTo: '2025-02-02' }, index);
}

/** A question about a report, and its answer. */
export const exampleQuestions: readonly QuestionBody[] = [{ askedOn: exampleDay, askedBy: '甲方', question: '质疑内容', answeredOn: exampleDay, answeredBy: '乙方', answer: '答复内容' }];

export function exampleRecords(): AnyRecord[] {
  return kindNames.flatMap((kind) => {
    const bodies = variants(kindOf(kind).fields);
    const records = bodies.map((body, index) => exampleRecord(kind, kind === 'report' ? { ...body, ...exampleQuarter } : body, index));
    return kind === 'report' ? [...records, laterReport(bodies.length)] : records;
  });
}
