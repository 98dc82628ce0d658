import path from 'node:path';
import { AppError } from '../../shared/app-error.ts';
import { systemEnvironment } from '../api/environment.ts';
import { openKeptSessions } from '../api/kept-sessions.ts';
import { createWorkspace } from '../api/workspace/create-workspace.ts';
import { buildWindow, isWindowStale } from './build-window.ts';
import { openOutside, revealOutside } from './open-outside.ts';
import { readServeOptions, thisComputer } from './serve-options.ts';
import { newSecret } from './session.ts';
import { startHost } from './start-host.ts';

/** electron/host → the folder that holds package.json, `templates` and `out`. */
const programFolder = path.resolve(import.meta.dirname, '../..');

/** `npm run start:browser`: the window in the system's own browser, for development and for computers without Electron. */
async function serve(): Promise<void> {
  const surroundings = thisComputer();
  const options = readServeOptions(process.argv.slice(2), surroundings);
  if (await isWindowStale(programFolder)) {
    console.log('正在构建界面，约需几秒…');
    await buildWindow(programFolder);
  }
  const api = await createWorkspace({
    dataFolder: options.dataFolder,
    prefersLast: !options.isNamed,
    settingsFolder: options.settingsFolder,
    templatesFolder: path.join(programFolder, 'templates'),
    makesBeside: true,
    environment: systemEnvironment((entry) => (entry.level === 'error' ? console.error : console.log)(`[${entry.level}] ${entry.event} ${entry.id ?? ''} ${entry.detail ?? ''}`)),
    reveal: (target) => (options.opensBrowser ? revealOutside(surroundings, target) : Promise.resolve(false)),
    openFile: (target) => (options.opensBrowser ? openOutside(surroundings, target) : Promise.resolve(false)),
  });
  const host = await startHost({
    api,
    rendererFolder: path.join(programFolder, 'out/app/renderer'),
    port: options.port,
    token: newSecret(),
    // A port that changes with every start is a new door each time.
    ...(options.port === 0 ? {} : { keptSessions: openKeptSessions(options.settingsFolder, options.port, Date.now) }),
    log: (line) => console.error(line),
  }).catch(async (error: unknown) => {
    await api.close();
    throw error;
  });

  console.log(`数据目录：${api.location()}`);
  console.log('运维交付夹已启动。请用浏览器打开下面的网址（只能用一次，不要转发）；按 Ctrl+C 结束。');
  console.log(host.url);
  if (options.opensBrowser && !(await openOutside(surroundings, host.url))) console.log('没有找到可用的浏览器，请自行复制上面的网址打开。');

  const stop = (): void => {
    host.close().then(api.close).then(() => process.exit(0), () => process.exit(1));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

serve().catch((error: unknown) => {
  console.error(error instanceof AppError ? error.message : error);
  process.exitCode = error instanceof AppError ? 2 : 1;
});
