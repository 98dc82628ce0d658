import { spawnSync } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeCore, openCore, type Core } from '../../electron/api/core.ts';
import { systemEnvironment } from '../../electron/api/environment.ts';
import { handOver } from '../../electron/api/operations/hand-over.ts';
import { readContract } from '../../electron/intake/read-contract.ts';
import { sampleYear } from '../../electron/sample/sample-year.ts';
import { addAttachment } from '../../electron/store/attachments.ts';
import { createContract, listContracts } from '../../electron/store/contracts.ts';
import { allRecords } from '../../electron/store/records.ts';
import { saveRecords } from '../../electron/store/save-records.ts';
import type { RecordInput } from '../../shared/records/record.ts';
import { jpegOf } from '../helpers/pictures.ts';
import type { HandoverStep } from './handover-child.ts';
import { peakMegabytes } from './peak-memory.ts';

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));

function open(dataFolder: string): Core {
  return openCore({ dataFolder, templatesFolder, environment: systemEnvironment(() => undefined) });
}

/** A JPEG head with a tail that no two photos share and that does not compress. */
function photo(bytes: number): Buffer {
  const head = jpegOf({ width: 2000, height: 1500 });
  return Buffer.concat([head, randomBytes(bytes - head.length)]);
}

/** The sample year in a data folder, with photos on its first records. */
export async function yearWithPhotos(dataFolder: string, photos: number, photoBytes: number): Promise<void> {
  const core = open(dataFolder);
  try {
    const { profile } = readContract(await readFile(path.join(templatesFolder, 'sample/demo-contract.txt')), 'demo-contract.txt');
    const year = sampleYear(profile, { seed: 1 });
    const { id } = createContract(core.store, { ...profile, people: [...year.people] });
    saveRecords(core.store, id, year.records.map((record): RecordInput => ({ kind: record.kind, status: 'final', body: record.body, signOff: record.signOff })));
    for (const record of allRecords(core.store, id).filter(({ kind, status }) => kind === 'worklog' && status === 'final').slice(0, photos)) {
      addAttachment(core.store, record.id, { name: 'IMG.jpg', mediaType: 'image/jpeg', content: photo(photoBytes), role: 'photo', caption: '现场' });
    }
  } finally {
    closeCore(core);
  }
}

/** What Node is started with for the program, as package.json says. */
async function nodeFlags(): Promise<readonly string[]> {
  const { scripts } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as { scripts: { binder: string } };
  return scripts.binder.split(' ').filter((word) => word.startsWith('--'));
}

/** The whole package, made again after ten records got another remark, and again after ten records got other hours, which every report counts. */
export type WholeSteps = { readonly first: HandoverStep; readonly remarks: HandoverStep; readonly hours: HandoverStep };

/** In a process of its own that stays open between the runs, as the program does. */
export async function measureWhole(dataFolder: string, target: string): Promise<WholeSteps> {
  const child = spawnSync(process.execPath, [...(await nodeFlags()), fileURLToPath(import.meta.url), dataFolder, target], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`whole package: ${child.stderr}`);
  return JSON.parse(child.stdout) as WholeSteps;
}

if (import.meta.main) {
  const [dataFolder = '', target = ''] = process.argv.slice(2);
  const core = open(dataFolder);
  const [contract] = listContracts(core.store);
  if (contract === undefined) throw new Error('no contract');
  const make = async (): Promise<HandoverStep> => {
    const start = performance.now();
    await handOver(core, { contract, folder: target, isoFile: undefined, today: '2025-08-05' });
    return { milliseconds: performance.now() - start, peakMegabytes: peakMegabytes() };
  };
  const change = (changes: () => object): void => {
    const changed = allRecords(core.store, contract.id).filter(({ kind, status }) => kind === 'worklog' && status === 'final').slice(0, 10);
    saveRecords(core.store, contract.id, changed.map(({ id, kind, number, revision, body }) => ({ id, kind, number, revision, body: { ...body, ...changes() } })));
  };
  const first = await make();
  change(() => ({ remark: randomBytes(4).toString('hex') }));
  const remarks = await make();
  change(() => ({ hours: 1 + randomInt(20) / 10 }));
  const hours = await make();
  closeCore(core);
  console.log(JSON.stringify({ first, remarks, hours } satisfies WholeSteps));
}
