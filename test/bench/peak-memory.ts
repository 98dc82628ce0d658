import { existsSync, readFileSync } from 'node:fs';

/** The process's own peak in MiB. What the system reports as such for a child may be its parent's, from the moment it was started. */
export function peakMegabytes(): number {
  const own = existsSync('/proc/self/status') ? /VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] : undefined;
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) / 1024;
}
