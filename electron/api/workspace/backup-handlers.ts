import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { BackupList, OutsidePlace } from '../../../shared/ipc/backup-channels.ts';
import type { WorkspaceHandlers } from '../../../shared/ipc/contract.ts';
import { setOwnTemplateAside } from '../../handover/deliverables/own-templates.ts';
import { dailyBackupsKept } from '../../store/backup/automatic-backups.ts';
import { noteCheck } from '../../store/backup/backup-checks.ts';
import { backupStore } from '../../store/backup/backup-store.ts';
import { readChosenBackup, type ChosenBackup } from '../../store/backup/chosen-backup.ts';
import { compareBackup } from '../../store/backup/compare-backup.ts';
import { listBackups } from '../../store/backup/list-backups.ts';
import { isArchive, openBackupDatabase, verifyBackup } from '../../store/backup/open-backup.ts';
import { restoreBackup } from '../../store/backup/restore-backup.ts';
import { restoreCopyBeside, stageBackup, swapStore } from '../../store/backup/swap-store.ts';
import type { WritableStore } from '../../store/store.ts';
import type { JobProgress } from '../job-runner.ts';
import { stampOf } from '../operations/carried.ts';
import { checkedBackupPlace, reportPlace, thisComputersPlaces } from './folder-place.ts';
import type { Workspace } from './workspace.ts';

type BackupHandlers = Pick<WorkspaceHandlers, Extract<keyof WorkspaceHandlers, `backups.${string}`>>;

/** So many files that were pointed to are remembered. */
const mostChosen = 20;
const reminderMs = 7 * 24 * 60 * 60 * 1000;

function progressOf(job: JobProgress, step: string): { readonly signal: AbortSignal; readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void } {
  // A thousandth at a time is as much as a bar can show.
  let told = -1;
  return {
    signal: job.signal,
    onProgress: ({ done, total }) => {
      const part = total === 0 ? 1000 : Math.floor((done / total) * 1000);
      if (part === told) return;
      told = part;
      job.advance(part, 1000, step);
    },
  };
}

export function backupHandlers(workspace: Workspace): BackupHandlers {
  const { environment, settings, jobs, current } = workspace;
  const inside = (): string => path.join(current().location, 'backups');
  /** Files that a person has pointed to, by the id they are known by in calls; the latest few. */
  const chosen = new Map<string, ChosenBackup>();
  const outside = (): string | undefined => settings.folders().find((folder) => folder.location === current().location)?.outside;

  /** A folder for what is unpacked for a moment; where nothing may be written, a place of this computer. */
  function workFolder(): string {
    const { api } = current();
    return path.join(api?.core.readReason === undefined ? inside() : api.core.cacheFolder, `.restoring-${environment.newId()}`);
  }

  /** The file of a backup that is listed or was pointed to; ids name files of two folders, and those, and nothing else. */
  function fileOf(id: string): { readonly file: string; readonly name: string } {
    const picked = chosen.get(id);
    if (picked !== undefined && existsSync(picked.file)) return picked;
    const name = id.slice(id.indexOf(':') + 1);
    const folder = id.startsWith('out:') ? outside() : id.startsWith('in:') ? inside() : undefined;
    if (folder === undefined || name.startsWith('.') || !existsSync(path.join(folder, name))) throw new AppError('not-found', '没有这个备份，它可能已被移走或删除。', {});
    return { file: path.join(folder, name), name };
  }

  function writable(): WritableStore {
    const { api } = current();
    if (api === undefined) throw new AppError('not-found', '数据文件夹没有打开。', {});
    if (api.core.readReason !== undefined) throw new AppError('read-only', '数据文件夹现在以只读方式打开，不能在里面做备份。', {});
    return api.core.store;
  }

  async function list(): Promise<BackupList> {
    const { location } = current();
    const place = outside();
    const own = await listBackups(inside(), location, false);
    const away = place === undefined ? [] : await listBackups(place, location, true);
    return {
      backups: [...own, ...away].toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1)),
      location: inside(),
      ...(place === undefined ? {} : { outside: outsidePlace(place, away.map(({ madeAt }) => madeAt).sort().at(-1)) }),
      kept: dailyBackupsKept,
    };
  }

  function outsidePlace(location: string, lastMadeAt: string | undefined): OutsidePlace {
    const isDue = lastMadeAt === undefined || Date.parse(environment.now()) - Date.parse(lastMadeAt) > reminderMs;
    return { location, isReachable: existsSync(location), isDue, ...(lastMadeAt === undefined ? {} : { lastMadeAt }) };
  }

  function noteChecked(id: string, name: string, isSound: boolean, message: string): void {
    if (current().api?.core.readReason !== undefined || chosen.has(id)) return;
    noteCheck(current().location, id.startsWith('out:') ? id : name, { at: environment.now(), isSound, message });
  }

  return {
    'backups.list': list,
    'backups.make': () => {
      const store = writable();
      const folder = inside();
      return jobs.start('backup', async (job) => {
        const name = `备份-${stampOf(environment.now())}.zip`;
        const target = path.join(folder, name);
        await mkdir(folder, { recursive: true });
        const report = await backupStore(store, target, progressOf(job, '写入并读回核对'));
        noteChecked(`in:${name}`, name, true, '');
        return {
          summary: [
            `已备份 ${report.files} 个文件，共 ${(report.bytes / 1_000_000).toFixed(1)} MB，已读回核对`,
            ...(report.missing.length === 0 ? [] : [`有 ${report.missing.length} 个附件的文件不见了或已损坏，没有进备份`]),
            ...report.problems.map(({ place: where, message }) => `请检查 ${where}：${message}`),
          ],
          output: target,
        };
      });
    },
    'backups.locate': async ({ location }) => {
      const { file, ...found } = await readChosenBackup(location);
      const id = `file:${environment.newId()}`;
      const [oldest] = chosen.keys();
      if (chosen.size >= mostChosen && oldest !== undefined) chosen.delete(oldest);
      chosen.set(id, { file, ...found });
      return { id, ...found };
    },
    'backups.verify': ({ id, passphrase }) => {
      const { file, name } = fileOf(id);
      return jobs.start('verify', async (job) => {
        try {
          const { files } = await verifyBackup(file, workFolder(), { ...progressOf(job, '读回核对'), passphrase });
          noteChecked(id, name, true, '');
          return { summary: [`备份完好：${files} 个文件都已读回核对`] };
        } catch (error) {
          if (error instanceof AppError && error.code !== 'cancelled' && error.details['password'] === undefined) noteChecked(id, name, false, error.message);
          throw error;
        }
      });
    },
    'backups.preview': async ({ id, passphrase }) => {
      const { file } = fileOf(id);
      const work = workFolder();
      try {
        const { database, manifest } = await openBackupDatabase(file, work, { passphrase });
        const comparison = compareBackup(database, current().location);
        const known = chosen.get(id) ?? (await list()).backups.find((backup) => backup.id === id);
        return {
          id,
          ...comparison,
          madeAt: manifest?.madeAt ?? known?.madeAt ?? '',
          madeBy: manifest?.madeBy ?? '',
          device: manifest?.device ?? '',
          attachments: manifest === undefined ? comparison.attachments : { inBackup: comparison.attachments.inBackup, missing: manifest.missing.length },
          templates: manifest?.files.filter((entry) => entry.path.startsWith('templates/')).length ?? 0,
        };
      } finally {
        await rm(work, { recursive: true, force: true });
      }
    },
    'backups.restore': ({ id, into, passphrase }) => {
      const { file, name } = fileOf(id);
      if (into !== 'swap') return restoreBeside(file, into.location, passphrase);
      const { api } = current();
      if (api?.core.readReason !== undefined) throw new AppError('read-only', '数据文件夹现在以只读方式打开，不能恢复到原处。可以恢复到另一个文件夹。', {});
      return jobs.start('restore', async (job) => {
        const staged = await stageBackup(file, current().location, environment, { ...progressOf(job, '解开并核对备份'), passphrase });
        job.advance(1000, 1000, '换上恢复的数据');
        if (job.signal.aborted) {
          await rm(staged.folder, { recursive: true, force: true });
          throw new AppError('cancelled', '已取消', {});
        }
        const report = await workspace.whileClosed(job.id, (location) => swapStore(location, staged, environment, async (template) => {
          await setOwnTemplateAside({ folder: path.join(location, 'templates'), now: environment.now() }, template);
        }));
        const after = current();
        if (after.api === undefined) throw new AppError(after.failure.code, `备份已经换上，但没有打开：${after.failure.message}`, after.failure.details);
        return { summary: [`已恢复到“${name}”的状态`, ...(report.setAside === undefined ? [] : [`恢复前的数据已存为“${report.setAside}”，需要时可以再恢复它来撤销`])] };
      });
    },
    'backups.remove': async ({ id }) => {
      const { file, name } = fileOf(id);
      if (!/\.(zip|7z)$/i.test(name)) throw new AppError('invalid-input', '自动备份由程序自己清理，不用手工删除。', {});
      writable();
      await rm(file);
      return list();
    },
    'backups.outside': ({ location }) => {
      if (location === '') {
        settings.setOutside(current().location, undefined);
        return list();
      }
      settings.setOutside(current().location, checkedBackupPlace(location, current().location, thisComputersPlaces()));
      return list();
    },
  };

  function restoreBeside(file: string, wanted: string, passphrase: string | undefined): ReturnType<BackupHandlers['backups.restore']> {
    const place = reportPlace(wanted, thisComputersPlaces());
    if (place.kind !== 'new' && place.kind !== 'empty') throw new AppError('invalid-input', place.kind === 'data' ? '这个文件夹里已经有数据，请换一个新文件夹。' : place.message, {});
    const from = current().location;
    return jobs.start('restore', async (job) => {
      const missing = isArchive(file)
        ? (await restoreBackup(file, place.location, environment, { ...progressOf(job, '解开并核对备份'), passphrase })).missing
        : (await restoreCopyBeside(file, from, place.location, environment)).missing;
      return { summary: ['已恢复到另一个文件夹，现在的数据没有动过', ...(missing.length === 0 ? [] : [`有 ${missing.length} 个附件的文件找不到`])], output: place.location };
    });
  }
}
