import { expect, test } from 'vitest';
import type { CarriedItem } from '../../../shared/carried/carried-item.ts';
import { checkReadiness } from '../../../shared/rules/check.ts';
import { carriedItem, carriedPermission } from '../../helpers/carried.ts';
import { testProfile } from '../../helpers/records.ts';

function found(carried: readonly CarriedItem[] | undefined, today: string) {
  const profile = testProfile({ service: { from: '2024-12-01', to: '2025-11-30' } });
  return checkReadiness({ profile, records: [], calendar: {}, today, carried }).filter(({ rule }) => rule === 'carried-out').map(({ severity, message, date, mending }) => ({ severity, message, date, mending }));
}

const items = [carriedItem(), carriedItem({ state: 'returned' }), carriedItem({ state: 'destroyed' }), carriedItem({ state: 'void' })];

test('what is out is left alone until the day it should be back', () => {
  expect([found(items, '2025-10-10'), found(undefined, '2025-12-31')]).toEqual([[], []]);
});

test('from the next day on it is asked for', () => {
  expect(found(items, '2025-10-13')).toEqual([{
    severity: 'warning', date: '2025-10-10', mending: [{ action: 'open-carried' }], message: 'XC-001 2025年9月数据备份（移动硬盘 YD-07，林远航携带）应于 2025年10月10日 交回，已逾期 3 天。',
  }]);
});

test('when the service has ended, everything out stands in the way, also what is not due yet', () => {
  const later = carriedItem({ permission: carriedPermission({ mediumNumber: '', dueOn: '2026-01-31' }) });
  expect(found([later], '2025-12-01').map(({ severity, message }) => [severity, message])).toEqual([['error', '服务期已满，XC-001 2025年9月数据备份（移动硬盘，林远航携带）还没有交回或销毁。']]);
});
