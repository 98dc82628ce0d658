import { expect, test } from 'vitest';
import { evenDecimals } from '../../../shared/deliverables/even-decimals.ts';

test('numbers of one column have the decimals of the one with most of them; units, dashes and other columns stay', () => {
  const rows = [{ name: '1', hours: '59', share: '98.36%', size: '12 GB' }, { name: '2.5', hours: '121.6', share: '—', size: '1,204.25 GB' }, { name: '', hours: '-3', share: '100%', size: '' }];
  expect(rows.map(evenDecimals(rows, ['hours', 'share', 'size']))).toEqual([
    { name: '1', hours: '59.0', share: '98.36%', size: '12.00 GB' }, { name: '2.5', hours: '121.6', share: '—', size: '1,204.25 GB' }, { name: '', hours: '-3.0', share: '100.00%', size: '' },
  ]);
});

test('whole numbers alone stay whole, and a sum stands as the rows above it do', () => {
  expect(['3', '4'].map((hours) => ({ hours })).map(evenDecimals([{ hours: '3' }, { hours: '4' }], ['hours']))).toEqual([{ hours: '3' }, { hours: '4' }]);
  expect(evenDecimals([{ hours: '2.5' }, { hours: '3.5' }, { hours: '6' }], ['hours'])({ hours: '6' })).toEqual({ hours: '6.0' });
});
