import type { InlineConfig } from 'vite';

// electron exists only inside Electron; better-sqlite3 brings a native binding that must stay a file.
const external = ['electron', 'better-sqlite3'];

function bundle(root: string, entry: string | Readonly<Record<string, string>>, outDir: string, format: 'es' | 'cjs', fileName: string): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: typeof entry === 'string' ? entry : true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rollupOptions: { external, ...(typeof entry === 'string' ? {} : { input: { ...entry } }), output: { format, entryFileNames: fileName, chunkFileNames: format === 'cjs' ? '[name].cjs' : '[name].js' } },
    },
  };
}

/** Main, an ES module. */
export function mainBundle(root: string, out: string): InlineConfig {
  return bundle(root, 'electron/main/main.ts', `${out}/main`, 'es', 'main.js');
}

/** Preload, one CommonJS file: a sandboxed preload can load no other. */
export function preloadBundle(root: string, out: string): InlineConfig {
  return bundle(root, 'electron/preload/bridge.ts', `${out}/preload`, 'cjs', 'bridge.cjs');
}

/** The workers, files of their own, because a bundler of modules for Node does not follow workers; the core looks for them beside its own folder. */
export function workerBundle(root: string, out: string): InlineConfig {
  const entries = { 'pdf-worker': 'electron/handover/volumes/pdf/pdf-worker.ts', 'making-worker': 'electron/handover/deliverables/making/making-worker.ts' };
  return bundle(root, entries, `${out}/worker`, 'cjs', '[name].cjs');
}
