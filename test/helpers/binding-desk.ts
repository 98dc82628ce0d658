import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApi, type Api } from '../../electron/api/create-api.ts';
import type { OfficeComputer } from '../../electron/handover/office/office-computer.ts';
import type { Job } from '../../shared/ipc/jobs.ts';
import type { Arrangement } from '../../shared/volumes/arrangement.ts';
import { callsOf } from './call-api.ts';
import { testEnvironment } from './environment.ts';
import { pngOf } from './pictures.ts';
import { makeRecord, testProfile } from './records.ts';

/** An open contract whose paper is bound. */

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));

export type Desk = { readonly call: ReturnType<typeof callsOf>; readonly folder: string; readonly opened: string[]; readonly ended: (job: Job) => Promise<Job>; readonly close: () => Promise<void> };

export async function openDesk(officeComputer?: OfficeComputer): Promise<Desk> {
  const folder = await mkdtemp(path.join(tmpdir(), 'api-binding-'));
  const opened: string[] = [];
  const open = (target: string): Promise<boolean> => Promise.resolve(opened.push(target) > 0);
  const api: Api = await createApi({ dataFolder: folder, templatesFolder, environment: testEnvironment(), reveal: open, openFile: open, ...(officeComputer === undefined ? {} : { officeComputer }) });
  const call = callsOf(() => api);
  return {
    call, folder, opened,
    ended: async (job) => {
      for (;;) {
        const now = (await call('jobs.list', {})).find(({ id }) => id === job.id);
        if (now !== undefined && now.state !== 'running') return now;
        await new Promise((resolve) => { setTimeout(resolve, 20); });
      }
    },
    close: async () => {
      await api.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const deliverables = [
  { id: 'inspection', title: '示例监管平台运维服务项目日常巡检记录单', kind: 'inspection', layout: 'form', grouping: 'month', template: 'inspection.docx', fromContract: true },
  { id: 'request', title: '示例监管平台运维服务项目用户需求申请单', kind: 'request', layout: 'form', grouping: 'record', template: 'request.docx', fromContract: true },
  { id: 'request-ledger', title: '示例监管平台运维服务项目用户需求台账', kind: 'request', layout: 'list', grouping: 'all', template: 'ledger-request.xlsx', fromContract: false },
] as const;

/** A contract with three inspections, one with a photo, and two requests. */
export async function fewWeeks({ call }: Desk, changes: { readonly requestTemplate?: string; readonly projectName?: string } = {}): Promise<string> {
  const templates = deliverables.map((deliverable) => ({ ...deliverable, template: deliverable.id === 'request' ? changes.requestTemplate ?? deliverable.template : deliverable.template }));
  const { id: contractId } = await call('contracts.create', { profile: testProfile({ deliverables: templates, ...(changes.projectName === undefined ? {} : { projectName: changes.projectName }) }) });
  for (const [kind, dates] of [['inspection', ['2024-08-05', '2024-08-06', '2024-09-03']], ['request', ['2024-08-12', '2024-09-10']]] as const) {
    for (const date of dates) {
      const record = await call('records.save', { contractId, record: { kind, body: makeRecord(kind, { date }).body } });
      if (date === '2024-08-06') {
        await call('attachments.add', { recordId: record.id, role: 'photo', caption: '机柜', file: { name: '机柜.png', base64: Buffer.from(pngOf(400, 300, 9)).toString('base64') } });
      }
    }
  }
  return contractId;
}

/** A desk with such a contract on it. */
export type LaidDesk = { readonly desk: Desk; readonly contractId: string };

export async function openLaidDesk(): Promise<LaidDesk> {
  const desk = await openDesk();
  return { desk, contractId: await fewWeeks(desk) };
}

export async function arrange({ call }: Desk, contractId: string, changes: Partial<Arrangement>): Promise<void> {
  const { revision, arrangement } = await call('volumes.get', { contractId });
  await call('volumes.arrange', { contractId, revision, arrangement: { ...arrangement, ...changes } });
}

export function boundFolder({ folder }: Desk): string {
  return path.join(folder, '输出', '示例监管平台运维项目', '装订');
}

/** The text of each page in the order in which it was drawn: a stamp comes last. */
export function pagesOf(file: string): readonly string[] {
  return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\f').slice(0, -1);
}
