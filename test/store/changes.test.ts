import { expect, test } from 'vitest';
import { canonicalJson } from '../../electron/store/canonical-json.ts';
import { getContract, listContracts, saveContract } from '../../electron/store/contracts.ts';
import { nextTimestamp } from '../../electron/store/hybrid-clock.ts';
import { closeStore } from '../../electron/store/open-store.ts';
import { saveRecord, saveRecords } from '../../electron/store/save-records.ts';
import { verifyChain } from '../../electron/store/verify-chain.ts';
import { testProfile } from '../helpers/records.ts';
import { codeOf, inputOf, openTestContract, openTestStore, testEnvironment } from './open-test-store.ts';

/** What another program could do to the file. */
function tamper(store: { readonly database: { exec: (sql: string) => unknown } }, sql: string): void {
  store.database.exec(`DROP TRIGGER change_is_never_updated; DROP TRIGGER change_is_never_deleted; ${sql}`);
}

test('a profile\'s changes go to the log part by part, and new rules hold at once', () => {
  const { store, contractId } = openTestContract();
  saveRecord(store, contractId, inputOf('worklog', { serviceItem: 3 }));
  const before = getContract(store, contractId);
  const profile = testProfile({ changeQuota: { personDays: 25 }, serviceItems: before.profile.serviceItems.slice(0, 2) });

  const after = saveContract(store, contractId, profile);

  expect(after).toEqual({ ...before, profile, revision: 2, updatedAt: after.updatedAt });
  expect(listContracts(store)).toEqual([after]);
  const entries = store.statements.changes.ofSubject.all(contractId);
  expect(entries.map((entry) => [entry.action, entry.revision])).toEqual([['create', 1], ['update', 2]]);
  expect(JSON.parse(entries[1]?.fields ?? '')).toEqual([
    { field: 'changeQuota', before: { personDays: 20 }, after: { personDays: 25 } },
    { field: 'serviceItems', before: before.profile.serviceItems, after: profile.serviceItems },
  ]);
  expect(codeOf(() => saveRecord(store, contractId, inputOf('worklog', { serviceItem: 3 })))).toBe('invalid-input');
  expect(saveContract(store, contractId, profile)).toEqual(after);
  expect(codeOf(() => saveContract(store, 'nothing', profile))).toBe('not-found');
  expect(verifyChain(store).problems).toEqual([]);
});

test('the log cannot be changed or shortened', () => {
  const { store } = openTestContract();

  for (const sql of ["UPDATE change SET user = '无名'", 'DELETE FROM change', 'INSERT OR REPLACE INTO change SELECT * FROM change']) {
    expect(() => store.database.exec(sql)).toThrow('append-only');
  }
  expect(verifyChain(store)).toMatchObject({ chains: [{ device: '办公电脑', entries: 1 }], problems: [] });
});

test('each device has a chain of its own, and later ones know the time of earlier ones', () => {
  const { store, contractId } = openTestContract();
  saveRecord(store, contractId, inputOf('visit', {}, { id: 'v' }));
  closeStore(store);
  const past = testEnvironment({ device: '现场笔记本', now: () => '2020-01-01T00:00:00.000Z' });

  const laptop = openTestStore(past, store.folder);
  saveRecord(laptop, contractId, inputOf('visit', { feedback: '补充' }, { id: 'v' }));

  const report = verifyChain(laptop);
  expect(report).toEqual({
    chains: [{ device: '办公电脑', entries: 2, head: report.chains[0]?.head }, { device: '现场笔记本', entries: 1, head: report.chains[1]?.head }],
    problems: [],
  });
  const [first, second] = laptop.statements.changes.ofSubject.all('v');
  expect(second).toMatchObject({ device: '现场笔记本', seq: 1, at: '2020-01-01T00:00:00.000Z', base_hlc: first?.hlc });
  expect((second?.hlc ?? '') > (first?.hlc ?? '')).toBe(true);
});

test('tampering with log, records or contracts is found', () => {
  const findings = [
    "UPDATE change SET user = '无名' WHERE seq = 2",
    "UPDATE change SET fields = replace(fields, '平稳', '混乱') WHERE seq = 2",
    'DELETE FROM change WHERE seq = 2',
    'DELETE FROM change WHERE seq = 4',
    "UPDATE record SET body = replace(body, '平稳', '混乱') WHERE number = 'ZF-20240805-02'",
    "UPDATE record SET title = '' WHERE number = 'ZF-20240805-02'",
    "UPDATE contract SET profile = replace(profile, '示例市', '别的市')",
    "INSERT INTO record SELECT NULL, 'x', contract_id, kind, 'X', date, status, title, revision, kind_version, hlc, created_at, updated_at, NULL, NULL, sign_off, extra, body FROM record LIMIT 1",
  ].map((sql) => {
    const { store, contractId } = openTestContract();
    saveRecords(store, contractId, [inputOf('visit'), inputOf('visit'), inputOf('visit')]);
    tamper(store, sql);
    return verifyChain(store).problems.map(({ place, message }) => `${place}：${message}`);
  });

  const contract = '合同 0190f000-0000-7000-8000-000000000001';
  expect(findings).toEqual([
    ['修改记录 办公电脑 第 2 条：内容与摘要不符'],
    ['修改记录 办公电脑 第 2 条：内容与摘要不符'],
    ['修改记录 办公电脑 第 3 条：第 2 条缺失', '记录 ZF-20240805-01：没有修改记录'],
    ['记录 ZF-20240805-03：没有修改记录'],
    ['记录 ZF-20240805-02：与最后一条修改记录不符'],
    ['记录 ZF-20240805-02：与最后一条修改记录不符'],
    [`${contract}：与最后一条修改记录不符`],
    ['记录 X：没有修改记录'],
  ]);
});

test('timestamps never go back and never repeat', () => {
  expect(nextTimestamp('', '2024-08-05T01:00:00.000Z')).toBe('2024-08-05T01:00:00.000Z-0000');
  expect(nextTimestamp('2024-08-05T01:00:00.000Z-0000', '2024-08-05T01:00:00.001Z')).toBe('2024-08-05T01:00:00.001Z-0000');
  expect(nextTimestamp('2024-08-05T01:00:00.000Z-00ff', '2024-08-05T01:00:00.000Z')).toBe('2024-08-05T01:00:00.000Z-0100');
  expect(nextTimestamp('2024-08-05T01:00:00.000Z-0001', '2019-01-01T00:00:00.000Z')).toBe('2024-08-05T01:00:00.000Z-0002');
  expect(nextTimestamp('2024-08-05T01:00:00.999Z-ffff', '2019-01-01T00:00:00.000Z')).toBe('2024-08-05T01:00:01.000Z-0000');
});

test('canonical JSON is the same for equal values, whatever the order of names', () => {
  expect(canonicalJson({ b: [1, { y: '字', x: undefined }, null, undefined], a: { '10': 1, '9': false }, ['__proto__']: 'kept' })).toBe(
    '{"__proto__":"kept","a":{"9":false,"10":1},"b":[1,{"y":"字"},null,null]}');
  expect(canonicalJson(undefined)).toBe('null');
});
