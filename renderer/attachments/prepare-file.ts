import { attachmentLimit, isRunnableName, type AttachmentRole } from '../../shared/records/attachment.ts';
import { attachmentWords } from '../words/attachments.ts';
import { fileKind, jpegName, nameWithoutExtension } from './file-kind.ts';
import type { PhotoAnswer, PhotoQuestion } from './photo-worker.ts';

/** A file as it will be attached. `reducedFrom` has the bytes of the photo it was made from. */
export type PreparedFile = { readonly name: string; readonly content: Blob; readonly role: AttachmentRole; readonly caption: string; readonly reducedFrom: number | undefined };

export type Preparation = { readonly file: PreparedFile } | { readonly problem: string };

/** Nothing larger is even opened: decoding needs several times as much memory. */
const photoLimit = 100 * 1024 * 1024;

/** Asks a worker of its own, so that a photo that breaks it takes nothing else along. */
function askWorker(question: PhotoQuestion): Promise<PhotoAnswer | undefined> {
  const worker = new Worker(new URL('./photo-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<PhotoAnswer | undefined>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<PhotoAnswer>) => resolve(data), { once: true });
    worker.addEventListener('error', () => resolve(undefined), { once: true });
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}

async function preparePhoto(file: File, isPrintable: boolean): Promise<Preparation> {
  const answer = await askWorker({ file, isPrintable });
  if (answer === undefined) return { problem: attachmentWords.workerFailed };
  if (answer.state === 'failed') return { problem: isPrintable ? attachmentWords.damagedPhoto : attachmentWords.unknownPicture };
  const { reduced, taken } = answer;
  const caption = taken === undefined ? nameWithoutExtension(file.name) : attachmentWords.takenAt(taken.day, taken.time);
  if (reduced === undefined) return { file: { name: file.name, content: file, role: 'photo', caption, reducedFrom: undefined } };
  return { file: { name: jpegName(file.name), content: reduced, role: 'photo', caption, reducedFrom: file.size } };
}

/** Why a file cannot be attached at all. */
function refusal({ name, size }: File, limit: number): string | undefined {
  if (size === 0) return attachmentWords.empties;
  if (isRunnableName(name)) return attachmentWords.runnable;
  if (size > limit) return attachmentWords.tooLarge(attachmentWords.size(size), limit / 1024 / 1024);
  return undefined;
}

/**
 * Makes a chosen file ready to be attached: photos are reduced and turned upright, everything else stays as it is. What is no picture does
 * not become a photo, whatever was wanted.
 */
export async function prepareFile(file: File, wanted: AttachmentRole): Promise<Preparation> {
  try {
    const kind = fileKind(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
    const isPhoto = wanted === 'photo' && kind !== 'file';
    const problem = refusal(file, isPhoto ? photoLimit : attachmentLimit);
    if (problem !== undefined) return { problem };
    if (isPhoto) return await preparePhoto(file, kind !== 'other-picture');
    return { file: { name: file.name, content: file, role: wanted === 'photo' ? 'other' : wanted, caption: nameWithoutExtension(file.name), reducedFrom: undefined } };
  } catch {
    // The file was moved or locked between choosing and reading; a folder that was dropped ends here, too.
    return { problem: attachmentWords.notRead };
  }
}
