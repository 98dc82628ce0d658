import { expect, test } from 'vitest';
import { formatNumber } from '../../../shared/deliverables/format-value.ts';
import { roundTo } from '../../../shared/figures/tally.ts';

test.each([
  [0.1 + 0.2, 1, 0.3], [598.765 - 1e-13, 2, 598.77], [1.005, 2, 1.01], [93.125, 2, 93.13], [2.675, 2, 2.68], [-0.2, 0, 0], [5.5e-17, 2, 0], [20 - 19.999_999_999_999_996, 2, 0], [1_234_567.891, 2, 1_234_567.89], [0.05, 1, 0.1],
])('%d with %i decimals is %d, in figures and on paper', (value, decimals, expected) => {
  expect(Object.is(roundTo(value, decimals), expected)).toBe(true);
  expect(formatNumber(value, decimals)).toBe(String(expected));
});
