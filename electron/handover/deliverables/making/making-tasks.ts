import type { ContractProfile } from '../../../../shared/contract/profile.ts';
import type { DocumentIdentity } from '../../../../shared/deliverables/identity-tags.ts';
import type { PlannedFile } from '../../../../shared/deliverables/plan.ts';
import type { TemplateData } from '../../../../shared/deliverables/record-data.ts';
import { indexRecords, type RecordIndex } from '../../../../shared/figures/record-index.ts';
import type { AnyRecord } from '../../../../shared/records/record.ts';
import type { TaskAnswer } from '../../../files/answer-tasks.ts';
import { laneFailure } from '../../../files/worker-lane.ts';
import { makeFile, type DocumentSource } from '../make-file.ts';
import type { PhotoFile } from '../photo-file.ts';
import { openTemplateLibrary, type RenderedDocument, type TemplateFacts, type TemplateFolders, type TemplateLibrary } from '../template-library.ts';

/** Work on documents that takes long enough to be done beside the core's thread. Records are named by their ids once the worker knows them. */
export type MakingTask =
  | { readonly task: 'know'; readonly records: readonly AnyRecord[] }
  | { readonly task: 'source'; readonly profile: ContractProfile; readonly records: readonly string[] }
  | { readonly task: 'facts'; readonly folders: TemplateFolders; readonly template: string }
  | { readonly task: 'fill'; readonly folders: TemplateFolders; readonly template: string; readonly data: TemplateData }
  | {
    readonly task: 'make'; readonly folders: TemplateFolders; readonly showsPhotos: boolean;
    readonly planned: Omit<PlannedFile, 'records'> & { readonly records: readonly string[] };
    /** One for each record, or one for a list. */
    readonly identities: readonly (DocumentIdentity | undefined)[];
    /** Of each record, or empty. */
    readonly photos: readonly (readonly PhotoFile[])[];
  };

export type MakingValue =
  | { readonly task: 'know' | 'source' }
  | { readonly task: 'facts'; readonly facts: TemplateFacts }
  | ({ readonly task: 'fill' } & RenderedDocument)
  | ({ readonly task: 'make'; readonly name: string; readonly template: TemplateFacts } & RenderedDocument);

function factsOf({ sha256, showsPhotos }: TemplateFacts): TemplateFacts {
  return { sha256, showsPhotos };
}

/** Memory that nothing else lies in goes over to the core; else it is copied. */
function handedOver({ bytes }: RenderedDocument): readonly ArrayBuffer[] {
  return bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? [bytes.buffer] : [];
}

function sourceOf(profile: ContractProfile, records: readonly AnyRecord[]): Pick<DocumentSource, 'profile' | 'records' | 'index'> {
  let index: RecordIndex | undefined;
  return { profile, records, index: () => (index ??= indexRecords(records)) };
}

/** What one worker remembers, and how it does its tasks. The answers never throw. */
export function createMaking(): (work: MakingTask) => Promise<TaskAnswer<MakingValue>> {
  const known = new Map<string, AnyRecord>();
  const libraries = new Map<string, TemplateLibrary>();
  let current: Pick<DocumentSource, 'profile' | 'records' | 'index'> | undefined;

  function libraryOf(folders: TemplateFolders): TemplateLibrary {
    const key = JSON.stringify([folders.own, folders.shipped]);
    const library = libraries.get(key) ?? openTemplateLibrary(folders);
    libraries.set(key, library);
    return library;
  }

  function recordsOf(ids: readonly string[]): AnyRecord[] {
    return ids.map((id) => {
      const record = known.get(id);
      if (record === undefined) throw new Error(`The worker was never sent record ${id}.`);
      return record;
    });
  }

  async function make({ folders, planned, identities, photos }: Extract<MakingTask, { readonly task: 'make' }>): Promise<TaskAnswer<MakingValue>> {
    if (current === undefined) throw new Error('The worker was never sent a contract.');
    const records = recordsOf(planned.records);
    const place = new Map(records.map((record, index) => [record, index]));
    const source: DocumentSource = {
      ...current,
      photosOf: (record) => photos[place.get(record) ?? -1] ?? [],
      identityOf: (_planned, record) => identities[record === undefined ? 0 : place.get(record) ?? -1],
    };
    const { name, template, bytes, warnings } = makeFile(await libraryOf(folders).load(planned.deliverable.template), source, { ...planned, records });
    return answered({ task: 'make', name, template: factsOf(template), bytes, warnings });
  }

  function answered(value: MakingValue): TaskAnswer<MakingValue> {
    return { result: { ok: true, value }, memory: 'bytes' in value ? handedOver(value) : [] };
  }

  async function run(work: MakingTask): Promise<TaskAnswer<MakingValue>> {
    switch (work.task) {
      case 'know':
        for (const record of work.records) known.set(record.id, record);
        return answered({ task: 'know' });
      case 'source':
        current = sourceOf(work.profile, recordsOf(work.records));
        return answered({ task: 'source' });
      case 'facts': return answered({ task: 'facts', facts: factsOf(await libraryOf(work.folders).facts(work.template)) });
      case 'fill': return answered({ task: 'fill', ...(await libraryOf(work.folders).load(work.template)).render(work.data) });
      case 'make': return make(work);
      default: return work satisfies never;
    }
  }
  return (work) => run(work).catch((error: unknown): TaskAnswer<MakingValue> => ({ result: { ok: false, error: laneFailure(error, '生成文档时程序出错。') } }));
}
