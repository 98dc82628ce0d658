/** What stands at one path of a package. `link` and `other` (devices, pipes) have no place in one. */
export type SourceEntry = { readonly path: string; readonly kind: 'file' | 'folder' | 'link' | 'other' };

/** A package to be verified, wherever it lies: in a folder, on a mounted disc, inside an image. */
export type PackageSource = {
  /** Everything below the root, folders included, paths with `/` as the medium spells them. */
  readonly entries: readonly SourceEntry[];
  /** The content of one of the files, piece by piece, read into `buffer`; a piece is only good until the next one. */
  readonly read: (path: string, buffer: Buffer) => AsyncIterable<Uint8Array>;
};
