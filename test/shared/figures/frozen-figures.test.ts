import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Period } from '../../../shared/contract/periods.ts';
import { figures } from '../../../shared/figures/figures.ts';
import { changedFigures, changedRecords, freezeFigures, frozenFiguresSchema } from '../../../shared/figures/frozen-figures.ts';
import { kindNames, type KindName } from '../../../shared/records/kinds.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';

const profile = testProfile();
const span = { from: '2024-08-03', to: '2024-11-02', asOf: '2024-11-04' } as const;
const period: Period = { key: 'report', label: '', from: span.from, to: span.to };
const countedKinds = kindNames.filter((kind) => kind !== 'report');

/** Days before, in and after the period, and after the day of the freeze. */
const days = ['2024-08-02', '2024-08-05', '2024-08-06', '2024-09-14', '2024-10-31', '2024-11-04', '2024-11-05'] as const;

function record(kind: KindName, position: number, date: string): AnyRecord {
  // TypeScript does not see that a record of any one kind is one of any kind.
  return makeRecord(kind, { date }, { sequence: position + 1, id: `${kind} ${position}` }) as unknown as AnyRecord;
}

/** Every kind on every day. */
const first: readonly AnyRecord[] = days.flatMap((date, day) => countedKinds.map((kind) => record(kind, day, date)));

type Edit = { readonly target: number; readonly act: 'void' | 'draft' | 'move' | 'hours' | 'open' | 'add' | 'touch'; readonly day: (typeof days)[number]; readonly amount: number };

const edits = fc.array(fc.record({
  target: fc.nat({ max: first.length - 1 }), act: fc.constantFrom('void', 'draft', 'move', 'hours', 'open', 'add', 'touch'), day: fc.constantFrom(...days), amount: fc.integer({ min: 0, max: 40 }),
}) satisfies fc.Arbitrary<Edit>, { maxLength: 6 });

function edited(old: AnyRecord, { act, day, amount }: Edit): AnyRecord {
  const next = { ...old, revision: old.revision + 1 };
  switch (act) {
    case 'void': return { ...next, status: 'void' };
    case 'draft': return { ...next, status: 'draft' };
    case 'move': return { ...record(old.kind, 0, day), id: old.id, number: old.number, revision: next.revision };
    case 'hours':
      if (next.kind === 'worklog') return { ...next, body: { ...next.body, hours: amount / 2 } };
      if (next.kind === 'training') return { ...next, body: { ...next.body, hours: amount / 2 } };
      if (next.kind === 'request') return { ...next, body: { ...next.body, personDays: amount / 2 } };
      return next;
    case 'open':
      if (next.kind === 'worklog') return { ...next, body: { ...next.body, state: '未完成' } };
      if (next.kind === 'inspection') return { ...next, body: { ...next.body, conclusion: '存在异常，待处理', items: next.body.items.map((item) => ({ ...item, result: '异常' as const })) } };
      if (next.kind === 'survey') return { ...next, body: { ...next.body, overall: '不满意', scores: next.body.scores.map((score) => ({ ...score, score: 1 })) } };
      if (next.kind === 'complaint') return { ...next, body: { ...next.body, satisfied: '不满意', resolved: '否' } };
      return next;
    default: return next;
  }
}

/** The records after the edits, and the ids that were touched. */
function apply(list: readonly Edit[]): { readonly records: AnyRecord[]; readonly touched: Set<string> } {
  const records = [...first];
  const touched = new Set<string>();
  for (const [position, edit] of list.entries()) {
    const old = records[edit.target];
    if (old === undefined) continue;
    if (edit.act === 'add') records.push({ ...record(old.kind, 50 + position, edit.day), id: `new ${position}` });
    else records[edit.target] = edited(old, edit);
    touched.add(edit.act === 'add' ? `new ${position}` : old.id);
  }
  return { records, touched };
}

/** Each figure by itself from a fresh copy of the records, without index: nothing of the comparison's own way. */
function recomputed(records: readonly AnyRecord[]): Map<string, string> {
  const copy = structuredClone(records);
  return new Map(figures.map(({ id, compute }) => {
    const { value, empty } = compute({ profile, records: copy, period, asOf: span.asOf });
    return [id, empty === true ? '—' : String(value)];
  }));
}

test('for any edits, the figures reported as changed are exactly those that differ, each from and to its value, by edited records', () => {
  const before = recomputed(first);
  const frozen = frozenFiguresSchema.parse(JSON.parse(JSON.stringify(freezeFigures({ profile, records: first }, span))));
  let changes = 0;
  fc.assert(fc.property(edits, (list) => {
    const { records, touched } = apply(list);
    const after = recomputed(records);
    const differing = [...before].flatMap(([id, value]) => (after.get(id) === value ? [] : [[id, value, after.get(id)]]));
    const reported = changedFigures(frozen, { profile, records });
    changes += reported.length;

    expect(reported.map(({ figure, before: was, after: is }) => [figure, was === null ? '—' : String(was), is === null ? '—' : String(is)])).toEqual(differing);
    for (const { causes } of reported) {
      expect(causes.length).toBeGreaterThan(0);
      expect(causes.filter(({ id }) => !touched.has(id))).toEqual([]);
    }
  }), { numRuns: 100 });
  // The edits must really have changed something, or nothing was shown.
  expect(changes).toBeGreaterThan(200);
});

test('a change names the records by which it came: new, changed, gone', () => {
  const records = [record('worklog', 0, '2024-08-05'), record('worklog', 1, '2024-08-06'), record('worklog', 2, '2024-08-07'), record('visit', 0, '2024-08-07')];
  const frozen = freezeFigures({ profile, records }, span);
  const [kept, changed, gone, visit] = records;
  if (kept?.kind !== 'worklog' || changed?.kind !== 'worklog' || gone === undefined || visit === undefined) throw new Error('made above');
  const today: AnyRecord[] = [kept, { ...changed, revision: 2, body: { ...changed.body, hours: 4 } }, { ...gone, status: 'void', revision: 2 }, { ...visit, revision: 2 }, record('worklog', 3, '2024-08-08'), record('worklog', 4, '2024-08-09')];

  expect(changedRecords(frozen, today)).toEqual([
    { id: 'worklog 1', change: 'changed' }, { id: 'visit 0', change: 'changed' }, { id: 'worklog 3', change: 'added' }, { id: 'worklog 4', change: 'added' }, { id: 'worklog 2', change: 'removed' },
  ]);
  expect(changedFigures(frozen, { profile, records: today }).find(({ figure }) => figure === 'work.count')).toMatchObject({
    before: 3, after: 4,
    causes: [{ id: 'worklog 1', change: 'changed' }, { id: 'worklog 3', change: 'added' }, { id: 'worklog 4', change: 'added' }, { id: 'worklog 2', change: 'removed' }],
  });
  expect(changedFigures(frozen, { profile, records })).toEqual([]);
});

test('a calendar that changes changes figures without any record; figures of another program are left out', () => {
  const records = [record('inspection', 0, '2024-08-05')];
  const frozen = freezeFigures({ profile, records }, span);
  const other = testProfile({ calendarOverrides: { '2024-08-06': 'off' } });
  const foreign = { ...frozen, figures: [...frozen.figures, { figure: 'unheard.of', label: '别处的指标', value: 1, records: [] }] };

  expect(changedFigures(foreign, { profile: other, records }).find(({ figure }) => figure === 'inspection.due')).toMatchObject({ causes: [] });
  expect(changedFigures(foreign, { profile, records })).toEqual([]);
});

test('what happens after the day of the report changes nothing in it', () => {
  const frozen = freezeFigures({ profile, records: first }, span);
  const late = record('worklog', 90, '2024-11-05');
  expect(changedFigures(frozen, { profile, records: [...first, late] })).toEqual([]);
});
