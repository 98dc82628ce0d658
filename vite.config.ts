import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { noncePlaceholder } from './shared/ipc/window-headers.ts';

/** Builds the window. It is served by the loopback host and by Electron's own protocol, both under a strict policy. */
export default defineConfig({
  root: fileURLToPath(new URL('renderer', import.meta.url)),
  base: '/',
  plugins: [react()],
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
