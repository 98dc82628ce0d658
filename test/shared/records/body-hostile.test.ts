import { describe, expect, it } from 'vitest';
import { bodySchema, parseBody, parseDraftBody } from '../../../shared/records/body-schema.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';

const schema = bodySchema('inspection', testProfile());
const body: unknown = makeRecord('inspection').body;

/** Own properties named `__proto__`, as JSON.parse makes them and object literals do not. */
function json(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

describe('bodies made to break the program', () => {
  it.each(['{"__proto__":{"polluted":1}}', '{"items":[{"__proto__":{"polluted":1}}]}'])('the name __proto__ is no field: %s', (text) => {
    const problems = [{ place: '__proto__', message: '没有这个栏目' }];
    expect(parseDraftBody('inspection', schema, json(text))).toEqual({ ok: false, problems });
    expect(parseBody('inspection', schema, json(text))).toEqual({ ok: false, problems });
    expect('polluted' in {}).toBe(false);
  });

  it('nesting beyond any form is a problem of the field, not of the stack', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
    const expected = { ok: false, problems: [{ place: '巡检项目 第 1 行', message: '应是栏目和内容' }] };
    expect(parseDraftBody('inspection', schema, { items: deep })).toEqual(expected);
    expect(parseBody('inspection', schema, { ...(typeof body === 'object' ? body : {}), items: deep })).toEqual(expected);
  });
});
