import { homedir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../../shared/app-error.ts';

/** What `npm run start:browser` was asked to do. */
export type ServeOptions = {
  readonly dataFolder: string;
  /** Whether the folder was named; otherwise the one that was open last is. */
  readonly isNamed: boolean;
  /** Where choices of this person are kept. */
  readonly settingsFolder: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly opensBrowser: boolean;
};

/** What the command line of a computer says about itself. */
export type Surroundings = { readonly platform: NodeJS.Platform; readonly home: string; readonly variables: Readonly<Record<string, string | undefined>> };

export function thisComputer(): Surroundings {
  return { platform: process.platform, home: homedir(), variables: process.env };
}

/** Where programs of one person keep their choices; the same folder that the Electron window uses. */
export function defaultSettingsFolder(surroundings: Surroundings): string {
  const { platform, home, variables } = surroundings;
  const base = platform === 'win32'
    ? (variables['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'))
    : platform === 'darwin'
      ? path.join(home, 'Library', 'Application Support')
      : (variables['XDG_CONFIG_HOME'] ?? path.join(home, '.config'));
  return path.join(base, '运维交付夹');
}

/** The data folder of a person who has named none. */
export function defaultDataFolder(surroundings: Surroundings): string {
  return path.join(defaultSettingsFolder(surroundings), 'data');
}

function portOf(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new AppError('invalid-input', `端口应是 0 到 65535 的整数：${text}`, { option: '--port' });
  return port;
}

/** Reads `--data DIR --port N --settings DIR --no-open`. Throws `invalid-input` for anything else. */
export function readServeOptions(args: readonly string[], surroundings: Surroundings): ServeOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, port: { type: 'string' }, settings: { type: 'string' }, 'no-open': { type: 'boolean' } },
    });
    return {
      dataFolder: values.data === undefined ? defaultDataFolder(surroundings) : path.resolve(values.data),
      isNamed: values.data !== undefined,
      settingsFolder: values.settings === undefined ? defaultSettingsFolder(surroundings) : path.resolve(values.settings),
      port: portOf(values.port),
      opensBrowser: values['no-open'] !== true,
    };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('invalid-input', '用法：npm run start:browser -- [--data 数据目录] [--port 端口] [--settings 个人设置目录] [--no-open]', {}, { cause });
  }
}
