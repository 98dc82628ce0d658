import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { findAutomation } from './find-automation.ts';
import { findLibreOffice } from './find-libre-office.ts';
import type { OfficeComputer } from './office-computer.ts';
import type { OfficeProgram } from './office-program.ts';
import type { PdfCache } from './pdf-cache.ts';

/** The office programs of this computer that can make PDFs: Word, WPS, LibreOffice, in this order. Word for macOS is not among them. */
export async function findOffices(computer: OfficeComputer, cache: Pick<PdfCache, 'workFolder'>): Promise<readonly OfficeProgram[]> {
  const folder = await cache.workFolder(`find-${randomBytes(8).toString('hex')}`);
  try {
    const automation = computer.platform === 'win32' ? await findAutomation(computer, folder) : [];
    const libreOffice = await findLibreOffice(computer, folder);
    return libreOffice === undefined ? automation : [...automation, libreOffice];
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
