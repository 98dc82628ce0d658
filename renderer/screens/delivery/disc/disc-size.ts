import type { DiscEvent } from '../../../../shared/discs/disc.ts';
import type { Drive } from '../../../../shared/discs/drive.ts';
import type { DiscSet, MadeDisc } from '../../../../shared/ipc/disc-channels.ts';

/** Bytes as discs are sold: thousands, three digits. */
export function discSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} KB`;
  return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(2)} GB`;
}

/** How far a disc is: the last time it was read back decides, unless it was burned again since. */
export type DiscProgress = 'verified' | 'verifyFailed' | 'burned' | 'notBurned';

export function discProgress({ events }: Pick<MadeDisc, 'events'>): DiscProgress {
  const last: DiscEvent | undefined = events.findLast(({ kind, target }) => kind === 'burn' || target === 'disc');
  if (last === undefined) return 'notBurned';
  if (last.kind === 'burn') return 'burned';
  return last.ok ? 'verified' : 'verifyFailed';
}

/** Discs of the hand-over of this name that have been burned and are not known to be bad: making it anew leaves them without what they are compared with. */
export function burnedOf(sets: readonly DiscSet[], name: string): number {
  return sets.filter((set) => set.name === name).flatMap(({ discs }) => discs).filter((disc) => disc.standing === 'whole' && ['burned', 'verified'].includes(discProgress(disc))).length;
}

/** Whether a disc of this many bytes can be burned in a drive now. */
export function canBurn({ disc, problem }: Drive, bytes: number): boolean {
  return problem === undefined && disc !== undefined && (disc.isBlank || disc.isRewritable) && (disc.freeBytes === undefined || disc.freeBytes >= bytes);
}
