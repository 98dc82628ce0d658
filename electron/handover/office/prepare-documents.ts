import { readFile } from 'node:fs/promises';
import { AppError } from '../../../shared/app-error.ts';
import type { Failure } from '../../../shared/result.ts';
import { outsideReferences } from '../../documents/outside-references.ts';
import { listedProblem } from '../../documents/tags/template-problem.ts';
import { sha256Hex } from '../../files/digest.ts';
import { describeFileError } from '../../files/file-errors.ts';
import { readZip } from '../../files/zip-reader.ts';
import type { OfficeKind, OfficeProgram } from './office-program.ts';

/** A finished .docx or .xlsx: its bytes, or the path of the file. */
export type OfficeDocument = { readonly kind: OfficeKind; readonly content: Uint8Array | string };

/** What is known of a document before a program sees it. `key` names its PDF in the cache. */
export type PreparedDocument = OfficeDocument & { readonly sha256: string; readonly key: string; readonly refusal: Failure | undefined };

/** Bytes of a document. Throws what reading a file throws. */
export async function contentOf({ content }: OfficeDocument): Promise<Uint8Array> {
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

/** Reads a document once, for its digest and for what must not be opened; its bytes are let go again when it is a file. */
export async function prepareDocument(document: OfficeDocument, program: OfficeProgram): Promise<PreparedDocument> {
  const bytes = await contentOf(document);
  const sha256 = sha256Hex(bytes);
  return { ...document, sha256, key: keyOf(sha256, program, document.kind), refusal: refusalOf(bytes) };
}
