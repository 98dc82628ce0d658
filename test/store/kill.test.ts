import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { missingAttachments, readAttachment } from '../../electron/store/attachments.ts';
import { restoreBackup } from '../../electron/store/backup/restore-backup.ts';
import { listContracts } from '../../electron/store/contracts.ts';
import { closeStore, openStore } from '../../electron/store/open-store.ts';
import { allRecords, recordHistory } from '../../electron/store/records.ts';
import { verifyChain } from '../../electron/store/verify-chain.ts';
import type { WritableStore } from '../../electron/store/store.ts';
import { testEnvironment, testFolder } from './open-test-store.ts';

type Acknowledged = { readonly what: string; readonly id: string };

/** Starts the writer and kills it at a random moment, now and then while it is still opening the store. Answers what it had acknowledged. */
async function runAndKill(folder: string, mode: string, backups: string): Promise<Acknowledged[]> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'kill-writer.ts'), folder, mode, backups], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  writer.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const exited = once(writer, 'exit');
  const opened = once(writer.stdout, 'data');
  if (Math.random() < 0.9) await opened;
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 250));
  writer.kill('SIGKILL');
  await exited;
  return output.split('\n').slice(0, -1).map((line) => ({ what: line.split(' ', 1)[0] ?? '', id: line.slice(line.indexOf(' ') + 1) }));
}

/** Everything that is wrong with the folder after a kill; opening it checks the pages. */
function faultsAfterKill(store: WritableStore, acknowledged: readonly Acknowledged[]): string[] {
  const contract = listContracts(store)[0];
  const records = contract === undefined ? [] : allRecords(store, contract.id);
  const byId = new Map(records.map((record) => [record.id, record]));
  const faults = verifyChain(store).problems.map(({ place, message }) => `${place} ${message}`);
  const expectRecord = (id: string, revisions: number): void => {
    if (byId.get(id) === undefined) faults.push(`record ${id} is lost`);
    else if (recordHistory(store, id).length < revisions) faults.push(`record ${id} has lost its history`);
  };
  for (const { what, id } of acknowledged) {
    if (what === 'record') expectRecord(id, 1);
    if (what === 'second') expectRecord(id, 2);
    if (what === 'batch') for (const one of id.split(',')) expectRecord(one, 1);
    if (what === 'void' && byId.get(id)?.status !== 'void') faults.push(`void of ${id} is lost`);
    if (what === 'attachment') readAttachment(store, id);
  }
  const batches = records.filter((record) => record.kind === 'visit' && record.body.feedback === '一批').length;
  if (batches % 5 !== 0) faults.push(`${batches} records of batches: one was saved in part`);
  const numbers = records.map((record) => record.number).sort();
  if (new Set(numbers).size !== numbers.length) faults.push('a number was given twice');
  for (const number of numbers) {
    const sequence = Number(number.slice(-2));
    if (number.length === 14 && sequence > 1 && !numbers.includes(`${number.slice(0, -2)}${String(sequence - 1).padStart(2, '0')}`)) faults.push(`gap before ${number}`);
  }
  return [...faults, ...missingAttachments(store).map((sha256) => `attachment ${sha256} is lost`)];
}

async function killMany(mode: string, times: number): Promise<{ readonly kills: number; readonly acknowledged: number; readonly faults: readonly string[] }> {
  const folder = testFolder();
  const backups = join(folder, 'made');
  mkdirSync(backups);
  const data = join(folder, 'data');
  const all: Acknowledged[] = [];
  const faults: string[] = [];
  for (let kill = 0; kill < times; kill += 1) {
    const acknowledged = await runAndKill(data, mode, backups);
    const store = openStore(data, testEnvironment());
    all.push(...acknowledged);
    faults.push(...faultsAfterKill(store, acknowledged).map((fault) => `after kill ${kill + 1}: ${fault}`));
    closeStore(store);
    faults.push(...await faultsOfBackups(folder, backups, acknowledged));
  }
  const store = openStore(data, testEnvironment());
  faults.push(...faultsAfterKill(store, all));
  closeStore(store);
  return { kills: times, acknowledged: all.length, faults };
}

/** A file with a backup's name must restore. One without is refused, unless the kill came between the last byte and the renaming. */
async function faultsOfBackups(folder: string, backups: string, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const faults: string[] = [];
  const names = readdirSync(backups);
  for (const { id } of acknowledged.filter(({ what }) => what === 'backup')) if (!names.some((name) => id.endsWith(name))) faults.push(`backup ${id} is lost`);
  const whole = names.filter((name) => !name.startsWith('.')).slice(-2);
  const partial = names.filter((name) => name.startsWith('.'));
  for (const name of [...whole, ...partial]) {
    const target = join(folder, 'restored');
    const refusal = await restoreBackup(join(backups, name), target, testEnvironment()).then(() => undefined, String);
    const isRefusedRightly = partial.includes(name) && refusal === 'AppError: 备份文件已损坏、不完整，或不是本程序的备份。' && !existsSync(target);
    if (refusal !== undefined && !isRefusedRightly) faults.push(`${name}: ${refusal}`);
    rmSync(target, { recursive: true, force: true });
  }
  for (const name of names) rmSync(join(backups, name));
  return faults;
}

test('whatever was acknowledged survives kill -9: records, attachments, backups', async () => {
  const runs = [['records', 28], ['attachments', 13], ['backup', 13]] as const;

  const outcomes = await Promise.all(runs.map(([mode, times]) => killMany(mode, times)));

  expect(outcomes.map(({ kills, faults }) => ({ kills, faults }))).toEqual(runs.map(([, kills]) => ({ kills, faults: [] })));
  expect(outcomes.filter(({ kills, acknowledged }) => acknowledged <= kills)).toEqual([]);
}, 240_000);
