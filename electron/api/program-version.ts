import { readFileSync } from 'node:fs';

/** Name of the program as documents and screens print it. */
export const programName = '运维交付夹';

/** The version in package.json: two folders up from electron/api in the sources, three from out/app/main when bundled. */
export function programVersion(): string {
  for (const place of ['../../package.json', '../../../package.json']) {
    try {
      const parsed: unknown = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8'));
      if (typeof parsed === 'object' && parsed !== null && 'version' in parsed) return String(parsed.version);
    } catch {
      continue;
    }
  }
  return '0';
}
