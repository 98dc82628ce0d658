import { expect, test } from 'vitest';
import { subjectOf, substanceOf } from '../../shared/rules/waiver.ts';
import { testProfile } from '../helpers/records.ts';
import { openWorkspace } from './workspace/open-workspace.ts';

async function opened() {
  const opening = await openWorkspace();
  const { id: contractId } = await opening.call('contracts.create', { profile: testProfile() });
  const today = (await opening.call('app.info', {})).today;
  const [finding] = await opening.call('check.run', { contractId });
  if (finding === undefined) throw new Error('nothing found');
  return { ...opening, contractId, today, finding, input: { contractId, rule: finding.rule, subject: subjectOf(finding), substance: substanceOf(finding) } };
}

test('a finding is waived with a reason, does not count any more, and counts again when the waiver is withdrawn', async () => {
  const { call, contractId, finding, input } = await opened();
  const before = await call('check.run', { contractId });
  await call('check.waive', { ...input, reason: '甲方书面同意' });
  expect(await call('check.run', { contractId })).toEqual(before.slice(1));
  const { waived, lapsed, settings } = await call('check.notes', { contractId });
  expect([waived.map((entry) => [entry.finding, entry.waiver.reason]), lapsed, settings]).toEqual([[[finding, '甲方书面同意']], [], []]);
  await call('check.withdraw', { contractId, id: waived[0]?.waiver.id ?? '' });
  expect([await call('check.run', { contractId }), (await call('check.notes', { contractId })).waived]).toEqual([before, []]);
});

test('what the rules no longer find cannot be waived, and no reason is no waiver', async () => {
  const { call, input } = await opened();
  await expect(call('check.waive', { ...input, substance: '别的', reason: '甲方书面同意' })).rejects.toThrow('conflict');
  await expect(call('check.waive', { ...input, reason: '  ' })).rejects.toThrow('invalid-input');
});
