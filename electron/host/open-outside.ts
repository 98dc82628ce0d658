import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Surroundings } from './serve-options.ts';

type Command = { readonly program: string; readonly args: readonly string[] };

/** How this system opens an address or a folder with its own program; undefined where there is no desktop. */
export function openingCommand(surroundings: Surroundings, target: string): Command | undefined {
  const { platform, variables } = surroundings;
  if (platform === 'win32') return { program: 'rundll32', args: ['url.dll,FileProtocolHandler', target] };
  if (platform === 'darwin') return { program: 'open', args: [target] };
  const hasDesktop = variables['DISPLAY'] !== undefined || variables['WAYLAND_DISPLAY'] !== undefined;
  return hasDesktop ? { program: 'xdg-open', args: [target] } : undefined;
}

/** Hands an address or a folder to the system; false where that is not possible. Never waits for the other program. */
export function openOutside(surroundings: Surroundings, target: string): Promise<boolean> {
  const command = openingCommand(surroundings, target);
  if (command === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(command.program, command.args, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

/** Opens the folder that holds a finished file, or the finished folder itself. */
export async function revealOutside(surroundings: Surroundings, target: string): Promise<boolean> {
  const isFolder = await stat(target).then((entry) => entry.isDirectory(), () => false);
  return openOutside(surroundings, isFolder ? target : path.dirname(target));
}
