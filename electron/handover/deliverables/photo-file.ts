import { AppError } from '../../../shared/app-error.ts';
import type { Photo } from '../../../shared/deliverables/photo-data.ts';
import { readContentFile } from '../../store/attachment-files.ts';

/** A photo of a record, not read yet. `file` is where its content lies. */
export type PhotoFile = Pick<Photo, 'name' | 'caption'> & { readonly file: string; readonly sha256: string };

/**
 * Reads a photo for its form. One whose file is gone or damaged comes without bytes: the page then shows that it is lacking, and the other pages
 * are made.
 */
export function readPhoto({ name, caption, file, sha256 }: PhotoFile): Photo {
  try {
    return { name, caption, bytes: readContentFile(file, sha256) };
  } catch (error) {
    if (error instanceof AppError && (error.code === 'not-found' || error.code === 'store-damaged')) return { name, caption, bytes: new Uint8Array() };
    throw error;
  }
}
