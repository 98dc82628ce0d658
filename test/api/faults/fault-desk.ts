import { spawn, type StdioOptions } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApi, type OpenedApi } from '../../../electron/api/create-api.ts';
import { addAttachment } from '../../../electron/store/attachments.ts';
import { callsOf } from '../../helpers/call-api.ts';
import { testEnvironment } from '../../helpers/environment.ts';
import { pngOf } from '../../helpers/pictures.ts';
import { makeRecord, testProfile } from '../../helpers/records.ts';
import type { ChildTask } from './hand-over-child.ts';

const templatesFolder = fileURLToPath(new URL('../../../templates', import.meta.url));
const child = path.join(import.meta.dirname, 'hand-over-child.ts');
const smallDiscs = new URL('../../helpers/small-discs.ts', import.meta.url).href;

/** So many visits, each with a small photo and a log of so many bytes, fill more than one small disc. */
const visits = 5;
const logBytes = 600_000;

/** A data folder with a contract whose hand-over takes several small discs, and cores of their own that work in it. */
export type FaultDesk = {
  readonly folder: string;
  readonly contractId: string;
  /** Where packages, images and volumes stand. */
  readonly output: string;
  /** Names in the output folder. */
  readonly names: () => Promise<readonly string[]>;
  /** Lets a core work, and kills it when `killAt` says so of its lines so far, or once `killAfter` is over. Its lines without the first. `fileLimit`: files end there, in units of 512 bytes. */
  readonly run: (task: Pick<ChildTask, 'work'> & Partial<ChildTask>, how?: { readonly killAt?: (lines: readonly string[]) => boolean; readonly killAfter?: () => Promise<void>; readonly fileLimit?: number }) => Promise<readonly string[]>;
  /** Looks at the folder as the next start of the program does. */
  readonly look: <T>(action: (api: OpenedApi, call: ReturnType<typeof callsOf>) => Promise<T>) => Promise<T>;
};

/** @param parent a folder on the disk in question */
export async function openFaultDesk(parent: string = tmpdir()): Promise<FaultDesk> {
  const folder = await mkdtemp(path.join(parent, 'faults-'));
  let runs = 0;
  async function look<T>(action: (api: OpenedApi, call: ReturnType<typeof callsOf>) => Promise<T>): Promise<T> {
    const api = await createApi({ dataFolder: path.join(folder, 'data'), templatesFolder, environment: testEnvironment(), reveal: () => Promise.resolve(true) });
    try {
      return await action(api, callsOf(() => api));
    } finally {
      await api.close();
    }
  }
  const opened = await look(async ({ core }, call) => {
    const profile = testProfile({ deliverables: [{ id: 'inspection', title: '日常巡检记录单', kind: 'inspection', layout: 'form', grouping: 'month', template: 'inspection.docx', fromContract: true }] });
    const { id } = await call('contracts.create', { profile });
    for (let number = 0; number < visits; number += 1) {
      const record = await call('records.save', { contractId: id, record: { kind: 'inspection', body: makeRecord('inspection', { date: `2024-08-${String(number + 5).padStart(2, '0')}` }).body } });
      addAttachment(core.store, record.id, { name: `机柜${number}.png`, mediaType: 'image/png', content: pngOf(40, 30, number), role: 'photo', caption: '机柜' });
      addAttachment(core.store, record.id, { name: `日志${number}.txt`, mediaType: 'text/plain', content: Buffer.alloc(logBytes, String(number)), role: 'other', caption: '' });
    }
    return { contractId: id, output: path.join(core.outputFolder, profile.projectName) };
  });
  return {
    folder, ...opened, look,
    names: async () => readdir(opened.output).catch(() => []),
    run: async (task, { killAt, killAfter, fileLimit } = {}) => {
      runs += 1;
      const whole: ChildTask = { folder, contractId: opened.contractId, rounds: killAt === undefined ? 1 : 1000, run: runs, ...task };
      const core = ['--import', smallDiscs, child, JSON.stringify(whole)];
      const stdio: StdioOptions = ['ignore', 'pipe', 'inherit'];
      const process_ = fileLimit === undefined ? spawn(process.execPath, core, { stdio }) : spawn('sh', ['-c', `ulimit -f ${fileLimit}; exec "$0" "$@"`, process.execPath, ...core], { stdio });
      if (process_.stdout === null) throw new Error('no output');
      const lines: string[] = [];
      process_.stdout.setEncoding('utf8').on('data', (text: string) => {
        lines.push(...text.trimEnd().split('\n'));
        if (killAt?.(lines.slice(1)) === true) process_.kill('SIGKILL');
      });
      void killAfter?.().then(() => process_.kill('SIGKILL'));
      await new Promise((resolve) => { process_.on('exit', resolve); });
      return lines.slice(1);
    },
  };
}

/** Takes the desk away. */
export function closeFaultDesk({ folder }: FaultDesk): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}
