import path from 'node:path';
import type { BrowserWindow } from 'electron';
import type { WorkspaceApi } from '../api/workspace/create-workspace.ts';
import type { ChannelCall, ChannelName } from '../../shared/ipc/contract.ts';
import type { DataState } from '../../shared/ipc/data-channels.ts';
import { choosePlace, goesOn, switchQuestion } from './dialogs.ts';
import { menuTemplate } from './menu.ts';
import type { Surroundings } from './start-program.ts';

/** What others than the menu ask of it. */
export type ProgramMenu = {
  /** Opens another data folder once the person agrees, and says why when that fails. */
  readonly openFolder: (location: string) => Promise<void>;
};

type MenuSurroundings = Pick<Surroundings, 'app' | 'dialog' | 'menu' | 'platform'>;

/** Puts the menu up and keeps its list of folders as the program's own. */
export function showMenu(surroundings: MenuSurroundings, api: WorkspaceApi, window: BrowserWindow): ProgramMenu {
  const { app, dialog, menu, platform } = surroundings;

  async function ask<C extends ChannelName>(channel: C, input: ChannelCall<C>): Promise<unknown> {
    const result = await api.answer(channel, input);
    if (result.ok) return result.value;
    dialog.showErrorBox('运维交付夹', result.error.message);
    return undefined;
  }

  async function change(channel: 'data.open' | 'data.create', location: string): Promise<void> {
    if (dialog.showMessageBoxSync(window, switchQuestion(path.basename(location))) === goesOn) await ask(channel, { location });
  }

  async function chooseAndChange(channel: 'data.open' | 'data.create'): Promise<void> {
    const location = await choosePlace(dialog, window, channel === 'data.open' ? 'open' : 'create', path.dirname(api.location()));
    if (location !== undefined) await change(channel, location);
  }

  async function draw(): Promise<void> {
    const result = await api.answer('data.state', {});
    if (!result.ok || window.isDestroyed()) return;
    // The channel's own handler made it.
    const state = result.value as DataState;
    const deeds = {
      choose: (action: Parameters<Parameters<typeof menuTemplate>[0]['choose']>[0]) => window.webContents.send('binder:event', 'menu.chosen', { action }),
      openFolder: () => void chooseAndChange('data.open'),
      createFolder: () => void chooseAndChange('data.create'),
      openRecent: ({ location }: { readonly location: string }) => void change('data.open', location),
      revealFolder: () => void ask('data.reveal', { what: 'folder' }),
      revealLog: () => void ask('data.reveal', { what: 'log' }),
    };
    menu.setApplicationMenu(menu.buildFromTemplate(menuTemplate(deeds, { isMac: platform === 'darwin', isPackaged: app.isPackaged, recent: state.recent, isOpen: state.isOpen })));
    // The lists of the system: the dock of a Mac and the task bar of Windows.
    if (state.isOpen && platform !== 'linux') app.addRecentDocument(state.folder.location);
  }

  void draw();
  api.on((event) => {
    if (event === 'data.changed') void draw();
  });
  return { openFolder: (location) => change('data.open', location) };
}
