import { Packer } from 'docx';
import { excelTemplates, wordTemplates } from '../../../templates/source/templates.ts';
import { normaliseDocx } from './normalise-docx.ts';
import { normaliseXlsx } from './normalise-xlsx.ts';

/** Every shipped template by file name; the same bytes on every run. */
export async function buildTemplates(): Promise<ReadonlyMap<string, Buffer>> {
  const built = new Map<string, Buffer>();
  for (const [name, author] of Object.entries(wordTemplates)) built.set(name, normaliseDocx(await Packer.toBuffer(author())));
  for (const [name, author] of Object.entries(excelTemplates)) built.set(name, normaliseXlsx(new Uint8Array(await author().xlsx.writeBuffer())));
  return built;
}
