import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import type { PlannedFile } from '../../../shared/deliverables/plan.ts';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { sha256Hex } from '../../files/digest.ts';
import { startWriteBehind } from '../../files/write-behind.ts';
import { legalFolderName, nameKey, uniqueFileName } from '../file-names.ts';
import type { DocumentMaker } from './document-maker.ts';
import type { DocumentSource, MadeFile } from './make-file.ts';

/** `pause` lets the window breathe between documents: making one is fast, but a thousand in one go would block it. */
export type RenderSource = DocumentSource & { readonly maker: DocumentMaker; readonly pause: () => Promise<void> };

export type RenderProgress = {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number, name: string) => void) | undefined;
  /** Told after each finished document. */
  readonly onMade?: ((made: MadeFacts) => void) | undefined;
};

export type RenderFailure = { readonly item: string; readonly message: string };

/** warnings: what files that were made could not show as meant, such as a photo that is none. */
export type RenderResult = { readonly files: readonly RenderedFile[]; readonly failures: readonly RenderFailure[]; readonly warnings: readonly RenderFailure[] };

export type RenderedFile = { readonly path: string; readonly bytes: number; readonly deliverable: string };

/** What a finished document was made from, and its SHA-256, without its bytes. */
export type MadeFacts = Pick<MadeFile, 'planned' | 'name' | 'template'> & { readonly bytes: number; readonly sha256: string };

/** What can be told of a finished document once its bytes are on their way. */
export function factsOf({ planned, name, template, bytes }: MadeFile): MadeFacts {
  return { planned, name, template, bytes: bytes.length, sha256: sha256Hex(bytes) };
}

/** Files on their way to the disk while the next is made. */
const filesTogether = 4;

/**
 * Makes planned files one after the other, in order. A file that cannot be made is told to `onFailure` and left out.
 * Throws `cancelled` between documents.
 */
export async function* makeFiles(source: RenderSource, plan: readonly PlannedFile[], progress: RenderProgress, onFailure: (failure: RenderFailure) => void): AsyncGenerator<MadeFile> {
  for (const [index, planned] of plan.entries()) {
    stopIfCancelled(progress.signal);
    progress.onProgress?.(index, plan.length, planned.name);
    try {
      yield await source.maker.make(source, planned, { signal: progress.signal });
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
      onFailure({ item: planned.name, message: error.message });
    }
    await source.pause();
  }
  progress.onProgress?.(plan.length, plan.length, '');
}

/** The folder of a deliverable inside a set of documents: its title without the long project name. */
export function deliverableFolder(profile: ContractProfile, planned: PlannedFile): string {
  const { title } = planned.deliverable;
  return legalFolderName(title.startsWith(profile.deliverablePrefix) ? title.slice(profile.deliverablePrefix.length) || title : title);
}

/** Gives files of one folder different names, also for systems that do not tell upper from lower case. */
export function nameKeeper(): (folder: string, name: string) => string {
  const taken = new Map<string, Set<string>>();
  return (folder, name) => {
    const names = taken.get(folder) ?? new Set<string>();
    taken.set(folder, names);
    const unique = uniqueFileName(name, names);
    names.add(nameKey(unique));
    return unique;
  };
}

/**
 * Writes the planned files under `folder`, one sub-folder per deliverable. Each file is whole or not there; files made
 * before a failure or a cancellation stay.
 */
export async function renderDeliverables(
  source: RenderSource,
  plan: readonly PlannedFile[],
  folder: string,
  progress: RenderProgress = {},
): Promise<RenderResult> {
  const warnings: RenderFailure[] = [];
  const failures: RenderFailure[] = [];
  const files: RenderedFile[] = [];
  const keepName = nameKeeper();
  const behind = startWriteBehind(filesTogether);
  try {
    for await (const made of makeFiles(source, plan, progress, (failure) => failures.push(failure))) {
      const subfolder = deliverableFolder(source.profile, made.planned);
      await mkdir(path.join(folder, subfolder), { recursive: true });
      const relative = path.join(subfolder, keepName(subfolder, made.name));
      await behind.write(path.join(folder, relative), made.bytes);
      warnings.push(...made.warnings.map((message) => ({ item: made.name, message })));
      files.push({ path: relative, bytes: made.bytes.length, deliverable: made.planned.deliverable.id });
      progress.onMade?.(factsOf(made));
    }
  } finally {
    await behind.finish();
  }
  return { files, failures, warnings };
}
