/** What the electronic version is handed over on. `folder` is a folder or a stick: nothing has to be split. */
export const media = ['folder', 'cd', 'dvd', 'bd'] as const;

export type Medium = (typeof media)[number];

export function isMedium(text: string): text is Medium {
  return media.some((medium) => medium === text);
}

/** How a medium is named on papers and in lists. */
export const mediumNames: Readonly<Record<Medium, string>> = { folder: '文件夹或U盘', cd: 'CD-R 光盘', dvd: 'DVD±R 光盘', bd: 'BD-R 光盘' };

/**
 * Bytes that one disc takes; undefined where nothing has to be split. CD: 80 minutes, 359,845 sectors of 2048 bytes (702.8 MiB). DVD: the
 * smaller of DVD+R (2,295,104 sectors) and DVD-R. BD: one layer as most programs format it, with the spare area for bad sectors
 * (11,826,176 of 12,219,392 sectors).
 */
export function mediumCapacity(medium: Medium): number | undefined {
  switch (medium) {
    case 'folder': return undefined;
    case 'cd': return 359_845 * 2048;
    case 'dvd': return 2_295_104 * 2048;
    case 'bd': return 11_826_176 * 2048;
    default: return medium satisfies never;
  }
}
