import { expect, test } from 'vitest';
import { formatRoute, parseRoute, type Route } from '../../renderer/state/route.ts';

const routes: readonly (readonly [Route, string])[] = [
  [{ screen: 'overview' }, '#/overview'],
  [{ screen: 'records', kind: 'backup-run', open: undefined, date: undefined }, '#/records/backup-run'],
  [{ screen: 'records', kind: 'inspection', open: 'new', date: '2024-08-05' }, '#/records/inspection?open=new&date=2024-08-05'],
  [{ screen: 'records', kind: 'visit', open: undefined, date: undefined, from: '2024-09-01', to: '2024-09-30', item: 5 }, '#/records/visit?from=2024-09-01&to=2024-09-30&item=5'],
  [{ screen: 'records', kind: 'worklog', open: 'new', date: undefined, copy: 'r1', closes: 'r2:3' }, '#/records/worklog?open=new&copy=r1&closes=r2%3A3'],
  [{ screen: 'records', kind: 'worklog', open: 'new', date: undefined, draft: 'd1' }, '#/records/worklog?open=new&draft=d1'],
  [{ screen: 'calendar', date: undefined }, '#/calendar'],
  [{ screen: 'calendar', date: '2024-08-05' }, '#/calendar?date=2024-08-05'],
  [{ screen: 'reports', open: undefined }, '#/reports'],
  [{ screen: 'reports', open: '季度 Q1' }, '#/reports?open=%E5%AD%A3%E5%BA%A6+Q1'],
  [{ screen: 'delivery', open: undefined }, '#/delivery'],
  [{ screen: 'delivery', open: 'inspection-sheets' }, '#/delivery?open=inspection-sheets'],
  [{ screen: 'delivery', part: 'binding', open: undefined }, '#/delivery/binding'],
  [{ screen: 'delivery', part: 'sign-off', open: 'visit 0198' }, '#/delivery/sign-off?open=visit+0198'],
  [{ screen: 'delivery', part: 'carried', open: undefined }, '#/delivery/carried'],
  [{ screen: 'templates', open: undefined, reference: undefined }, '#/templates'],
  [{ screen: 'templates', open: '甲方 巡检表.docx', reference: undefined }, '#/templates?open=%E7%94%B2%E6%96%B9+%E5%B7%A1%E6%A3%80%E8%A1%A8.docx'],
  [{ screen: 'templates', open: undefined, reference: 'handover-list' }, '#/templates?reference=handover-list'],
  [{ screen: 'settings', section: 'items' }, '#/settings/items'],
  [{ screen: 'new-contract' }, '#/new-contract'],
  [{ screen: 'new-contract', renews: 'c1' }, '#/new-contract?renews=c1'],
];

test.each(routes)('%j is written %s and read back', (route, hash) => {
  expect(formatRoute(route)).toBe(hash);
  expect(parseRoute(hash)).toEqual(route);
});

test.each(['', '#', '#/', '#/nowhere', '#/constructor'])('%s is the overview', (hash) => {
  expect(parseRoute(hash)).toEqual({ screen: 'overview' });
});

test('a calendar day that is none is left out', () => {
  expect(parseRoute('#/calendar?date=2024-02-30')).toEqual({ screen: 'calendar', date: undefined });
});

test.each(['#/delivery/nowhere', '#/delivery/'])('%s is the files of the delivery', (hash) => {
  expect(parseRoute(hash)).toEqual({ screen: 'delivery' });
});

test('an unknown kind is the first kind', () => {
  expect(parseRoute('#/records/toString')).toMatchObject({ screen: 'records', kind: 'inspection' });
});

test.each(['from=2024-9-1', 'to=2024-02-30', 'item=0', 'item=1.5', 'item=x'])('a span that is none is left out: %s', (query) => {
  expect(parseRoute(`#/records/visit?${query}`)).toEqual({ screen: 'records', kind: 'visit', open: undefined, date: undefined });
});
