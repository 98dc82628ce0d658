const counterDigits = 4;
const counterLimit = 0x10000;

/**
 * A timestamp that never goes backwards even when the computer's clock does: `2024-08-05T01:02:03.004Z-0000`, instant and counter.
 * Compared as text they order all changes a device has made or seen.
 * @param latest the latest timestamp made or seen so far, empty for none
 * @param now ISO instant in UTC with milliseconds
 */
export function nextTimestamp(latest: string, now: string): string {
  const latestInstant = latest.slice(0, 24);
  if (now > latestInstant) return `${now}-${'0'.repeat(counterDigits)}`;
  const counter = Number.parseInt(latest.slice(25), 16) + 1;
  if (counter < counterLimit) return `${latestInstant}-${counter.toString(16).padStart(counterDigits, '0')}`;
  return `${new Date(Date.parse(latestInstant) + 1).toISOString()}-${'0'.repeat(counterDigits)}`;
}
