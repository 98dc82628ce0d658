import { writeSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { flushCompileCache } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { createApi } from '../../../electron/api/create-api.ts';
import type { Job } from '../../../shared/ipc/jobs.ts';
import { callsOf } from '../../helpers/call-api.ts';
import { noOffice } from '../../helpers/no-office.ts';
import { testEnvironment } from '../../helpers/environment.ts';
import { makeRecord } from '../../helpers/records.ts';

/**
 * A core of its own that works until it is killed, or once: `make` hands over on small discs, `bind` binds the paper without an office
 * program and `convert` with the one of this computer, `burn` burns the first disc. Prints `ready`, then `step …` for every step, and `done` or what the failure says for each piece of work.
 */

const templatesFolder = fileURLToPath(new URL('../../../templates', import.meta.url));

const taskSchema = z.object({
  folder: z.string(), contractId: z.string(), work: z.enum(['make', 'bind', 'convert', 'burn']), rounds: z.number(),
  /** Tells ids and times of this core from those of others. */
  run: z.number(), handover: z.string().optional(),
});

export type ChildTask = z.infer<typeof taskSchema>;

/** A burning program that says that it writes, and takes long to. */
async function slowBurner(folder: string): Promise<{ readonly programs: readonly string[]; readonly devices: string }> {
  const [programs, devices] = [path.join(folder, 'bin'), path.join(folder, 'dev')];
  for (const place of [programs, devices]) await mkdir(place, { recursive: true });
  await writeFile(path.join(devices, 'sr0'), '');
  const burner = path.join(programs, 'xorriso');
  await writeFile(burner, `#!/bin/sh\nPATH=/usr/bin:/bin\ncase "$*" in *-toc*) printf 'Media current: CD-R\\nMedia status : is blank\\nMedia blocks : 0 readable , 359845 writable , 359845 overall\\n' ;; *) echo 'Beginning to write data track.' >&2; exec sleep 1 ;; esac\n`);
  await chmod(burner, 0o755);
  return { programs: [programs], devices };
}

async function work({ folder, contractId, work: kind, rounds, run, handover }: ChildTask): Promise<void> {
  let ids = 0;
  let calls = 0;
  const now = (): string => new Date(Date.UTC(2025, 8, 29, 2, run, 0, ++calls)).toISOString();
  const environment = testEnvironment({ now, newId: () => `0199${String(run).padStart(4, '0')}-0000-7000-8000-${String(++ids).padStart(12, '0')}` });
  const place = kind === 'burn' ? { burnFolders: await slowBurner(folder) } : kind === 'convert' ? {} : { officeComputer: noOffice };
  const api = await createApi({ dataFolder: path.join(folder, 'data'), templatesFolder, environment, reveal: () => Promise.resolve(true), ...place });
  const call = callsOf(() => api);
  api.on((event, payload) => {
    // At once: who is killed here must have said so.
    if (event === 'job.changed' && 'step' in payload && payload.state === 'running') writeSync(1, `step ${payload.step}\n`);
  });
  const jobOf = async (round: number): Promise<Job> => {
    if (kind === 'burn') return call('discs.burn', { contractId, handover: handover ?? '', number: 1, drive: path.join(folder, 'dev', 'sr0'), person: '王示范' });
    await call('records.save', { contractId, record: { kind: 'inspection', body: makeRecord('inspection', { date: `2024-${String(9 + (run % 4)).padStart(2, '0')}-${String(1 + (round % 28)).padStart(2, '0')}` }).body } });
    if (kind === 'bind' || kind === 'convert') return call('jobs.bind', { contractId });
    return call('discs.make', { contractId, output: { folder: '交付包' }, medium: 'cd', images: true, choice: { photos: true, scans: true, others: true, pdf: false } });
  };
  // A killed process keeps nothing of what it compiled; the next one starts faster.
  flushCompileCache();
  writeSync(1, 'ready\n');
  for (let round = 0; round < rounds; round += 1) {
    const { id } = await jobOf(round);
    for (;;) {
      const job = (await call('jobs.list', {})).find((candidate) => candidate.id === id);
      if (job !== undefined && job.state !== 'running') {
        writeSync(1, job.state === 'done' ? 'done\n' : `${job.error?.code}：${job.error?.message}\n`);
        break;
      }
      await new Promise((resolve) => { setTimeout(resolve, 5); });
    }
  }
  await api.close();
}

const [, , task] = process.argv;
if (task !== undefined && import.meta.filename === process.argv[1]) await work(taskSchema.parse(JSON.parse(task)));
