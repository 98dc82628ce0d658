import { z } from 'zod';
import { channel, idInput, nothing } from './channel.ts';
import { printedAtOnce } from './list-filter.ts';
import { templateName, templateSubject } from './template-channels.ts';

/** What to look at: the document of one record, one of many records in the order given, one file of the plan, or a template filled with the latest record or made-up data. */
const previewTarget = z.union([
  z.strictObject({ recordId: idInput, deliverable: z.string().max(40).optional() }),
  z.strictObject({ contractId: idInput, recordIds: z.array(idInput).min(1).max(printedAtOnce, `一次最多 ${printedAtOnce} 条`), deliverable: z.string().max(40).optional() }),
  z.strictObject({ contractId: idInput, deliverable: z.string().max(40), file: z.string().min(1).max(300) }),
  /** `volume`: which one the papers of one volume show, by its number; the first unless given. */
  z.strictObject({ contractId: idInput, template: templateName, subject: templateSubject.optional(), volume: z.number().int().positive().optional() }),
]);
export type PreviewTarget = z.output<typeof previewTarget>;

const officeId = z.enum(['word', 'wps', 'libreoffice']);
/** An office program of this computer that can lay out pages; `version` is empty when it does not say. */
export type PreviewOffice = { readonly id: z.output<typeof officeId>; readonly name: string; readonly version: string; readonly kinds: readonly ('docx' | 'xlsx')[] };

/** A finished document that stands nowhere on the disk. `choices` are all documents that show the record, this one among them. */
export type PreviewDocument = {
  readonly name: string;
  readonly extension: 'docx' | 'xlsx';
  readonly base64: string;
  readonly deliverable: string;
  readonly choices: readonly { readonly id: string; readonly title: string }[];
  /** What it could not show as meant, such as a photo whose file is damaged. */
  readonly warnings: readonly string[];
  /** Of a template: the number of the record that fills it, empty for made-up data. */
  readonly filledWith?: string;
};

/** Documents to look at. */
export const previewChannels = {
  'preview.offices': channel<readonly PreviewOffice[]>()(nothing),
  'preview.document': channel<PreviewDocument>()(z.strictObject({ target: previewTarget })),
  /** Pages as the office program lays them out. `ticket` is the window's own name for the call, by which it can stop it. */
  'preview.pdf': channel<{ readonly base64: string; readonly program: PreviewOffice }>()(z.strictObject({ target: previewTarget, ticket: idInput, program: officeId.optional() })),
  'preview.stop': channel<{ readonly stopped: boolean }>()(z.strictObject({ ticket: idInput })),
} as const;
