import { rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { Failure } from '../../../shared/result.ts';
import { describeFileError } from '../../files/file-errors.ts';
import type { PdfWorkshop } from '../volumes/pdf-workshop.ts';
import { pdfSize } from './check-pdf.ts';
import { convertByAutomation } from './convert-by-automation.ts';
import { convertWithLibreOffice } from './convert-with-libre-office.ts';
import type { FolderConversion } from './conversion.ts';
import type { OfficeComputer } from './office-computer.ts';
import type { OfficeKind, OfficeProgram } from './office-program.ts';
import type { PdfCache } from './pdf-cache.ts';
import { contentOf, type PreparedDocument } from './prepare-documents.ts';
import type { ProgramEnd } from './run-program.ts';

/** One start of a program for documents of one kind. */
export type Conversion = {
  readonly computer: OfficeComputer;
  readonly cache: PdfCache;
  readonly workshop: Pick<PdfWorkshop, 'countPages'>;
  readonly program: OfficeProgram;
  readonly kind: OfficeKind;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** Names the work folder. */
  readonly runId: string;
};

/** `failures` by key of the document: why there is no PDF of it. What is not named there is in the cache now. */
export type ConversionEnd = { readonly wasCancelled: boolean; readonly failures: ReadonlyMap<string, Failure> };

function start(conversion: Conversion, work: FolderConversion): Promise<ProgramEnd> {
  const { computer, program, kind } = conversion;
  if (program.start.how === 'file') return convertWithLibreOffice(computer, program.start.file, work);
  const programId = program.start.programIds[kind];
  if (programId === undefined) throw new AppError('not-found', `本机的 ${program.name} 不能转换 .${kind} 文件。`, { kind });
  return convertByAutomation(computer, programId, work);
}

function failureOf({ program }: Conversion, ended: ProgramEnd): Failure {
  const details = { program: program.id, version: program.version, end: ended.end, complaint: ended.complaint.slice(0, 400) };
  switch (ended.end) {
    case 'timed-out': return { code: 'render-failed', message: `${program.name} 太久没有完成转换，已停止。请确认它能正常打开，没有停在登录或激活窗口，再试一次。`, details };
    case 'not-started': return { code: 'render-failed', message: `${program.name} 无法启动。请确认它没有被卸载或禁用。`, details };
    case 'cancelled':
    case 'exited': return { code: 'render-failed', message: `${program.name} 没有生成 PDF。可以先生成文档，再用 ${program.name} 打开看看。`, details };
    default: return ended.end satisfies never;
  }
}

/** Moves into the cache what is a PDF with pages, and says of the rest why it is none. */
async function keepFinished(conversion: Conversion, documents: readonly PreparedDocument[], made: (index: number) => string, ended: ProgramEnd): Promise<ReadonlyMap<string, Failure>> {
  const failures = new Map<string, Failure>();
  const finished: { readonly key: string; readonly file: string }[] = [];
  for (const [index, { key }] of documents.entries()) {
    const file = made(index);
    if ((await pdfSize(file)) === undefined) failures.set(key, failureOf(conversion, ended));
    else finished.push({ key, file });
  }
  const counts = await conversion.workshop.countPages(finished.map(({ file }) => ({ file, shownAs: `${conversion.program.name} 生成的 PDF` })));
  for (const [index, { key, file }] of finished.entries()) {
    const count = counts[index];
    if (count?.ok === true) await conversion.cache.keep(key, file, count.value);
    else failures.set(key, count?.error ?? failureOf(conversion, ended));
  }
  return failures;
}

/** Settings and temporary files of one LibreOffice, and some pages. */
const leastFreeBytes = 8_000_000;

/** Office programs say nothing of a full disk: they write no PDF, or half of one. Throws `disk-full`. */
async function refuseFullDisk({ program }: Conversion, folder: string): Promise<void> {
  // Where the system does not tell, the program's own failure is told.
  const free = await statfs(folder).then(({ bavail, bsize }) => bavail * bsize, () => Infinity);
  if (free < leastFreeBytes) throw new AppError('disk-full', `磁盘空间不足，${program.name} 没有写完 PDF。请腾出空间后再试。`, { program: program.id, freeBytes: free });
}

/** Converts in one work folder, which is gone afterwards whatever happens. PDFs that were finished before a failure are kept. Throws `disk-full`. */
export async function convertDocuments(conversion: Conversion, documents: readonly PreparedDocument[]): Promise<ConversionEnd> {
  const { cache, kind, timeoutMs, signal, runId } = conversion;
  const folder = await cache.workFolder(runId);
  const nameOf = (index: number, ending: string): string => `${String(index + 1).padStart(4, '0')}.${ending}`;
  try {
    for (const [index, document] of documents.entries()) await writeFile(path.join(folder, nameOf(index, kind)), await contentOf(document));
    const ended = await start(conversion, { folder, kind, names: documents.map((_, index) => nameOf(index, kind)), timeoutMs, signal });
    const failures = await keepFinished(conversion, documents, (index) => path.join(folder, nameOf(index, 'pdf')), ended);
    if (failures.size > 0 && ended.end !== 'cancelled') await refuseFullDisk(conversion, folder);
    return { wasCancelled: ended.end === 'cancelled', failures };
  } catch (error) {
    throw describeFileError(error, '转换用的临时文件');
  } finally {
    // Windows lets go of a file some moments after its program has ended.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
