import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Job } from '../../shared/ipc/jobs.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { RuleId } from '../../shared/rules/rule-ids.ts';
import { callsOf } from '../helpers/call-api.ts';
import { makeRecord, testProfile } from '../helpers/records.ts';
import { openTestApi, type TestApi } from '../helpers/test-api.ts';

/** What the check says of papers and packages that are older than their records: over a real data folder. */

const deliverables = [
  { id: 'visit', title: '走访记录单', kind: 'visit', layout: 'form', grouping: 'record', template: 'visit.docx', fromContract: true },
  { id: 'visit-ledger', title: '走访台账', kind: 'visit', layout: 'list', grouping: 'all', template: 'ledger-visit.xlsx', fromContract: false },
] as const;

/** After the service, so that every package is meant for the customer. */
const today = '2025-08-20';

let opened: TestApi;
const call = callsOf(() => opened.api);

beforeAll(async () => { opened = await openTestApi(); });
afterAll(() => opened.close());

async function newContract(projectName: string): Promise<string> {
  return (await call('contracts.create', { profile: testProfile({ projectName, deliverables: [...deliverables] }) })).id;
}

async function save(contractId: string, date: string): Promise<AnyRecord> {
  return call('records.save', { contractId, record: { kind: 'visit', body: makeRecord('visit', { date }).body } });
}

/** Changes a record; the paper that somebody signed is opened for it. */
async function change(record: AnyRecord, body: Readonly<Record<string, unknown>>): Promise<void> {
  const input = { contractId: record.contractId, record: { id: record.id, kind: record.kind, body: { ...record.body, ...body }, signOff: record.signOff } };
  const saved = await opened.api.answer('records.save', input);
  if (saved.ok) return;
  const issued = saved.error.details['issued'];
  await call('signOff.reopen', { ids: typeof issued === 'string' ? issued.split(' ') : [], reason: '日期写错' });
  await call('records.save', input);
}

async function finished(started: Job): Promise<void> {
  for (let job: Job | undefined = started; job?.state === 'running';) {
    await new Promise((resolve) => { setTimeout(resolve, 5); });
    job = (await call('jobs.list', {})).find(({ id }) => id === started.id);
    if (job?.state === 'failed') throw new Error(JSON.stringify(job));
  }
}

async function found(contractId: string, rule: RuleId): Promise<[string, string][]> {
  return (await call('check.run', { contractId, today })).filter((finding) => finding.rule === rule).map(({ severity, message }) => [severity, message]);
}

test('a printed or signed paper is named once its records say something else, a file that nobody printed is not', async () => {
  const contractId = await newContract('纸面');
  const [printed, signed, made] = [await save(contractId, '2024-08-05'), await save(contractId, '2024-08-06'), await save(contractId, '2024-08-07')];
  await finished(await call('jobs.render', { contractId, output: { folder: '纸面' } }));
  await call('signOff.mark', { contractId, documents: [{ deliverable: 'visit', scope: printed.id }], state: 'printed', day: '2024-08-08', person: '' });
  await call('signOff.mark', { contractId, documents: [{ deliverable: 'visit', scope: signed.id }], state: 'signed', day: '2024-08-09', person: '沈亦舟' });
  expect(await found(contractId, 'paper-outdated')).toEqual([]);

  await change(made, { content: '改了没有打印的' });
  // Signatures are often written down from the paper itself.
  await call('records.sign', { contractId, ids: [printed.id], signatures: { executor: { name: '林远航', on: '2024-08-05' } }, replaces: false });
  expect(await found(contractId, 'paper-outdated')).toEqual([]);

  await change(printed, { content: '改了打印过的' });
  await change(signed, { content: '改了签过字的' });
  const outdated = await found(contractId, 'paper-outdated');
  expect(outdated.map(([severity, message]) => [severity, message.replace(/\d{4}年\d+月\d+日/, '某日')])).toEqual([
    ['error', `“走访记录单_${signed.number}.docx”某日签字后，它的记录有改动，纸面与现在的记录不一致。`],
    ['warning', `“走访记录单_${printed.number}.docx”某日打印后，它的记录有改动，纸面与现在的记录不一致。`],
  ]);
  // What has to be printed anew does not wait for a signature or a scan.
  expect(await found(contractId, 'paper-incomplete')).toEqual([]);

  await finished(await call('jobs.render', { contractId, output: { folder: '纸面' } }));
  expect(await found(contractId, 'paper-outdated')).toEqual([]);
});

test('a package is named once a document in it changed or another one came, until it is made anew', async () => {
  const contractId = await newContract('交付包');
  const first = await save(contractId, '2024-08-05');
  const pack = async (): Promise<void> => finished(await call('jobs.handover', { contractId, output: { folder: '交付包' }, iso: false }));
  expect(await found(contractId, 'handover-outdated')).toEqual([]);
  await pack();
  expect(await found(contractId, 'handover-outdated')).toEqual([]);

  await change(first, { content: '交付以后改的' });
  const second = await save(contractId, '2024-08-12');
  // Made again on its own: what lies in the package is still the older one.
  await finished(await call('jobs.render', { contractId, output: { folder: '文档' } }));
  const [[severity, message] = []] = await found(contractId, 'handover-outdated');
  expect([severity, message?.replace(/“交付包[^”]*”（.*? 制作）/, '')]).toEqual(['warning', `交付包以后，2 份文件的数据改动过（“走访记录单_${first.number}”、“走访台账”），1 份文件是后来才有的（“走访记录单_${second.number}”），与纸质和记录不一致。`]);
  // During the service packages are trials.
  expect((await call('check.run', { contractId, today: '2024-09-02' })).filter(({ rule }) => rule === 'handover-outdated')).toEqual([]);

  await pack();
  expect(await found(contractId, 'handover-outdated')).toEqual([]);
});
