import { defineConfig } from '@playwright/test';

/** The smoke test of the real program; it needs the Electron binary, which npm does not bring. */
export default defineConfig({
  testDir: '../test/electron',
  outputDir: '../out/test/electron',
  globalSetup: '../test/helpers/temporary-folder.setup.ts',
  timeout: 120_000,
  workers: 1,
  reporter: 'list',
});
