import { mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { AppError, type AppErrorCode } from '../../../shared/app-error.ts';
import { syncFolder } from '../../files/atomic-write.ts';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { readPieces, sha256Hex } from '../../files/digest.ts';
import { textPieces } from '../../files/text-pieces.ts';
import { checkPath } from '../file-names.ts';
import { formatBagInfo } from './bag-info.ts';
import { formatPosixCheck, posixCheckName } from './check-script-posix.ts';
import { formatWindowsCheck, windowsCheckName } from './check-script-windows.ts';
import { contentsPageName, formatContentsPage } from './contents-page.ts';
import type { CataloguedFile, KnownContent, PackageDescription, PackageEntry, PackageProgress, PackageSummary, StagedFile } from './description.ts';
import { fileCatalogueName, formatFileCatalogue } from './file-catalogue.ts';
import { bagDeclaration, bagDeclarationName, bagInfoName, formatManifest, manifestName, payloadFolder, tagManifestName } from './manifest.ts';
import { type LedgerEntry, type OlderPackage, openOlderPackage, stampNearby, writeLedger } from './package-ledger.ts';
import { abandonPackagePlace, closePackagePlace, discFolder, openPackagePlace } from './package-place.ts';
import { formatReaderNote, readerNoteName } from './reader-note.ts';
import { openStagingWriter, type StagingWriter } from './staging-writer.ts';

/** One package: what it says of itself, and its documents. */
export type PackageContents = {
  readonly description: PackageDescription;
  /** Asked for one document after the other, so they may be made on the way; few are held in memory at a time. */
  readonly files: Iterable<StagedFile> | AsyncIterable<StagedFile>;
};

/** What goes into the package and where it is to stand. */
export type PackageInput = PackageContents & {
  /** The finished package's folder. An older package there is replaced; any other content is refused. */
  readonly folder: string;
};

export type PackageContext = {
  /** A UUID: tells this run's staging folder from another's, and from folders a person made. */
  readonly runId: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: PackageProgress) => void;
  /** Bytes of all documents, where they are known beforehand; for the progress. */
  readonly totalBytes?: number;
  /** Where to remember what was written, outside the package; makes the next run quick. Absent: nothing is remembered. */
  readonly ledgerFile?: string;
  /** Called with the folders of the finished packages before they are put in place, for what is made from them. When it fails, nothing is put in place. */
  readonly beforePlacing?: (folders: readonly string[]) => Promise<void>;
};

/** Enough to keep the disk busy while fsync waits; each holds one document or 1 MiB of a file. */
const filesInFlight = 8;

/** After so many milliseconds others are let in. */
const turnLength = 12;

/** One of these for each file in flight, over and over: a new one for each of hundreds of photos would fill the memory. */
const bufferBytes = 1 << 20;

type Work = { readonly buffers: Buffer[]; readonly writer: StagingWriter; readonly older: OlderPackage; readonly context: PackageContext; readonly written: (path: string, bytes: number) => void; readonly ledger: Map<string, Pick<LedgerEntry, 'stamp' | 'source'>> };

function refuseIllegalPath(file: StagedFile): void {
  const problems = checkPath(file.path);
  const outside = file.path.startsWith(`${payloadFolder}/`) ? [] : [{ place: file.path, message: `不在 ${payloadFolder}/ 之下` }];
  if (problems.length + outside.length === 0) return;
  throw new AppError('invalid-input', `文件名不能用于交付包：${file.path}`, { problems: [...problems, ...outside] });
}

/** What to do about a source that cannot be read. In the store files are called by their digests, which say nothing to a person. */
const sourceFaults: Readonly<Partial<Record<AppErrorCode, string>>> = {
  'not-found': '的文件找不到了，请从备份恢复或重新添加后再交付。',
  'file-in-use': '的文件正被其他程序占用，或没有权限读取。请关闭打开它的程序后再交付。',
  'unreadable-file': '的文件读不出来，磁盘可能出错。请从备份恢复或重新添加后再交付。',
};

/** The pieces of a source; its failures name whose file it is. What goes wrong with writing them is the writer's to tell. */
async function* reading(pieces: AsyncIterable<Uint8Array>, owner: string, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
  } catch (error) {
    const told = error instanceof AppError ? sourceFaults[error.code] : undefined;
    if (!(error instanceof AppError) || told === undefined) throw error;
    throw new AppError(error.code, `${owner}${told}`, { ...error.details, path }, { cause: error });
  }
}

/** Taken over from the older package, linked where it was just made, or read and compared. */
async function writeKnown({ buffers, writer, older, context, ledger }: Work, path: string, content: KnownContent): Promise<PackageEntry> {
  const { sha256, bytes, fresh, owner, read } = content;
  // Before the content is read: what is changed meanwhile must not be taken for what was read.
  const source = content.source === undefined ? undefined : stampNearby(content.source) ?? 'gone';
  const known = await older.find(sha256, bytes, source);
  for (const [file, stamp] of [[fresh, undefined], [known?.file, known?.stamp]]) {
    if (file === undefined || !(await writer.adopt(path, file))) continue;
    ledger.set(path, { stamp, source });
    return { path, bytes, sha256 };
  }
  ledger.set(path, { source });
  const buffer = buffers.pop() ?? Buffer.allocUnsafeSlow(bufferBytes);
  const entry = await writer.write(path, reading(read(context.signal, buffer), owner, path)).finally(() => buffers.push(buffer));
  if (entry.sha256 === sha256) return entry;
  throw new AppError('store-damaged', `${owner}的文件已损坏，请从备份恢复或重新添加后再交付。`, { path });
}

async function writeDocument(work: Work, file: StagedFile): Promise<CataloguedFile> {
  const { content, ...facts } = file;
  if (content instanceof Uint8Array) return { ...facts, ...(await work.writer.write(file.path, content)) };
  if ('sha256' in content) return { ...facts, ...(await writeKnown(work, file.path, content)) };
  return { ...facts, ...(await work.writer.write(file.path, reading(readPieces(content.file, work.context.signal), `「${file.title}」`, file.path))) };
}

/** Writes the documents, several at a time, and gives them back in the order given. The first failure stops it. */
async function writeDocuments(work: Work, files: PackageContents['files']): Promise<CataloguedFile[]> {
  const documents: CataloguedFile[] = [];
  const inFlight = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let position = 0;
  async function writeOne(file: StagedFile, at: number): Promise<void> {
    const written = await writeDocument(work, file);
    documents[at] = written;
    work.written(file.path, written.bytes);
  }
  try {
    let began = performance.now();
    for await (const file of files) {
      // What is only given a second name waits for nothing: others come in between.
      if (performance.now() - began > turnLength) {
        await setImmediate();
        began = performance.now();
      }
      stopIfCancelled(work.context.signal);
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

/** Lists, scripts and declarations. bagit.txt comes last: until it stands, no program takes the folder for a package. */
async function writeTagFiles(
  writer: StagingWriter,
  description: PackageDescription,
  documents: readonly CataloguedFile[],
  payloadBytes: number,
): Promise<PackageEntry[]> {
  const payload = { bytes: payloadBytes, files: documents.length };
  const declaration = Buffer.from(bagDeclaration);
  const tags = await Promise.all([
    writer.write(bagInfoName, formatBagInfo(description, payload)),
    writer.write(manifestName, formatManifest(documents)),
    writer.write(readerNoteName, formatReaderNote(description, documents, payloadBytes)),
    writer.write(fileCatalogueName, textPieces(formatFileCatalogue(description, documents))),
    writer.write(contentsPageName, textPieces(formatContentsPage(description, documents))),
    writer.write(windowsCheckName, formatWindowsCheck()),
    writer.write(posixCheckName, formatPosixCheck()),
  ]);
  const declared = { path: bagDeclarationName, bytes: declaration.length, sha256: sha256Hex(declaration) };
  const list = await writer.write(tagManifestName, formatManifest([...tags, declared]));
  return [...tags, await writer.write(bagDeclarationName, declaration), list];
}

type StagedBag = { readonly summary: PackageSummary; readonly entries: readonly PackageEntry[] };

/** Whether a folder is on the same disk as a file of the program's own, which is no network's and no stick that fell asleep. */
async function isOnDiskOf(folder: string, own: string | undefined): Promise<boolean> {
  if (own === undefined) return false;
  const [there, here] = await Promise.all([folder, dirname(own)].map((path) => stat(path).catch(() => undefined)));
  return there !== undefined && here !== undefined && there.dev === here.dev;
}

/** One package below the staging folder. */
async function stageBag(folder: string, work: Work, contents: PackageContents): Promise<StagedBag> {
  const documents = await writeDocuments(work, contents.files);
  if (documents.length === 0) throw new AppError('invalid-input', '没有可交付的文件。');
  const payloadBytes = documents.reduce((sum, document) => sum + document.bytes, 0);
  work.context.onProgress?.({ step: 'list', path: manifestName, files: documents.length, bytes: payloadBytes, totalBytes: work.context.totalBytes ?? payloadBytes });
  const tags = await writeTagFiles(work.writer, contents.description, documents, payloadBytes);
  await work.writer.sync();
  const summary: PackageSummary = {
    folder,
    documents,
    payloadBytes,
    files: documents.length + tags.length,
    bytes: tags.reduce((sum, tag) => sum + tag.bytes, payloadBytes),
    digest: tags.find((tag) => tag.path === tagManifestName)?.sha256 ?? '',
  };
  return { summary, entries: [...documents, ...tags] };
}

/**
 * Writes a hand-over of one or several packages, each BagIt 1.0 (RFC 8493) with the directory files of 档发〔2012〕7号 and a contents page. A
 * single one stands at `folder` itself, several in `第1盘`, `第2盘` … below it. What the package that stood there before has of the same
 * content gets a second name instead of being copied. Everything is written beside `folder` and forced onto the disk; one rename puts all
 * of it in place, so a killed run leaves no package that verifies but the older one. Memory does not grow with the documents' size.
 * Throws `cancelled`, `invalid-input` (a path, with problems), `already-exists`, `not-found` and `store-damaged` (a source file),
 * `disk-full`, `file-in-use`.
 */
export async function stageHandover(folder: string, packages: readonly PackageContents[], context: PackageContext): Promise<readonly PackageSummary[]> {
  stopIfCancelled(context.signal);
  const place = await openPackagePlace(resolve(folder), context.runId);
  try {
    const isNearby = await isOnDiskOf(place.staging, context.ledgerFile);
    const older = await openOlderPackage(place.folder, place.older, context.ledgerFile, isNearby, context.signal);
    const buffers: Buffer[] = [];
    let files = 0;
    let bytes = 0;
    const written = (path: string, size: number): void => {
      files += 1;
      bytes += size;
      context.onProgress?.({ step: 'copy', path, files, bytes, totalBytes: context.totalBytes ?? 0 });
    };
    const staged: (StagedBag & Pick<Work, 'ledger'> & { readonly below: string })[] = [];
    for (const [index, contents] of packages.entries()) {
      const below = packages.length === 1 ? '' : discFolder(index + 1);
      if (below !== '') await mkdir(join(place.staging, below));
      const writer = openStagingWriter(join(place.staging, below), isNearby);
      const ledger: Work['ledger'] = new Map();
      staged.push({ ...(await stageBag(join(place.folder, below), { buffers, writer, older, context, written, ledger }, contents)), below, ledger });
    }
    if (packages.length > 1) await syncFolder(place.staging);
    await context.beforePlacing?.(staged.map(({ below }) => join(place.staging, below)));
    stopIfCancelled(context.signal);
    await closePackagePlace(place);
    if (context.ledgerFile !== undefined) {
      const entries = staged.flatMap(({ below, entries: own, ledger }) => own.map(({ path, sha256 }) => ({ ...ledger.get(path), path: below === '' ? path : `${below}/${path}`, sha256 })));
      // The package stands and is whole; without the ledger the next run only takes longer.
      await writeLedger(context.ledgerFile, place.folder, entries).catch(() => undefined);
    }
    return staged.map(({ summary }) => summary);
  } catch (error) {
    await abandonPackagePlace(place);
    throw error;
  }
}

/** Writes a hand-over of a single package; see stageHandover. */
export async function stagePackage(input: PackageInput, context: PackageContext): Promise<PackageSummary> {
  const [summary] = await stageHandover(input.folder, [input], context);
  if (summary === undefined) throw new AppError('internal', '交付包没有制作出来。');
  return summary;
}
