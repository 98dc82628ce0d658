import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { collectLicences } from './build/scripts/collect-licences.ts';
import { noncePlaceholder } from './shared/ipc/window-headers.ts';

/** Puts the licences of what the program contains beside the window, where 关于 reads them. */
function licencesFile(): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(collectLicences(fileURLToPath(new URL('.', import.meta.url)).replace(/[/\\]$/, ''))) });
    },
  };
}

/** Builds the window. It is served by the loopback host and by Electron's own protocol, both under a strict policy. */
export default defineConfig({
  root: fileURLToPath(new URL('renderer', import.meta.url)),
  base: '/',
  plugins: [react(), licencesFile()],
  // The server replaces the placeholder on each load.
  html: { cspNonce: noncePlaceholder },
  build: {
    outDir: fileURLToPath(new URL('out/app/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome140',
    // The polyfill is an inline script, which the policy forbids and no supported browser needs.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
});
