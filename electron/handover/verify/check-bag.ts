import { createHash } from 'node:crypto';
import { AppError } from '../../../shared/app-error.ts';
import { sha256Hex } from '../../files/digest.ts';
import { payloadOxum, statedOxum } from '../package/bag-info.ts';
import type { PackageProgress } from '../package/description.ts';
import { bagDeclaration, bagDeclarationName, bagInfoName, manifestName, parseManifest, payloadFolder, tagManifestName } from '../package/manifest.ts';
import { checkListing, type ExpectedFile } from './bag-listing.ts';
import type { PackageSource } from './package-source.ts';
import { type PackageProblem, packageProblem, type VerifyReport } from './verify-report.ts';

export type BagCheck = Omit<VerifyReport, 'ok' | 'medium'>;
export type CheckOptions = { readonly onProgress?: (progress: PackageProgress) => void };

/** A list longer than this is no list of ours; it is not read into memory. 64 MiB hold over 300,000 lines. */
const maximumListBytes = 64 << 20;
/** While one file's bytes are hashed the next ones are read, each into a buffer of its own that serves for all files. */
const filesInFlight = 4;
const bufferBytes = 1 << 20;
/** Most lists fit, and so does most of a package of a few forms. */
const smallBufferBytes = 64 << 10;

/** A small file that is read whole: its content, or why there is none. */
type ReadList = { readonly content: Buffer | undefined; readonly problems: readonly PackageProblem[] };

async function readList(source: PackageSource, path: string, ifMissing: readonly PackageProblem[]): Promise<ReadList> {
  if (!source.entries.some((entry) => entry.path === path && entry.kind === 'file')) return { content: undefined, problems: ifMissing };
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of source.read(path, Buffer.allocUnsafe(smallBufferBytes))) {
      bytes += piece.length;
      if (bytes > maximumListBytes) throw new AppError('package-invalid', `「${path}」大得不像清单，不能校验。`, { path, bytes });
      pieces.push(Buffer.from(piece));
    }
  } catch (error) {
    return { content: undefined, problems: [unreadable(path, error)] };
  }
  return { content: Buffer.concat(pieces), problems: [] };
}

/** What cannot be read is a finding about the medium; cancelling, or a file that is no list at all, ends the verification. */
function unreadable(path: string, error: unknown): PackageProblem {
  if (!(error instanceof AppError) || error.code === 'cancelled' || error.code === 'package-invalid') throw error;
  return packageProblem('unreadable', path, `读不出来：${error.message}`);
}

async function compareFile(source: PackageSource, file: ExpectedFile, buffer: Buffer): Promise<{ bytes: number; problem?: PackageProblem }> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of source.read(file.path, buffer)) {
      hash.update(piece);
      bytes += piece.length;
    }
  } catch (error) {
    return { bytes, problem: unreadable(file.path, error) };
  }
  if (hash.digest('hex') === file.sha256) return { bytes };
  return { bytes, problem: packageProblem('changed', file.path, '内容被改动，与清单的 SHA-256 不符') };
}

type Comparison = { readonly bytes: number; readonly payloadBytes: number; readonly problems: readonly PackageProblem[] };

/** Hashes every file that is listed and there. Problems come in the order of the list, however the reading went. */
async function compareFiles(source: PackageSource, expected: readonly ExpectedFile[], totalBytes: number, options: CheckOptions): Promise<Comparison> {
  const problems: (PackageProblem | undefined)[] = [];
  let next = 0;
  let files = 0;
  let bytes = 0;
  let payloadBytes = 0;
  async function work(): Promise<void> {
    const buffer = Buffer.allocUnsafeSlow(totalBytes > bufferBytes ? bufferBytes : smallBufferBytes);
    for (;;) {
      const at = next;
      next += 1;
      const file = expected[at];
      if (file === undefined) return;
      const result = await compareFile(source, file, buffer);
      problems[at] = result.problem;
      files += 1;
      bytes += result.bytes;
      if (file.path.startsWith(`${payloadFolder}/`)) payloadBytes += result.bytes;
      options.onProgress?.({ step: 'verify', path: file.path, files, bytes, totalBytes });
    }
  }
  await Promise.all(Array.from({ length: filesInFlight }, work));
  return { bytes, payloadBytes, problems: problems.filter((problem) => problem !== undefined) };
}

function checkDeclaration(content: Buffer | undefined): PackageProblem[] {
  const isRight = content === undefined || content.equals(Buffer.from(bagDeclaration));
  return isRight ? [] : [packageProblem('declaration', bagDeclarationName, '不是 BagIt 1.0（UTF-8）的声明')];
}

function checkTotals(bagInfo: Buffer | undefined, actual: string): PackageProblem[] {
  const stated = bagInfo === undefined ? undefined : statedOxum(bagInfo.toString('utf8'));
  if (stated === undefined) return [packageProblem('totals', bagInfoName, '没有写明 Payload-Oxum（总字节数和文件数）')];
  return stated === actual ? [] : [packageProblem('totals', bagInfoName, `Payload-Oxum 写的是 ${stated}，实际是 ${actual}（字节数.文件数）`)];
}

/**
 * Finds every difference between a package and its own lists: changed, missing, extra and renamed files, tag files included, lines that
 * are no lines, totals, links, empty folders. What it cannot read is a problem, not an exception; it throws only `cancelled`, and
 * `package-invalid` for a list that is no list.
 */
export async function checkBag(source: PackageSource, options: CheckOptions): Promise<BagCheck> {
  const noDeclaration = packageProblem('missing', bagDeclarationName, '缺少 bagit.txt：这里不是交付包，或交付包不完整');
  const declaration = await readList(source, bagDeclarationName, [noDeclaration]);
  const bagInfo = await readList(source, bagInfoName, []);
  const manifest = await readList(source, manifestName, [packageProblem('missing', manifestName, '缺少清单，无法核对文件')]);
  const tagManifest = await readList(source, tagManifestName, [packageProblem('missing', tagManifestName, '缺少清单的清单，无法核对清单本身')]);
  const lists = [declaration, bagInfo, manifest, tagManifest].flatMap((list) => list.problems);
  const listing = checkListing(source, parseManifest(manifest.content?.toString('utf8') ?? ''), parseManifest(tagManifest.content?.toString('utf8') ?? ''));
  const totalBytes = Number(statedOxum(bagInfo.content?.toString('utf8') ?? '')?.split('.')[0] ?? 0);
  const compared = await compareFiles(source, listing.present, totalBytes, options);
  const payloadFiles = listing.present.filter((file) => file.path.startsWith(`${payloadFolder}/`)).length;
  const judged = [...listing.problems, ...compared.problems].filter((problem) => {
    if (lists.some((list) => list.place === problem.place)) return false;
    // Without its list every file would be "extra"; one sentence about the list says it all.
    const list = problem.place.startsWith(`${payloadFolder}/`) ? manifest : tagManifest;
    return problem.fault !== 'extra' || list.content !== undefined;
  });
  const problems = [...lists, ...checkDeclaration(declaration.content), ...judged];
  // The totals count what can be read: while files are missing or unreadable they cannot fit, and saying so again would hide what matters.
  const complete = problems.every((problem) => ['changed', 'extra', 'declaration'].includes(problem.fault));
  if (complete) problems.push(...checkTotals(bagInfo.content, payloadOxum(compared.payloadBytes, payloadFiles)));
  // The list of the lists stands in no list, yet it is read and part of the package: the totals are those of the receipt.
  const [ownFiles, ownBytes, digest] = tagManifest.content === undefined ? [0, 0, ''] : [1, tagManifest.content.length, sha256Hex(tagManifest.content)];
  return { files: listing.present.length + ownFiles, bytes: compared.bytes + ownBytes, digest, problems };
}
