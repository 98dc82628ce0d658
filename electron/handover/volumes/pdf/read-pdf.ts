import { readFile } from 'node:fs/promises';
import { EncryptedPDFError, PDFDocument } from '@cantoo/pdf-lib';
import { AppError } from '../../../../shared/app-error.ts';
import { describeFileError } from '../../../files/file-errors.ts';

/**
 * Opens a PDF that has at least one page. Throws `unreadable-file` with a sentence that says what is wrong with it: a password, no pages,
 * or no PDF at all; and what reading a file throws.
 * @param shownAs what a person knows the file by
 */
export async function readPdf(file: string, shownAs: string): Promise<PDFDocument> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw describeFileError(error, shownAs);
  });
  return parsePdf(bytes, shownAs);
}

/** As `readPdf`, from bytes. */
export async function parsePdf(bytes: Uint8Array, shownAs: string): Promise<PDFDocument> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity }).catch((error: unknown) => {
    if (error instanceof EncryptedPDFError) throw new AppError('unreadable-file', `“${shownAs}”的 PDF 设有密码，不能装订。请去掉密码后再试。`, { file: shownAs, reason: 'encrypted' }, { cause: error });
    throw new AppError('unreadable-file', `“${shownAs}”的 PDF 已损坏，读不出页面。`, { file: shownAs, reason: 'broken' }, { cause: error });
  });
  if (pagesIn(pdf, shownAs) === 0) throw new AppError('unreadable-file', `“${shownAs}”的 PDF 里没有页面。`, { file: shownAs, reason: 'empty' });
  return pdf;
}

function pagesIn(pdf: PDFDocument, shownAs: string): number {
  try {
    return pdf.getPageCount();
  } catch (error) {
    throw new AppError('unreadable-file', `“${shownAs}”的 PDF 已损坏，读不出页面。`, { file: shownAs, reason: 'broken' }, { cause: error });
  }
}

/** Pages of a PDF file, at least 1. Throws what `readPdf` throws. */
export async function countPages(file: string, shownAs: string): Promise<number> {
  return (await readPdf(file, shownAs)).getPageCount();
}
