import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closingSchema, countCarried, isOverdue, permissionSchema } from '../../../shared/carried/carried-item.ts';
import { passphraseBytes, passphraseFrom, passphraseProblem } from '../../../shared/carried/passphrase.ts';
import { carriedClosing, carriedItem, carriedPermission } from '../../helpers/carried.ts';

test('an offered passphrase is readable, ASCII and strong enough', () => {
  expect(passphraseFrom(Uint8Array.from({ length: passphraseBytes }, (_, index) => index * 7))).toBe('AHQX-6DLT-29GP-W5CK-SZ8F');
  fc.assert(fc.property(fc.uint8Array({ minLength: passphraseBytes, maxLength: passphraseBytes }).filter((bytes) => new Set(bytes.map((byte) => byte & 31)).size >= 8), (bytes) => {
    const passphrase = passphraseFrom(bytes);
    return /^([A-HJ-NP-Z2-9]{4}-){4}[A-HJ-NP-Z2-9]{4}$/.test(passphrase) && passphraseProblem(passphrase) === undefined;
  }));
});

test.each([
  ['', '请输入密码'],
  ['运维数据备份密码2025号', '中文密码'],
  ['Short-9x', '至少 12'],
  ['alllowercaseword', '三种'],
  ['AbAbAbAb-AbAbAb1', '重复'],
  ['Abcde-fghij-9x', '容易猜到'],
  ['Wx-54321-hgkT', '容易猜到'],
  ['My-Password-77', '容易猜到'],
  [' Wx-73912-hgkT', '空格'],
])('a passphrase like “%s” is refused with its reason', (passphrase, reason) => {
  expect(passphraseProblem(passphrase)).toContain(reason);
});

test('a person’s own passphrase may be words, if they are long', () => {
  expect([passphraseProblem('Wx-73912-hgkT'), passphraseProblem('seven quiet rivers cross')]).toEqual([undefined, undefined]);
});

test('a permission says who, what, by whom, until when, in the order of days', () => {
  const problems = (input: unknown): readonly string[] => permissionSchema.safeParse(input).error?.issues.map(({ path, message }) => `${path.join('.')}：${message}`) ?? [];
  expect(problems(carriedPermission())).toEqual([]);
  expect(problems(carriedPermission({ carrier: ' ' }))).toEqual(['carrier：请填写携带人']);
  expect(problems(carriedPermission({ dueOn: '2025-09-01' }))).toEqual(['dueOn：应还日期不能早于携出日期']);
  expect(problems(carriedPermission({ allowedOn: '2025-09-29' }))).toEqual(['allowedOn：许可日期不能晚于携出日期']);
});

test('nothing is destroyed without the customer’s written consent', () => {
  const places = (overrides: Parameters<typeof carriedClosing>[0]): readonly unknown[] => closingSchema.safeParse(carriedClosing(overrides)).error?.issues.map(({ path }) => path[0]) ?? [];
  expect(places({})).toEqual([]);
  expect(places({ outcome: 'destroyed' })).toEqual(['consent']);
  expect(places({ outcome: 'destroyed', consent: '甲方销毁通知 2025-3 号' })).toEqual([]);
  expect(places({ method: '', handler: '', witness: '' })).toEqual(['method', 'handler', 'witness']);
  expect(places({ outcome: 'void', method: '', handler: '', witness: '' })).toEqual(['note']);
});

test('what should be back is overdue from the next day on', () => {
  const items = [carriedItem(), carriedItem({ state: 'returned' }), carriedItem({ state: 'void' })];
  expect([isOverdue(carriedItem(), '2025-10-10'), isOverdue(carriedItem(), '2025-10-11')]).toEqual([false, true]);
  expect(countCarried(items, '2025-10-11')).toEqual({ out: 1, returned: 1, destroyed: 0, void: 1, overdue: 1 });
});
