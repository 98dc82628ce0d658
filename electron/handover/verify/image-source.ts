import { type ImageAccess, readListedFile, type TreeListing } from '../iso/read-image.ts';
import { AppError } from '../../../shared/app-error.ts';
import type { PackageSource } from './package-source.ts';

/** A package inside an image, seen through one of its directory trees. */
export function openImageSource(image: ImageAccess, tree: TreeListing, signal?: AbortSignal): PackageSource {
  const folders = [...tree.folders].map((path) => ({ path, kind: 'folder' as const }));
  const files = [...tree.files.keys()].map((path) => ({ path, kind: 'file' as const }));
  return {
    entries: [...folders, ...files],
    read: (path, buffer) => {
      const file = tree.files.get(path);
      if (file === undefined) throw new AppError('not-found', `镜像里没有「${path}」。`, { path });
      return readListedFile(image, file, buffer, signal);
    },
  };
}
