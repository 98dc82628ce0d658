import { resolve } from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { readPieces, sha256Hex } from '../../files/digest.ts';
import { checkPath } from '../file-names.ts';
import { formatBagInfo } from './bag-info.ts';
import { formatPosixCheck, posixCheckName } from './check-script-posix.ts';
import { formatWindowsCheck, windowsCheckName } from './check-script-windows.ts';
import { contentsPageName, formatContentsPage } from './contents-page.ts';
import type { CataloguedFile, PackageDescription, PackageEntry, PackageProgress, PackageSummary, StagedFile } from './description.ts';
import { fileCatalogueName, formatFileCatalogue } from './file-catalogue.ts';
import { bagDeclaration, bagDeclarationName, bagInfoName, formatManifest, manifestName, payloadFolder, tagManifestName } from './manifest.ts';
import { abandonPackagePlace, closePackagePlace, openPackagePlace } from './package-place.ts';
import { formatReaderNote, readerNoteName } from './reader-note.ts';
import { openStagingWriter, type StagingWriter } from './staging-writer.ts';

/** What goes into the package and where it is to stand. */
export type PackageInput = {
  /** The finished package's folder. An older package there is replaced; any other content is refused. */
  readonly folder: string;
  readonly description: PackageDescription;
  /** Asked for one document after the other, so they may be made on the way; few are held in memory at a time. */
  readonly files: Iterable<StagedFile> | AsyncIterable<StagedFile>;
};

export type PackageContext = {
  /** A UUID: tells this run's staging folder from another's, and from folders a person made. */
  readonly runId: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PackageProgress) => void;
};

/** Enough to keep the disk busy while fsync waits; each holds one document or 1 MiB of a file. */
const filesInFlight = 8;

function refuseIllegalPath(file: StagedFile): void {
  const problems = checkPath(file.path);
  const outside = file.path.startsWith(`${payloadFolder}/`) ? [] : [{ place: file.path, message: `不在 ${payloadFolder}/ 之下` }];
  if (problems.length + outside.length === 0) return;
  throw new AppError('invalid-input', `文件名不能用于交付包：${file.path}`, { problems: [...problems, ...outside] });
}

async function writeDocument(writer: StagingWriter, file: StagedFile, signal: AbortSignal | undefined): Promise<CataloguedFile> {
  const { content, ...facts } = file;
  if (content instanceof Uint8Array) return { ...facts, ...(await writer.write(file.path, content)) };
  try {
    return { ...facts, ...(await writer.write(file.path, readPieces(content.file, signal))) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error;
    throw new AppError('not-found', `「${file.title}」的文件找不到了，请先补上再交付。`, { ...error.details, path: file.path }, { cause: error });
  }
}

/** Writes the documents, several at a time, and gives them back in the order given. The first failure stops it. */
async function writeDocuments(writer: StagingWriter, input: PackageInput, context: PackageContext): Promise<CataloguedFile[]> {
  const documents: CataloguedFile[] = [];
  const inFlight = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let position = 0;
  let files = 0;
  let bytes = 0;
  async function writeOne(file: StagedFile, at: number): Promise<void> {
    const written = await writeDocument(writer, file, context.signal);
    documents[at] = written;
    files += 1;
    bytes += written.bytes;
    context.onProgress?.({ step: 'copy', path: file.path, files, bytes, totalBytes: 0 });
  }
  try {
    for await (const file of input.files) {
      stopIfCancelled(context.signal);
      if (failures.length > 0) break;
      refuseIllegalPath(file);
      const writing: Promise<void> = writeOne(file, position)
        .catch((error: unknown) => void failures.push(error))
        .finally(() => inFlight.delete(writing));
      position += 1;
      inFlight.add(writing);
      if (inFlight.size >= filesInFlight) await Promise.race(inFlight);
    }
  } finally {
    await Promise.all(inFlight);
  }
  if (failures.length > 0) throw failures[0];
  return documents;
}

async function* utf8(parts: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part, 'utf8');
}

/** Lists, scripts and declarations. bagit.txt comes last: until it stands, no program takes the folder for a package. */
async function writeTagFiles(
  writer: StagingWriter,
  description: PackageDescription,
  documents: readonly CataloguedFile[],
  payloadBytes: number,
): Promise<PackageEntry[]> {
  const payload = { bytes: payloadBytes, files: documents.length };
  const declaration = Buffer.from(bagDeclaration);
  const tags = [
    await writer.write(bagInfoName, formatBagInfo(description, payload)),
    await writer.write(manifestName, formatManifest(documents)),
    await writer.write(readerNoteName, formatReaderNote(description, documents, payloadBytes)),
    await writer.write(fileCatalogueName, utf8(formatFileCatalogue(description, documents))),
    await writer.write(contentsPageName, utf8(formatContentsPage(description, documents))),
    await writer.write(windowsCheckName, formatWindowsCheck()),
    await writer.write(posixCheckName, formatPosixCheck()),
  ];
  const declared = { path: bagDeclarationName, bytes: declaration.length, sha256: sha256Hex(declaration) };
  const list = await writer.write(tagManifestName, formatManifest([...tags, declared]));
  return [...tags, await writer.write(bagDeclarationName, declaration), list];
}

/**
 * Writes a hand-over package: BagIt 1.0 (RFC 8493) with the directory files of 档发〔2012〕7号 and a contents page. Everything is written
 * beside `input.folder` and forced onto the disk; one rename puts it in place, so a killed run leaves no package that verifies but
 * the older one. Memory does not grow with the documents' size.
 * Throws `cancelled`, `invalid-input` (a path, with problems), `already-exists`, `not-found` (a source file), `disk-full`, `file-in-use`.
 */
export async function stagePackage(input: PackageInput, context: PackageContext): Promise<PackageSummary> {
  stopIfCancelled(context.signal);
  const place = await openPackagePlace(resolve(input.folder), context.runId);
  try {
    const writer = openStagingWriter(place.staging);
    const documents = await writeDocuments(writer, input, context);
    if (documents.length === 0) throw new AppError('invalid-input', '没有可交付的文件。');
    const payloadBytes = documents.reduce((sum, document) => sum + document.bytes, 0);
    context.onProgress?.({ step: 'list', path: manifestName, files: documents.length, bytes: payloadBytes, totalBytes: payloadBytes });
    const tags = await writeTagFiles(writer, input.description, documents, payloadBytes);
    await writer.sync();
    stopIfCancelled(context.signal);
    await closePackagePlace(place);
    return {
      folder: place.folder,
      documents,
      payloadBytes,
      files: documents.length + tags.length,
      bytes: tags.reduce((sum, tag) => sum + tag.bytes, payloadBytes),
      digest: tags.find((tag) => tag.path === tagManifestName)?.sha256 ?? '',
    };
  } catch (error) {
    await abandonPackagePlace(place);
    throw error;
  }
}
