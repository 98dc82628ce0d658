import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';

/**
 * Bundles main (ES module), preload (one CommonJS file: a sandboxed preload can load no other) and the worker for PDFs (a file of its own,
 * because a bundler of modules for Node does not follow workers) into out/app.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));

// electron exists only inside Electron; better-sqlite3 brings a native binding that must stay a file.
const external = ['electron', 'better-sqlite3'];

function bundle(entry: string, outDir: string, format: 'es' | 'cjs', fileName: string): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rollupOptions: { external, output: { format, entryFileNames: fileName, chunkFileNames: '[name].js' } },
    },
  };
}

await build(bundle('electron/main/main.ts', 'out/app/main', 'es', 'main.js'));
await build(bundle('electron/preload/bridge.ts', 'out/app/preload', 'cjs', 'bridge.cjs'));
await build(bundle('electron/handover/volumes/pdf/pdf-worker.ts', 'out/app/worker', 'cjs', 'pdf-worker.cjs'));
