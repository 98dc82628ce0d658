import { z } from 'zod';
import type { TagReference } from '../deliverables/tag-reference.ts';
import { templateSubjects, type TemplateSubject } from '../deliverables/template-subject.ts';
import { channel, fileInput, idInput, nothing } from './channel.ts';

/** A file name without a folder. */
export const templateName = z.string().min(1).max(120);
export const templateSubject = z.enum(templateSubjects);

/** Something wrong in a template, told so that a person finds it in Word or Excel. All but the message are empty for a file that cannot be read. */
export type TemplateFault = { readonly part: string; readonly place: string; readonly tag: string; readonly message: string; readonly suggestion?: string };
/** A tag by name; `within` are the loops around it, outermost first. */
export type TemplateTag = { readonly part: string; readonly name: string; readonly place?: string; readonly within: readonly string[] };

/** `problems` keep it from being used; `doubts` print, but probably not what was meant. */
export type TemplateInfo = {
  readonly name: string;
  readonly title: string;
  readonly origin: 'shipped' | 'own';
  /** What it is filled with, when the contract or its name tells. */
  readonly subject?: TemplateSubject;
  readonly changedAt: string;
  readonly size: number;
  /** Whether the program brings one of this name. */
  readonly hasShipped: boolean;
  /** Deliverables of the contract. */
  readonly usedBy: readonly { readonly id: string; readonly title: string; readonly enabled: boolean }[];
  readonly problems: readonly TemplateFault[];
  readonly doubts: readonly TemplateFault[];
};

/** `earlier`: versions of the user's own that were set aside, latest first. */
export type TemplateDetail = {
  readonly info: TemplateInfo;
  readonly tags: readonly TemplateTag[];
  /** Labels of fields that it does not print. */
  readonly unused: readonly string[];
  readonly earlier: readonly { readonly backup: string; readonly setAsideAt: string }[];
};

/** What came of a file offered in place of a template; `backup` is the user's own one that stood there before. */
export type TemplateReplacement = { readonly taken: boolean; readonly problems: readonly TemplateFault[]; readonly doubts: readonly TemplateFault[]; readonly backup?: string };

/** A filter with an example of its use. */
export type TemplateFilter = { readonly name: string; readonly aliases: readonly string[]; readonly usage: string; readonly summary: string; readonly tag: string; readonly result: string };

/** Templates of deliverables. */
export const templateChannels = {
  'templates.list': channel<readonly TemplateInfo[]>()(z.strictObject({ contractId: idInput.optional() })),
  'templates.inspect': channel<TemplateDetail>()(z.strictObject({ contractId: idInput.optional(), name: templateName, subject: templateSubject.optional() })),
  /** A broken file is not taken; one with doubts only after the person has read them. */
  'templates.replace': channel<TemplateReplacement>()(z.strictObject({ contractId: idInput.optional(), name: templateName, file: fileInput, acceptsDoubts: z.boolean().default(false) })),
  /** Back to the shipped one; the user's own is set aside. */
  'templates.restore': channel<{ readonly backup: string }>()(z.strictObject({ name: templateName })),
  'templates.bringBack': channel<Readonly<Record<string, never>>>()(z.strictObject({ name: templateName, backup: z.string().min(1).max(160) })),
  'templates.read': channel<{ readonly name: string; readonly base64: string }>()(z.strictObject({ name: templateName, origin: z.enum(['shipped', 'own']).optional() })),
  'templates.reveal': channel<{ readonly opened: boolean; readonly location: string }>()(nothing),
  'templates.reference': channel<TagReference & { readonly filters: readonly TemplateFilter[] }>()(z.strictObject({ contractId: idInput.optional(), subject: templateSubject })),
} as const;
