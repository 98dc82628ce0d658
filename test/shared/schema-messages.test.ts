import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { profileSchema } from '../../shared/contract/profile.ts';
import { recordInputSchema } from '../../shared/records/record.ts';
import { chineseIssue } from '../../shared/schema-messages.ts';

function messages(schema: z.ZodType, value: unknown): readonly string[] {
  return schema.safeParse(value, { error: chineseIssue }).error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`.trim()) ?? [];
}

describe('what a schema complains of', () => {
  it.each<[z.ZodType, unknown, string]>([
    [z.string(), undefined, '必填'],
    [z.string(), 5, '应是文字'],
    [z.number(), 'x', '应是数字'],
    [z.number().int(), 1.5, '应是整数'],
    [z.boolean(), 'x', '应是 true 或 false'],
    [z.array(z.string()), {}, '应是列表'],
    [z.strictObject({}), [], '应是栏目和内容'],
    [z.record(z.string(), z.string()), 5, '应是栏目和内容'],
    [z.enum(['a', 'b']), 'c', '只能是：a、b'],
    [z.strictObject({}), { x: 1 }, '没有这个栏目：x'],
    [z.string().max(3), 'abcd', '最多 3 个字'],
    [z.string().min(1), '', '至少 1 个字'],
    [z.array(z.string()).max(1), ['a', 'b'], '最多 1 项'],
    [z.number().min(2), 1, '不能小于 2'],
    [z.number().max(2), 3, '不能大于 2'],
    [z.string().regex(/^a$/), 'b', '写法不对'],
    [z.string('自己的话'), 5, '自己的话'],
  ])('%#', (schema, value, message) => {
    expect(messages(schema, value)).toEqual([message]);
  });

  it('files that people write get no English', () => {
    const record = { kind: 'inspection', status: 'x', body: 5, number: 7, signOff: { executor: 5 }, bogus: 1 };
    const found = [...messages(recordInputSchema, record), ...messages(profileSchema, { title: 5, service: {}, serviceItems: [{ no: -1 }], deliverables: [{}], bogus: 1 })];
    expect(found.filter((message) => /Invalid|expected|Unrecognized|Too/.test(message))).toEqual([]);
    expect(found).toContain('status 只能是：draft、final、void');
  });
});
