import { readFile } from 'node:fs/promises';
import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { PreviewOffice } from '../../../shared/ipc/preview-channels.ts';
import type { OfficeProgram } from '../../handover/office/office-program.ts';
import type { PdfConverter } from '../../handover/office/pdf-converter.ts';
import type { Core } from '../core.ts';
import { makePreview } from '../operations/preview.ts';

type PreviewChannels = 'preview.offices' | 'preview.document' | 'preview.pdf' | 'preview.stop';

export type Previews = {
  readonly handlers: Pick<Handlers, PreviewChannels>;
  /** Stops every conversion and waits until none runs any more. */
  readonly close: () => Promise<void>;
};

/** What the window may know of a program: not where it lies. */
function officeForWindow({ id, name, version, kinds }: OfficeProgram): PreviewOffice {
  return { id, name, version, kinds };
}

function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/** Answers the calls for previews. Nothing is written but the cache of converted pages. */
export function createPreviews(core: Core, converter: PdfConverter): Previews {
  const running = new Map<string, { readonly abort: AbortController; readonly done: Promise<unknown> }>();

  async function pagesOf(target: Parameters<typeof makePreview>[1], program: PreviewOffice['id'] | undefined, signal: AbortSignal): Promise<{ readonly base64: string; readonly program: PreviewOffice }> {
    const { bytes, extension } = await makePreview(core, target);
    const pdf = await converter.convertToPdf({ kind: extension, content: bytes }, { program, signal });
    return { base64: base64Of(await readFile(pdf.file)), program: officeForWindow(pdf.program) };
  }

  return {
    handlers: {
      'preview.offices': async () => (await converter.offices()).map(officeForWindow),
      'preview.document': async ({ target }) => {
        const { name, extension, bytes, deliverable, choices, warnings, filledWith } = await makePreview(core, target);
        return { name, extension, base64: base64Of(bytes), deliverable, choices: choices.map(({ id, title }) => ({ id, title })), warnings, ...(filledWith === undefined ? {} : { filledWith }) };
      },
      'preview.pdf': ({ target, ticket, program }) => {
        const abort = new AbortController();
        const pages = pagesOf(target, program, abort.signal).finally(() => running.delete(ticket));
        running.set(ticket, { abort, done: pages.catch(() => undefined) });
        return pages;
      },
      'preview.stop': ({ ticket }) => {
        const call = running.get(ticket);
        call?.abort.abort();
        return { stopped: call !== undefined };
      },
    },
    close: async () => {
      const calls = [...running.values()];
      for (const { abort } of calls) abort.abort();
      await Promise.all(calls.map(({ done }) => done));
    },
  };
}
