/** What `index.html` carries wherever the nonce of the load belongs; whoever serves the page replaces every occurrence. */
export const noncePlaceholder = '__CSP_NONCE__';

/**
 * The content security policy of the window: its own scripts and data, nothing from elsewhere.
 * Style elements need the nonce of this load (antd writes them at run time); style attributes are allowed, because
 * positions of pop-ups and widths of bars are set that way.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every answer to the window, whichever program serves it. */
export function windowHeaders(nonce: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=()',
  };
}

/** The built script of the worker that reads codes from scans (renderer/scans/code-reader.ts). */
const codeReader = /^\/assets\/code-reader-[\w-]+\.js$/;

/** A worker has the policy of its own file: this one compiles the WebAssembly that it is served beside, and may do nothing else. */
const codeReaderPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** Headers of a built file by its path: those of the window, but for the one worker that must compile WebAssembly. */
export function fileHeaders(pathname: string, nonce: string): Readonly<Record<string, string>> {
  const headers = windowHeaders(nonce);
  return codeReader.test(pathname) ? { ...headers, 'Content-Security-Policy': codeReaderPolicy } : headers;
}
