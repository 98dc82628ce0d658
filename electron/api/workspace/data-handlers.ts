import { existsSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { Handlers, WorkspaceHandlers } from '../../../shared/ipc/contract.ts';
import type { AboutInfo, DataState } from '../../../shared/ipc/data-channels.ts';
import { migrations } from '../../store/migrations.ts';
import { holdsData } from '../core.ts';
import { programVersion } from '../program-version.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { reportPlace, thisComputersPlaces } from './folder-place.ts';
import type { Opening } from './open-folder.ts';
import type { Workspace } from './workspace.ts';

type DataHandlers = Omit<WorkspaceHandlers, `backups.${string}`> & Pick<Handlers, 'jobs.list' | 'jobs.cancel' | 'jobs.reveal'>;

/** Where the program stands, for its window. */
export function dataState({ current, settings, choosePlace, logFolder }: Workspace): DataState {
  const opening = current();
  const { location } = opening;
  return {
    isOpen: opening.api !== undefined,
    folder: { name: path.basename(location), location },
    ...(opening.api === undefined ? { closed: { reason: opening.reason, failure: opening.failure, canRead: opening.canRead } } : {}),
    recent: settings.folders().map((folder) => ({
      name: path.basename(folder.location),
      location: folder.location,
      openedAt: folder.openedAt,
      contracts: folder.contracts,
      isPresent: holdsData(folder.location),
      isCurrent: folder.location === location,
    })),
    hasDialogs: choosePlace !== undefined,
    hasLog: logFolder !== undefined,
  };
}

/** The failure of another folder is the caller's answer; that of the folder one stands in is a state of the window. */
function stateAfter(workspace: Workspace, opening: Opening): DataState {
  if (opening.api === undefined && workspace.current() !== opening) throw new AppError(opening.failure.code, opening.failure.message, opening.failure.details);
  return dataState(workspace);
}

export function dataHandlers(workspace: Workspace): DataHandlers {
  const { environment, settings, jobs, reveal, current } = workspace;
  const about = (): AboutInfo => ({
    version: programVersion(),
    layout: migrations.length,
    platform: `${process.platform} ${process.arch}`,
    device: environment.device,
    user: environment.user,
    systemUser: workspace.systemUser,
  });
  const open = async (location: string, access: 'write' | 'read', isKnown: boolean): Promise<DataState> => stateAfter(workspace, await workspace.change({ location, access, isKnown }));

  return {
    'data.state': () => dataState(workspace),
    'data.check': ({ location }) => reportPlace(location, thisComputersPlaces()),
    'data.open': ({ location, access }) => {
      // A folder that was open before may be tried again wherever it is; any other one must first be what it is taken for.
      if (location === current().location || settings.folders().some((folder) => folder.location === location)) return open(location, access, true);
      const place = reportPlace(location, thisComputersPlaces());
      if (place.kind !== 'data') throw new AppError('invalid-input', place.kind === 'refused' ? place.message : '这里没有运维交付夹的数据。要在这里新建，请用“新建数据文件夹”。', {});
      return open(place.location, access, true);
    },
    'data.create': ({ location }) => {
      const place = reportPlace(location, thisComputersPlaces());
      if (place.kind === 'data') throw new AppError('already-exists', '这里已经有运维交付夹的数据，请直接打开。', {});
      if (place.kind === 'refused') throw new AppError('invalid-input', place.message, {});
      return open(place.location, 'write', false);
    },
    'data.forget': ({ location }) => {
      if (location === current().location) throw new AppError('invalid-input', '正在使用的文件夹不能从列表里去掉。', {});
      settings.forget(location);
      return dataState(workspace);
    },
    'data.choose': async ({ purpose }) => {
      if (workspace.choosePlace === undefined) throw new AppError('invalid-input', '浏览器里不能打开系统的文件夹窗口，请直接填写位置。', {});
      const location = await workspace.choosePlace(purpose);
      return location === undefined ? null : { location };
    },
    'data.reveal': async ({ what }) => {
      const target = what === 'log' ? workspace.logFolder : what === 'backups' ? path.join(current().location, 'backups') : current().location;
      if (target === undefined || !existsSync(target)) throw new AppError('not-found', '没有这个文件夹。', {});
      return { opened: await reveal(target), location: target };
    },
    'data.about': about,
    'data.user': ({ name }) => {
      settings.setUserName(name);
      workspace.emit('data.changed', { isOpen: current().api !== undefined });
      return about();
    },
    'data.diagnostics': () => ({ text: diagnosticsOf(workspace, about()) }),
    'jobs.list': () => jobs.list(),
    'jobs.cancel': ({ id }) => jobs.cancel(id),
    'jobs.reveal': async ({ id }) => {
      const target = jobs.outputOf(id);
      if (target === undefined) throw new AppError('not-found', '这个任务没有留下文件', { id });
      return { opened: await reveal(target), location: target };
    },
  };
}
