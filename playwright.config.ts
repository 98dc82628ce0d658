import { defineConfig } from '@playwright/test';
import { chromiumFolder, chromiumLaunch, hasPackagedChromium } from './test/e2e/support/chromium.ts';

const browser = hasPackagedChromium ? { launchOptions: chromiumLaunch(await chromiumFolder()) } : { channel: process.platform === 'win32' ? 'msedge' : 'chrome' };

/** Drives the window in Chromium against the real core, on temporary data folders, without network. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'out/e2e',
  globalSetup: './test/helpers/temporary-folder.setup.ts',
  reporter: [['line']],
  workers: 2,
  // Every test has its host, its data and its window for itself.
  fullyParallel: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  projects: [
    { name: 'prepare', testMatch: '*.setup.ts' },
    { name: 'window', testMatch: '*.test.ts', dependencies: ['prepare'] },
  ],
  use: {
    ...browser,
    headless: true,
    locale: 'zh-CN',
    viewport: { width: 1366, height: 768 },
    // A trace of everything costs a sixth of the time; `npm test` repeats what failed with one.
    trace: 'off',
    screenshot: 'only-on-failure',
    permissions: ['clipboard-read', 'clipboard-write'],
  },
});
