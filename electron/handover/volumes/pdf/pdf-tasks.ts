import type { Result } from '../../../../shared/result.ts';
import { laneFailure } from '../../../files/worker-lane.ts';
import { assembleVolume, type AssembledVolume, type VolumeAssembly } from './assemble-volume.ts';
import { gatherPages, type GatheredPages, type Gathering } from './gather-pages.ts';
import { markedPages } from './marked-pages.ts';
import { countPages, readPdf } from './read-pdf.ts';

/** A PDF file whose pages are to be counted; `shownAs` is what a person knows it by. */
export type CountedFile = { readonly file: string; readonly shownAs: string };

/** Work on PDFs that takes long enough to be done beside the core's thread. */
export type PdfTask =
  | { readonly task: 'count'; readonly files: readonly CountedFile[] }
  | { readonly task: 'starts'; readonly files: readonly CountedFile[]; readonly mark: string }
  | { readonly task: 'gather'; readonly gathering: Gathering }
  | { readonly task: 'assemble'; readonly volume: VolumeAssembly };

/** What a task comes to: pages for each file in its order, or where something begins in it, or a finished volume. */
export type PdfTaskValue =
  | { readonly task: 'count'; readonly pages: readonly Result<number>[] }
  | { readonly task: 'starts'; readonly starts: readonly (readonly number[])[] }
  | { readonly task: 'gather'; readonly gathered: GatheredPages }
  | { readonly task: 'assemble'; readonly volume: AssembledVolume };

const crashMessage = '处理 PDF 时程序出错。';

async function countAll(files: readonly CountedFile[], tell: (done: number) => void): Promise<readonly Result<number>[]> {
  const pages: Result<number>[] = [];
  for (const { file, shownAs } of files) {
    try {
      pages.push({ ok: true, value: await countPages(file, shownAs) });
    } catch (error) {
      pages.push({ ok: false, error: laneFailure(error, crashMessage) });
    }
    tell(pages.length);
  }
  return pages;
}

/** A file that cannot be read has no starts; binding it says why. */
async function findStarts(files: readonly CountedFile[], mark: string, tell: (done: number) => void): Promise<readonly (readonly number[])[]> {
  const starts: (readonly number[])[] = [];
  for (const { file, shownAs } of files) {
    starts.push(await readPdf(file, shownAs).then((pdf) => markedPages(pdf, mark), () => []));
    tell(starts.length);
  }
  return starts;
}

/** Does a task to its end. Never throws. */
export async function runPdfTask(work: PdfTask, tell: (done: number) => void): Promise<Result<PdfTaskValue>> {
  try {
    switch (work.task) {
      case 'count': return { ok: true, value: { task: 'count', pages: await countAll(work.files, tell) } };
      case 'starts': return { ok: true, value: { task: 'starts', starts: await findStarts(work.files, work.mark, tell) } };
      case 'gather': return { ok: true, value: { task: 'gather', gathered: await gatherPages(work.gathering) } };
      case 'assemble': return { ok: true, value: { task: 'assemble', volume: await assembleVolume(work.volume, tell) } };
      default: return work satisfies never;
    }
  } catch (error) {
    return { ok: false, error: laneFailure(error, crashMessage) };
  }
}
