import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { mainBundle, preloadBundle, workerBundle } from './electron-bundles.ts';

/** Bundles main, preload and the workers into out/app. */

const root = fileURLToPath(new URL('../../', import.meta.url));

for (const bundle of [mainBundle, preloadBundle, workerBundle]) await build(bundle(root, 'out/app'));
