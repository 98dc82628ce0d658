import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Api } from '../../../electron/api/create-api.ts';
import type { Environment } from '../../../electron/api/environment.ts';
import { createWorkspace, type WorkspaceOptions } from '../../../electron/api/workspace/create-workspace.ts';
import type { ChannelCall, ChannelName, ChannelOutput } from '../../../shared/ipc/contract.ts';
import type { Job } from '../../../shared/ipc/jobs.ts';
import type { Failure } from '../../../shared/result.ts';
import { testEnvironment } from '../../helpers/environment.ts';

export const templatesFolder = fileURLToPath(new URL('../../../templates', import.meta.url));

/** A fresh folder that goes away with the test. */
export function testPlace(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'workspace-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export type OpenedWorkspace = {
  readonly api: Api;
  readonly dataFolder: string;
  readonly events: (readonly [string, unknown])[];
  readonly call: <C extends ChannelName>(channel: C, input: ChannelCall<C>) => Promise<ChannelOutput<C>>;
  readonly failure: <C extends ChannelName>(channel: C, input: ChannelCall<C>) => Promise<Failure>;
  /** Waits until a job has ended. */
  readonly ended: (job: Job) => Promise<Job>;
};

type Options = Partial<WorkspaceOptions> & { readonly environment?: Environment };

/** A workspace over a data folder, closed with the test. */
export async function openWorkspace(options: Options = {}): Promise<OpenedWorkspace> {
  const dataFolder = options.dataFolder ?? path.join(testPlace(), '数据');
  const api = await createWorkspace({ templatesFolder, environment: testEnvironment(), reveal: () => Promise.resolve(true), dailyBackupDelay: 1_000_000, ...options, dataFolder });
  onTestFinished(() => api.close().catch(() => undefined));
  const events: (readonly [string, unknown])[] = [];
  api.on((event, payload) => events.push([event, payload]));
  const call = async <C extends ChannelName>(channel: C, input: ChannelCall<C>): Promise<ChannelOutput<C>> => {
    const result = await api.answer(channel, input);
    if (!result.ok) throw new Error(`${channel}: ${result.error.code} ${result.error.message}`);
    // The channel's own handler made it.
    return result.value as ChannelOutput<C>;
  };
  return {
    api,
    dataFolder,
    events,
    call,
    failure: async (channel, input) => {
      const result = await api.answer(channel, input);
      if (result.ok) throw new Error(`${channel} did not fail`);
      return result.error;
    },
    ended: async (job) => {
      for (;;) {
        const now = (await call('jobs.list', {})).find(({ id }) => id === job.id);
        if (now !== undefined && now.state !== 'running') return now;
        await new Promise((resolve) => { setTimeout(resolve, 10); });
      }
    },
  };
}

export function inspection(date: string, inspector: string = '巡检员') {
  return { kind: 'inspection' as const, body: { date, cycle: '日检', inspector, items: [{ category: '应用系统', item: '首页', result: '正常' }], conclusion: '正常' } };
}
