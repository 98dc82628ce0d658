import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { Data } from './engine-data.ts';

/** Fills a template as people use the library: the options that give a decent page, everything anew for every document. */
export function docxtemplater(bytes: Uint8Array, data: Data): Uint8Array {
  const document = new Docxtemplater(new PizZip(bytes), { paragraphLoop: true, linebreaks: true, nullGetter: () => '' });
  document.render(data);
  return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
