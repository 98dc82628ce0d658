import type { QuestionBody } from '../ipc/report-life-channels.ts';
import type { Edition } from '../sign-off/edition.ts';
import type { TemplateData } from './record-data.ts';

/**
 * What a document knows beside its records: how it names itself on its paper (`code` is what a scan is recognised by), and of a report
 * what the customer asked about it.
 */
export type DocumentIdentity = Edition & { readonly code: string; readonly questions?: readonly QuestionBody[] };

/** Names by which templates ask for it. */
export const identityNames: readonly string[] = ['文件码', '版次', '修改说明'];

/**
 * Tags of a document about itself: `{%文件码|二维码 1.1}` as a picture, `{文件码}` as text, `{版次}`, and from the second version on
 * `{#修改说明}第 {版次} 版，{修改说明}{/修改说明}`. A document that is only looked at has no code.
 */
export function identityTags(identity: DocumentIdentity | undefined): TemplateData {
  return { 文件码: identity?.code ?? null, 版次: String(identity?.version ?? 1), 修改说明: identity === undefined || identity.reason === '' ? null : identity.reason };
}
