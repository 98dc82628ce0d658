import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { collectLicences } from './build/scripts/collect-licences.ts';
import { importedControls, styleOfControls } from './build/scripts/control-styles.ts';
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

/**
 * Scanners keep black-and-white pages as CCITT or JBIG2 and coloured ones as JPEG 2000. pdf.js reads these by WebAssembly, which the policy
 * forbids, or by the same decoders as scripts, which it fetches by their names; renderer/preview/pdf-pages.ts says where. Their licences lie beside them.
 */
function pdfDecoders(): Plugin {
  const folder = new URL('node_modules/pdfjs-dist/wasm/', import.meta.url);
  return {
    name: 'pdf-decoders',
    apply: 'build',
    generateBundle() {
      for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js']) this.emitFile({ type: 'asset', fileName: `pdf-decoders/${name}`, source: readFileSync(new URL(name, folder)) });
      for (const name of ['LICENSE_JBIG2', 'LICENSE_OPENJPEG', 'LICENSE_PDFJS_JBIG2', 'LICENSE_PDFJS_OPENJPEG']) this.emitFile({ type: 'asset', fileName: `pdf-decoders/${name}.txt`, source: readFileSync(new URL(name, folder)) });
    },
  };
}

/** Gives the window the styles of the controls that it has, and no others. */
function controlStyles(): Plugin {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  return {
    name: 'control-styles',
    enforce: 'pre',
    transform(code, id) {
      if (!/[/\\]antd[/\\]dist[/\\]antd\.css$/.test(id)) return undefined;
      return { code: styleOfControls(code, `${folder}node_modules/antd/es`, importedControls(`${folder}renderer`)), map: null };
    },
  };
}

/** Builds the window. It is served by the loopback host and by Electron's own protocol, both under a strict policy. */
export default defineConfig({
  root: fileURLToPath(new URL('renderer', import.meta.url)),
  base: '/',
  plugins: [react(), controlStyles(), licencesFile(), pdfDecoders()],
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
