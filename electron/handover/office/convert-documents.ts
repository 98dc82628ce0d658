import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { Failure, Result } from '../../../shared/result.ts';
import { outsideReferences } from '../../documents/outside-references.ts';
import { listedProblem } from '../../documents/tags/template-problem.ts';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { sha256Hex } from '../../files/digest.ts';
import { describeFileError } from '../../files/file-errors.ts';
import { readZip } from '../../files/zip-reader.ts';
import { pdfSize } from './check-pdf.ts';
import { convertByAutomation } from './convert-by-automation.ts';
import { convertWithLibreOffice } from './convert-with-libre-office.ts';
import type { FolderConversion } from './conversion.ts';
import type { OfficeComputer } from './office-computer.ts';
import type { OfficeKind, OfficeProgram } from './office-program.ts';
import type { PdfCache } from './pdf-cache.ts';
import type { ProgramEnd } from './run-program.ts';

/** A finished .docx or .xlsx: its bytes, or the path of the file. */
export type OfficeDocument = { readonly kind: OfficeKind; readonly content: Uint8Array | string };

/** A PDF in the cache. `sha256` is the digest of the document it shows. */
export type PdfFile = { readonly file: string; readonly bytes: number; readonly sha256: string; readonly program: OfficeProgram };

type Conversion = {
  readonly computer: OfficeComputer;
  readonly cache: PdfCache;
  readonly program: OfficeProgram;
  readonly kind: OfficeKind;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** Names the work folder. */
  readonly runId: string;
};

type Item = { readonly bytes: Uint8Array; readonly sha256: string; readonly key: string; readonly name: string; readonly refusal: Failure | undefined };

async function contentOf({ content }: OfficeDocument): Promise<Uint8Array> {
  if (typeof content !== 'string') return content;
  return readFile(content).catch((error: unknown) => {
    throw describeFileError(error, content);
  });
}

/** Office programs fetch what a document links to as soon as they open it; such a document, and what is none at all, never gets to them. */
function refusalOf(bytes: Uint8Array): Failure | undefined {
  try {
    const [first, ...more] = outsideReferences(readZip(bytes));
    if (first === undefined) return undefined;
    const problems = [first, ...more].map(listedProblem);
    return { code: 'render-failed', message: '文件里有链接到外部的内容，没有交给办公软件转换。', details: { problems } };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, message: error.message, details: error.details };
  }
}

/** Pages depend on the document, and on the program and its version that laid them out. */
function keyOf(sha256: string, { id, version }: OfficeProgram, kind: OfficeKind): string {
  return sha256Hex(`${sha256} ${kind} ${id} ${version}`);
}

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

/** Converts in one work folder, which is gone afterwards whatever happens. PDFs that were finished before a failure are kept. */
async function convertItems(conversion: Conversion, items: readonly Item[]): Promise<ProgramEnd> {
  const { cache, kind, timeoutMs, signal, runId } = conversion;
  const folder = await cache.workFolder(runId);
  try {
    for (const { name, bytes } of items) await writeFile(path.join(folder, name), bytes);
    const ended = await start(conversion, { folder, kind, names: items.map(({ name }) => name), timeoutMs, signal });
    for (const { name, key } of items) {
      const made = path.join(folder, `${path.basename(name, `.${kind}`)}.pdf`);
      if ((await pdfSize(made)) !== undefined) await cache.keep(key, made);
    }
    return ended;
  } finally {
    // Windows lets go of a file some moments after its program has ended.
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/**
 * Converts documents of one kind with one start of the program; what the cache has is not converted again.
 * Throws `cancelled`, and what reading the documents throws.
 */
export async function convertDocuments(conversion: Conversion, documents: readonly OfficeDocument[]): Promise<readonly Result<PdfFile>[]> {
  const { cache, program, kind, signal } = conversion;
  const contents = await Promise.all(documents.map(contentOf));
  const items = contents.map((bytes, index): Item => {
    const sha256 = sha256Hex(bytes);
    return { bytes, sha256, refusal: refusalOf(bytes), key: keyOf(sha256, program, kind), name: `${String(index + 1).padStart(4, '0')}.${kind}` };
  });
  const missing = new Map<string, Item>();
  for (const item of items) {
    if (item.refusal === undefined && (await cache.find(item.key)) === undefined && !missing.has(item.key)) missing.set(item.key, item);
  }
  const ended = missing.size === 0 ? undefined : await convertItems(conversion, [...missing.values()]);
  if (ended?.end === 'cancelled') stopIfCancelled(signal);
  return Promise.all(items.map(async ({ key, sha256, refusal }): Promise<Result<PdfFile>> => {
    if (refusal !== undefined) return { ok: false, error: refusal };
    const pdf = await cache.find(key);
    if (pdf !== undefined) return { ok: true, value: { ...pdf, sha256, program } };
    return { ok: false, error: failureOf(conversion, ended ?? { end: 'exited', code: null, output: '', complaint: '' }) };
  }));
}
