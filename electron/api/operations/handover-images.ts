import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Medium, mediumCapacity } from '../../../shared/deliverables/medium.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import { renameDurably } from '../../files/atomic-write.ts';
import { describeFileError } from '../../files/file-errors.ts';
import type { RenderProgress } from '../../handover/deliverables/render-deliverables.ts';
import { refuseFolder } from '../../handover/iso/image-file.ts';
import { refuseInside, writeIso } from '../../handover/iso/write-iso.ts';
import { repairPackagePlace } from '../../handover/package/package-place.ts';

/** An image that stands in its place. */
export type HandoverImage = { readonly file: string; readonly bytes: number; readonly sha256: string };

export type ImagesRequest = {
  /** Where the image is to stand; of several each has `_第1盘` … before the extension. */
  readonly isoFile: string;
  /** Where the packages are to stand. */
  readonly folder: string;
  readonly medium: Medium;
  readonly today: LocalDate;
  /** Volume name of a disc. */
  readonly label: (number: number) => string;
  /** A UUID. */
  readonly runId: string;
};

/**
 * Images of a hand-over: written while its packages are not in place yet, and put in place after them. Until then the older images stand;
 * whatever goes wrong before, they are there as they were.
 */
export type HandoverImages = {
  /** Writes an image of each package, then moves the older ones aside: one that another program holds stops the hand-over here. */
  readonly write: (folders: readonly string[], progress: RenderProgress) => Promise<void>;
  /** Puts the images in place and removes the older ones. */
  readonly place: () => Promise<readonly HandoverImage[]>;
  /** Brings the older images back and removes what was written; for a hand-over that failed. */
  readonly abandon: () => Promise<void>;
};

/** `交付包.iso`, or `交付包_第2盘.iso` of several. */
function imageOf(isoFile: string, number: number, total: number): string {
  if (total === 1) return isoFile;
  const { dir, name, ext } = path.parse(isoFile);
  return path.join(dir, `${name}_第${number}盘${ext}`);
}

/** The images of this name that stand there, of one disc and of several: beside new packages they would look as if they belonged to them. */
async function olderImages(isoFile: string): Promise<string[]> {
  const { dir, name, ext } = path.parse(isoFile);
  return (await readdir(dir, { withFileTypes: true })).filter((entry) => {
    const rest = entry.isFile() && entry.name.startsWith(name) && entry.name.endsWith(ext) ? entry.name.slice(name.length, entry.name.length - ext.length) : undefined;
    return rest === '' || (rest !== undefined && /^_第[1-9]\d?盘$/.test(rest));
  }).map((entry) => entry.name);
}

/** Opens the place for images. Throws `invalid-input` when it lies in the package. */
export function openHandoverImages(request: ImagesRequest): HandoverImages {
  const { medium, today, label, runId } = request;
  const isoFile = path.resolve(request.isoFile);
  refuseInside(path.resolve(request.folder), isoFile);
  const home = path.dirname(isoFile);
  // A name that the repair of a package's place removes when this run is killed.
  const staging = `${isoFile}.partial-${runId}`;
  const older = path.join(staging, 'older');
  const aside: string[] = [];
  const written: { readonly staged: string; readonly image: HandoverImage }[] = [];
  return {
    write: async (folders, progress) => {
      const capacity = mediumCapacity(medium);
      await mkdir(home, { recursive: true });
      await repairPackagePlace(isoFile);
      await mkdir(older, { recursive: true }).catch((error: unknown) => { throw describeFileError(error, isoFile); });
      for (const [index, folder] of folders.entries()) {
        const file = imageOf(isoFile, index + 1, folders.length);
        const staged = path.join(staging, path.basename(file));
        await refuseFolder(file);
        const { bytes, sha256 } = await writeIso({ folder, imageFile: staged, volumeId: label(index + 1), createdAt: `${today}T00:00` }, {
          ...(progress.signal === undefined ? {} : { signal: progress.signal }),
          ...(capacity === undefined ? {} : { capacity }),
          onProgress: (done) => progress.onProgress?.(Math.floor(done.bytes / 1e6), Math.ceil(done.totalBytes / 1e6), `制作映像 ${path.basename(file)}`),
        });
        written.push({ staged, image: { file, bytes, sha256 } });
      }
      for (const name of await olderImages(isoFile)) {
        await renameDurably(path.join(home, name), path.join(older, name));
        aside.push(name);
      }
    },
    place: async () => {
      aside.length = 0;
      for (const { staged, image } of written) await renameDurably(staged, image.file);
      // What another program still holds goes with the next run.
      await rm(staging, { recursive: true, force: true }).catch(() => undefined);
      return written.map(({ image }) => image);
    },
    abandon: async () => {
      for (const name of aside) await rename(path.join(older, name), path.join(home, name));
      await rm(staging, { recursive: true, force: true }).catch(() => undefined);
    },
  };
}
