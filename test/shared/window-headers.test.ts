import { expect, test } from 'vitest';
import { contentSecurityPolicy, fileHeaders, windowHeaders } from '../../shared/ipc/window-headers.ts';

test('the window may use its own files and nothing else; only styles written at run time are let in, by the nonce of the load', () => {
  const policy = Object.fromEntries(contentSecurityPolicy('N').split('; ').map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]));

  expect(policy).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self' 'nonce-N'",
    'style-src-elem': "'self' 'nonce-N'",
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self' data:",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  });
});

test('every answer says so, and hides the address it came from', () => {
  expect(windowHeaders('N')).toEqual({
    'Content-Security-Policy': contentSecurityPolicy('N'),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=()',
  });
});

test('one worker alone may compile WebAssembly, and nothing else', () => {
  expect(fileHeaders('/assets/code-reader-B1_x-9.js', 'N')['Content-Security-Policy']).toBe("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
  for (const pathname of ['/index.html', '/assets/main-1.js', '/assets/code-reader-1.html', '/assets/x/code-reader-1.js', '/code-reader-1.js', '/assets/photo-worker-1.js']) expect(fileHeaders(pathname, 'N')).toEqual(windowHeaders('N'));
});
