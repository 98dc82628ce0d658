import { createHash } from 'node:crypto';
import { compileWorkbookTemplate } from '../../electron/documents/excel/workbook-template.ts';
import { compileTemplate, formOptions } from '../../electron/documents/template.ts';

/** One document to be made, as a worker can be told: a template's bytes and the data of one record, or of several for one document. */
export type RenderJob = { readonly name: string; readonly template: Uint8Array; readonly records: readonly unknown[] };

/** The digests of the documents, in the order of the jobs; each template is compiled once for all of them. */
export function renderJobs(jobs: readonly RenderJob[]): readonly string[] {
  const compiled = new Map<string, (records: readonly unknown[]) => Uint8Array>();
  return jobs.map(({ name, template, records }) => {
    const render = compiled.get(name) ?? (name.endsWith('.xlsx') ? workbook(template) : document(template));
    compiled.set(name, render);
    return `${name} ${createHash('sha256').update(render(records)).digest('hex')}`;
  });
}

function workbook(bytes: Uint8Array): (records: readonly unknown[]) => Uint8Array {
  const template = compileWorkbookTemplate(bytes);
  return ([record]) => template.render(record);
}

function document(bytes: Uint8Array): (records: readonly unknown[]) => Uint8Array {
  const template = compileTemplate(bytes, formOptions);
  return (records) => (records.length === 1 ? template.render(records[0]) : template.renderMany(records));
}
