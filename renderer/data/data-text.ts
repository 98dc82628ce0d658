import dayjs from 'dayjs';
import { instantFormat } from '../words/data.ts';

/** `2024年8月5日 09:30` at this computer; empty for an instant that is none. */
export function writtenInstant(instant: string): string {
  const moment = dayjs(instant);
  return moment.isValid() ? moment.format(instantFormat) : '';
}

/** `24 KB`, `13.5 MB`, `2.1 GB`. */
export function writtenSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} KB`;
  return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(1)} GB`;
}

/** Whole days between two instants. */
export function daysSince(instant: string, now: number): number {
  return Math.floor((now - Date.parse(instant)) / 86_400_000);
}
