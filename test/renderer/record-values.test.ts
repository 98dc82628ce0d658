import { expect, test } from 'vitest';
import { createForm, visibleProblem, type FormModel } from '../../renderer/forms/form-model.ts';
import type { Path } from '../../renderer/state/at-path.ts';
import { copiedValues, newValues, recordInput, recordRules, sectionsOf, valuesOf } from '../../renderer/forms/record-values.ts';
import { kindNames, kinds } from '../../shared/records/kinds.ts';
import { recordInputSchema } from '../../shared/records/record.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';

const profile = testProfile({
  checklist: [
    { category: '服务器', item: 'CPU 使用率', standard: '≤80%' },
    { category: '备份', item: '恢复测试', cycle: '月检' },
  ],
  people: [{ name: '顾小满', side: 'client' }, { name: '林远航', side: 'vendor' }],
  systems: ['示例监管平台'],
  extraFields: { visit: [{ name: 'weather', label: '天气', type: 'choice', options: ['晴', '雨'], required: true }] },
});

function shown(form: FormModel, path: Path): string | undefined {
  return visibleProblem(form.getState(), form.getState().rules.placeOf(path));
}

test('a new inspection has its day, its people, its system and the checklist of its cycle, but no results', () => {
  expect(newValues('inspection', profile, '2024-08-05', null)).toEqual({
    body: { date: '2024-08-05', inspector: '林远航', system: '示例监管平台', cycle: '日检', items: [{ category: '服务器', item: 'CPU 使用率', standard: '≤80%' }] },
    extra: {},
    signOff: { executor: '林远航', executedOn: '2024-08-05' },
  });
});

test('the last inspector is proposed again', () => {
  const last = makeRecord('inspection', { inspector: '程知秋' });

  expect(newValues('inspection', profile, '2024-08-06', last).body['inspector']).toBe('程知秋');
});

test('a copy takes the contents to the new day and leaves moments, links and signatures behind', () => {
  const source = makeRecord('worklog', { date: '2024-08-05', reportedAt: '2024-08-05T09:00', related: ['GX-20240805-01'] });

  const copy = copiedValues('worklog', source, '2024-08-06');

  expect(copy.body).toEqual({ ...makeRecord('worklog', { date: '2024-08-06' }).body });
  expect(copy.signOff).toEqual({ executor: '林远航', executedOn: '2024-08-06' });
});

test('every kind has each of its fields in exactly one section', () => {
  const sorted = (names: readonly string[]): readonly string[] => names.toSorted();

  expect(kindNames.map((kind) => sorted(sectionsOf(kind).flatMap((section) => section.fields)))).toEqual(kindNames.map((kind) => sorted(Object.keys(kinds[kind].fields))));
});

test('problems show at a field after it was touched, and everywhere after an attempt to save', () => {
  const form = createForm(valuesOf(makeRecord('visit', {}, { extra: { weather: '晴' } })), recordRules('visit', profile));
  expect(form.getState().problems.size).toBe(0);

  form.getState().set(['body', 'hosts'], undefined);
  form.getState().replace({ ...(form.getState().values as object), extra: {} });

  expect(shown(form, ['body', 'hosts'])).toBe('必填');
  expect(shown(form, ['extra', 'weather'])).toBeUndefined();
  form.getState().showAllProblems();
  expect(shown(form, ['extra', 'weather'])).toBe('必填');
  expect([...form.getState().problems.keys()].toSorted()).toEqual(['受访人', '天气']);
});

test('problems of table cells are found by row and column', () => {
  const form = createForm(valuesOf(makeRecord('survey')), recordRules('survey', testProfile()));

  form.getState().set(['body', 'scores', 1, 'score'], 999);

  expect(shown(form, ['body', 'scores', 1, 'score'])).toBe('不能大于 100');
  expect(shown(form, ['body', 'scores', 0, 'score'])).toBeUndefined();
});

test('what is handed in is what the call accepts, with the revision it builds on', () => {
  const record = makeRecord('visit', {}, { extra: { weather: '晴' }, revision: 3 });

  const input = recordInput('visit', { ...valuesOf(record), lateReason: ' ' }, record, 'final');

  expect(recordInputSchema.parse(input)).toEqual({ kind: 'visit', status: 'final', id: record.id, number: record.number, revision: 3, body: record.body, extra: record.extra, signOff: record.signOff });
});

test('settling a form makes its values the stored ones', () => {
  const form = createForm(valuesOf(makeRecord('visit')), recordRules('visit', testProfile()));
  form.getState().set(['body', 'place'], '业务大厅');
  expect(form.getState().isDirty).toBe(true);

  form.getState().settle(valuesOf(makeRecord('visit', { place: '业务大厅' })));

  expect([form.getState().isDirty, form.getState().touched.size]).toEqual([false, 0]);
});
