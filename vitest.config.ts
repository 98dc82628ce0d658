import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/helpers/longest-first.ts';

export default defineConfig({
  resolve: {
    alias: [{ find: /^electron$/, replacement: fileURLToPath(new URL('test/helpers/electron-stub.ts', import.meta.url)) }],
  },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/boundaries/house/**', 'node_modules/**'],
    globalSetup: 'test/helpers/temporary-folder.setup.ts',
    pool: 'forks',
    // Half of the time went into loading the same modules for each file again. Nothing of ours keeps state in a module but the
    // window's stores, and tests of these set what they need; the shuffled order would tell.
    isolate: false,
    unstubGlobals: true,
    // One worker is left out by default, of two on a machine of two cores.
    maxWorkers: '100%',
    // Generated documents and years are much short-lived memory: with room for it a tenth of the time goes, which went into clearing up.
    execArgv: ['--min-semi-space-size=32', '--max-semi-space-size=64'],
    // For the programs that tests start: most of their short lives would go into compiling the same modules again.
    // The Open XML validator lives shorter still: it has nothing of measuring which of its code to make faster.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('out/compile-cache', import.meta.url)), DOTNET_TieredPGO: '0' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    sequence: { shuffle: true, sequencer: LongestFirst },
  },
});
