import path from 'node:path';
import { test } from '@playwright/test';
import { buildWindow, isWindowStale } from '../../electron/host/build-window.ts';
import { unpackChromium } from './support/chromium.ts';
import { makeSampleFolders } from './support/sample-folder.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('there is a browser to start', async () => {
  await unpackChromium();
});

test('the window is built from its sources as they are', async () => {
  if (await isWindowStale(root)) await buildWindow(root);
});

test('there are sample years to start from', async () => {
  await makeSampleFolders();
});
