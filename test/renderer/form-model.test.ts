import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createForm, formValue, visibleProblem, type FormModel, type FormRules } from '../../renderer/forms/form-model.ts';
import { commonWords } from '../../renderer/words/common.ts';

/** `name` is required and at most three letters; `end` must not be before `start`. */
const rules: FormRules = {
  placeOf: (path) => path.join('.'),
  check: (values) => {
    const { name, start, end } = values as { name?: string; start?: string; end?: string };
    return new Map<string, string>([
      ...(name === undefined ? [['name', commonWords.required] as const] : name.length > 3 ? [['name', '太长'] as const] : []),
      ...(start !== undefined && end !== undefined && end < start ? [['end', '早于开始'] as const] : []),
    ]);
  },
};

function formOf(values: object): { readonly form: FormModel; readonly shown: (place: string) => string | undefined; readonly tick: (ms: number) => void } {
  let now = 0;
  const form = createForm(values, rules, { now: () => now, whenIdle: (check) => check() });
  return { form, shown: (place) => visibleProblem(form.getState(), place), tick: (ms) => void (now += ms) };
}

test('a field that was never right keeps quiet until the person has left it', () => {
  const { form, shown } = formOf({});
  form.getState().leave(['name']);
  expect(shown('name')).toBeUndefined();

  form.getState().set(['name'], '林远航先生');
  expect(shown('name')).toBeUndefined();
  form.getState().leave(['name']);
  expect(shown('name')).toBe('太长');
  form.getState().set(['name'], '林远航');
  expect(shown('name')).toBeUndefined();
});

test('what was right before and is wrong now is said at once, also between fields', () => {
  const { form, shown } = formOf({ name: '林', start: '09:00', end: '10:00' });

  form.getState().set(['start'], '11:00');
  form.getState().set(['name'], '林远航先生');

  expect([shown('end'), shown('name')]).toEqual(['早于开始', '太长']);
  form.getState().set(['end'], '12:00');
  expect(shown('end')).toBeUndefined();
});

test('undoing goes back step by step and forward again; typing in one place without a pause is one step', () => {
  const { form, tick } = formOf({ name: '' });
  for (const name of ['林', '林远', '林远航']) {
    form.getState().set(['name'], name);
    tick(100);
  }
  form.getState().set(['start'], '09:00');
  tick(5000);
  form.getState().set(['start'], '10:00');
  const values = (): unknown => form.getState().values;

  form.getState().undo();
  expect(values()).toEqual({ name: '林远航', start: '09:00' });
  form.getState().undo();
  form.getState().undo();
  expect([values(), form.getState().isDirty]).toEqual([{ name: '' }, false]);
  form.getState().undo();
  form.getState().redo();
  form.getState().redo();
  form.getState().redo();
  expect(values()).toEqual({ name: '林远航', start: '10:00' });
  form.getState().undo();
  form.getState().set(['name'], '程');
  form.getState().redo();
  expect(values()).toEqual({ name: '程', start: '09:00' });
});

test('whatever was changed, undoing all of it gives the first values, and redoing all of it the last', () => {
  const change = fc.record({ place: fc.constantFrom('name', 'start', 'end'), value: fc.string({ minLength: 1, maxLength: 3 }), pause: fc.nat({ max: 2000 }) });
  fc.assert(fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
    const initial = { name: '林' };
    const { form, tick } = formOf(initial);
    for (const { place, value, pause } of changes) {
      form.getState().set([place], value);
      tick(pause);
    }
    const last = form.getState().values;
    while (form.getState().past.length > 0) form.getState().undo();
    expect([form.getState().values, form.getState().isDirty]).toEqual([initial, false]);
    while (form.getState().future.length > 0) form.getState().redo();
    expect(form.getState().values).toEqual(last);
    expect(form.getState().problems).toEqual(rules.check(last));
  }));
});

test('in a long form the check waits for a pause, and saving does not wait for it', () => {
  const waiting: (() => void)[] = [];
  const form = createForm({ name: '林' }, rules, { now: () => 0, whenIdle: (check) => void (waiting[0] = check) });

  form.getState().set(['name'], '林远航先生');
  form.getState().set(['name'], undefined);
  expect([formValue(form.getState(), ['name']), form.getState().problems.size]).toEqual([undefined, 0]);
  form.getState().checkNow();
  expect([...form.getState().problems]).toEqual([['name', commonWords.required]]);
  waiting[0]?.();
  expect(visibleProblem(form.getState(), 'name')).toBe(commonWords.required);
});

test('files that wait keep a form unsaved whatever its values are', () => {
  const { form } = formOf({ name: '林' });
  form.getState().holdMore(true);
  form.getState().set(['name'], '程');
  form.getState().undo();
  expect(form.getState().isDirty).toBe(true);

  form.getState().holdMore(false);
  expect(form.getState().isDirty).toBe(false);
});
