import { fileURLToPath } from 'node:url';
import { systemEnvironment } from '../../../electron/api/environment.ts';
import { openKeptSessions } from '../../../electron/api/kept-sessions.ts';
import { createWorkspace } from '../../../electron/api/workspace/create-workspace.ts';
import { startHost } from '../../../electron/host/start-host.ts';

/** A host in a process of its own, to be killed: `node host-child.ts DATA SETTINGS RENDERER PORT TOKEN`. Prints its address. */
const [dataFolder = '', settingsFolder = '', rendererFolder = '', port = '0', token = ''] = process.argv.slice(2);
const api = await createWorkspace({
  dataFolder,
  settingsFolder,
  templatesFolder: fileURLToPath(new URL('../../../templates', import.meta.url)),
  environment: systemEnvironment(() => undefined),
  reveal: () => Promise.resolve(false),
});
const host = await startHost({ api, rendererFolder, port: Number(port), token, log: () => undefined, keptSessions: openKeptSessions(settingsFolder, Number(port), Date.now) });
process.stdout.write(`${host.url}\n`);
