import { TemplateHandler, type TemplateData } from 'easy-template-x';
import type { Data } from './engine-data.ts';

const easyTemplate = new TemplateHandler();

/** The handler may be kept; it reads the template anew for every document. */
export async function easyTemplateX(bytes: Uint8Array, data: Data): Promise<Uint8Array> {
  return easyTemplate.process(Buffer.from(bytes), data as TemplateData);
}
