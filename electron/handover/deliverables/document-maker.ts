import type { PlannedFile } from '../../../shared/deliverables/plan.ts';
import type { TemplateData } from '../../../shared/deliverables/record-data.ts';
import { openWorkerLane, type LaneProgress } from '../../files/worker-lane.ts';
import { makeFile, type DocumentSource, type MadeFile } from './make-file.ts';
import type { MakingTask, MakingValue } from './making/making-tasks.ts';
import { createRecordMirror } from './making/record-mirror.ts';
import { openTemplateLibrary, type RenderedDocument, type TemplateFacts, type TemplateFolders, type TemplateLibrary } from './template-library.ts';

/** Fills templates. Throws what templates throw. */
export type DocumentMaker = {
  readonly facts: (template: string) => Promise<TemplateFacts>;
  /** One file of a plan. Throws `cancelled` as well. */
  readonly make: (source: DocumentSource, planned: PlannedFile, progress?: LaneProgress) => Promise<MadeFile>;
  /** A paper whose data is there already. */
  readonly fill: (template: string, data: TemplateData) => Promise<RenderedDocument>;
  readonly close: () => Promise<void>;
};

/** A maker on the core's own thread, for programs in which nobody waits for another answer: the command line. */
export function documentMakerHere(library: TemplateLibrary): DocumentMaker {
  return {
    facts: library.facts,
    make: async (source, planned) => makeFile(await library.load(planned.deliverable.template), source, planned),
    fill: async (name, data) => (await library.load(name)).render(data),
    close: () => Promise.resolve(),
  };
}

/** The worker's file: below this one when run from source, beside the bundled core otherwise. */
function workerFile(): URL {
  return import.meta.url.endsWith('.ts') ? new URL('./making/making-worker.ts', import.meta.url) : new URL('../worker/making-worker.cjs', import.meta.url);
}

/**
 * A maker on a thread of its own: a report or the ledger of a year takes up to half a second, and the window's calls must not wait for it. The
 * worker keeps its own compiled templates and a copy of the records, which only changes are sent for.
 * @param file the worker's, for tests of the bundled one
 */
export function documentMakerBeside(folders: TemplateFolders, file: URL = workerFile()): DocumentMaker {
  const lane = openWorkerLane<MakingTask, MakingValue>({
    file,
    mostMemory: 1536,
    memoryMessage: '内存不够，生成不了这么大的文档。请关掉别的程序再试。',
    crashMessage: '生成文档的程序意外结束。',
  });
  const mirror = createRecordMirror();
  const library = openTemplateLibrary(folders, (template) => lane.inTurn({}, async ({ ask }) => {
    const answer = await ask({ task: 'facts', folders, template });
    if (answer.task !== 'facts') throw new Error('The worker answered another question.');
    return answer.facts;
  }));
  return {
    facts: library.facts,
    make: async (source, planned, progress = {}) => {
      const { showsPhotos } = await library.facts(planned.deliverable.template);
      return lane.inTurn(progress, async (turn) => {
        await mirror.send(turn, source, planned.records);
        const { records, ...file } = planned;
        const answer = await turn.ask({
          task: 'make', folders, showsPhotos,
          planned: { ...file, records: records.map(({ id }) => id) },
          identities: (planned.deliverable.layout === 'list' ? [undefined] : records).map((record) => source.identityOf(planned, record, showsPhotos)),
          photos: showsPhotos ? records.map((record) => source.photosOf(record)) : [],
        }, progress);
        if (answer.task !== 'make') throw new Error('The worker answered another question.');
        const { name, template, bytes, warnings } = answer;
        return { planned, name, template, bytes, warnings };
      });
    },
    fill: async (template, data) => lane.inTurn({}, async ({ ask }) => {
      const answer = await ask({ task: 'fill', folders, template, data });
      if (answer.task !== 'fill') throw new Error('The worker answered another question.');
      return { bytes: answer.bytes, warnings: answer.warnings };
    }),
    close: lane.close,
  };
}
