import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openingCommand } from '../../electron/host/open-outside.ts';
import { readServeOptions, type Surroundings } from '../../electron/host/serve-options.ts';

const linux: Surroundings = { platform: 'linux', home: '/home/somebody', variables: { DISPLAY: ':0' } };

describe('options of start:browser', () => {
  test('nothing said: the person\'s own folder, a free port, and the browser opens', () => {
    expect(readServeOptions([], linux)).toEqual({ dataFolder: path.join('/home/somebody', '.config', '运维交付夹', 'data'), isNamed: false, settingsFolder: path.join('/home/somebody', '.config', '运维交付夹'), port: 0, opensBrowser: true });
  });

  test('folder, port and no browser', () => {
    expect(readServeOptions(['--data', 'out/data', '--port', '8123', '--settings', 'out/settings', '--no-open'], linux)).toEqual({ dataFolder: path.resolve('out/data'), isNamed: true, settingsFolder: path.resolve('out/settings'), port: 8123, opensBrowser: false });
  });

  test.each([[['--port', '80x']], [['--port', '70000']], [['--port', '-1']], [['--colour']], [['folder']]])('%j is refused with a sentence', (args) => {
    expect(() => readServeOptions(args, linux)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  test.each<[Surroundings, string]>([
    [{ platform: 'win32', home: 'C:\\U', variables: { APPDATA: 'C:\\U\\Roaming' } }, path.join('C:\\U\\Roaming', '运维交付夹', 'data')],
    [{ platform: 'darwin', home: '/Users/u', variables: {} }, path.join('/Users/u', 'Library', 'Application Support', '运维交付夹', 'data')],
    [{ platform: 'linux', home: '/home/u', variables: { XDG_CONFIG_HOME: '/cfg' } }, path.join('/cfg', '运维交付夹', 'data')],
  ])('the folder on each system', (surroundings, folder) => {
    expect(readServeOptions([], surroundings).dataFolder).toBe(folder);
  });
});

describe('opening with the system', () => {
  test('an address is one argument, never a shell line', () => {
    const target = 'http://127.0.0.1:1/?token=a&b';

    expect([linux, { ...linux, platform: 'win32' as const }, { ...linux, platform: 'darwin' as const }].map((surroundings) => openingCommand(surroundings, target))).toEqual([
      { program: 'xdg-open', args: [target] },
      { program: 'rundll32', args: ['url.dll,FileProtocolHandler', target] },
      { program: 'open', args: [target] },
    ]);
  });

  test('a computer without a desktop opens nothing', () => {
    expect(openingCommand({ ...linux, variables: {} }, 'http://127.0.0.1:1/')).toBeUndefined();
  });
});
