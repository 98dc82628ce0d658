import { expect, test } from 'vitest';
import { matchingContracts, sortedContracts, standingOf } from '../../renderer/state/contract-list.ts';
import { standingText } from '../../renderer/words/contracts.ts';
import type { Contract } from '../../shared/contract/profile.ts';
import { testProfile } from '../helpers/records.ts';

function contract(id: string, from: string, to: string, title = id): Contract {
  return { id, profile: testProfile({ title, service: { from, to } }), revision: 1, isArchived: false, createdAt: '', updatedAt: '' };
}

test('a contract is before, in or after its service, with the days that count', () => {
  const year = contract('c', '2024-08-03', '2025-08-02');

  expect(['2024-08-02', '2024-08-03', '2025-08-02', '2025-08-05'].map((today) => standingText(standingOf(year, today)))).toEqual(['1 天后开始', '还有 364 天', '今天到期', '服务期已满 3 天']);
});

test('running contracts come first, the nearest end on top, finished ones last', () => {
  const contracts = [contract('done', '2022-01-01', '2022-12-31'), contract('next', '2025-01-01', '2025-12-31'), contract('long', '2024-01-01', '2024-12-31'), contract('soon', '2024-01-01', '2024-06-30')];

  expect(sortedContracts(contracts, '2024-06-01').map(({ id }) => id)).toEqual(['soon', 'long', 'next', 'done']);
});

test('contracts are found by every typed word in names, parties or days', () => {
  const contracts = [contract('a', '2024-08-03', '2025-08-02', '甲平台运维合同'), contract('b', '2025-08-03', '2026-08-02', '乙平台运维合同')];

  expect(matchingContracts(contracts, ' 平台  2026 ').map(({ id }) => id)).toEqual(['b']);
  expect(matchingContracts(contracts, '数据中心').map(({ id }) => id)).toEqual(['a', 'b']);
  expect(matchingContracts(contracts, '丙')).toEqual([]);
});
