import { homedir } from 'node:os';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { BoundFile } from '../../../shared/volumes/binding.ts';
import { itemKey, type PlacedItem, type Volume } from '../../../shared/volumes/volume.ts';
import { stopIfCancelled } from '../../files/cancellation.ts';
import type { RenderFailure } from '../../handover/deliverables/render-deliverables.ts';
import { legalFileName } from '../../handover/file-names.ts';
import type { MadePaper, OverallPaper, PaperMaker } from '../../handover/volumes/binding-papers.ts';
import { pagesToPrint, volumeSides } from '../../handover/volumes/pdf/volume-sides.ts';
import { findChineseFonts } from '../../handover/volumes/find-fonts.ts';
import { openPdfWorkshop, type PdfWorkshop } from '../../handover/volumes/pdf-workshop.ts';
import { planAssembly, shortVolumeTitle, type PartPdf } from '../../handover/volumes/plan-assembly.ts';
import { plannedKey } from './bind-documents.ts';
import type { BindingWork, WrittenBinding } from './bind-volumes.ts';

function warningsOf(papers: readonly MadePaper[]): RenderFailure[] {
  return papers.flatMap(({ title, warnings }) => warnings.map((message) => ({ item: title, message })));
}

/** Papers as pages, all in as few starts of the program as possible. Throws `render-failed` naming the paper: without its cover no volume is done. */
async function paperPdfs({ core, progress }: BindingWork, papers: readonly MadePaper[]): Promise<ReadonlyMap<MadePaper, PartPdf>> {
  const results = await core.converter.convertAllToPdf(papers.map(({ kind, bytes }) => ({ kind, content: bytes })), { signal: progress.signal });
  return new Map(papers.map((paper, index) => {
    const result = results[index];
    if (result?.ok !== true) throw new AppError(result?.error.code ?? 'render-failed', `${paper.title}：${result?.error.message ?? '没有生成 PDF'}`, { paper: paper.title });
    return [paper, { title: paper.title, file: result.value.file, pages: result.value.pages }];
  }));
}

/** The day written into a volume: the last of what it holds, so that binding the same again tomorrow gives the same file. */
function dateOf(day: string): string {
  return `${day}T00:00:00.000Z`;
}

function volumeFileName({ number }: Volume, title: string): string {
  return legalFileName(`第${String(number).padStart(2, '0')}卷_${title}`, 'pdf');
}

async function writeOverall(work: BindingWork, workshop: PdfWorkshop, { kind, copies, paper }: OverallPaper, pdf: PartPdf): Promise<BoundFile> {
  const { contract, staging, progress } = work;
  const name = legalFileName(paper.title, 'pdf');
  // Labels are cut out and receipts are signed: one side of the paper, whatever the volumes are.
  const made = await workshop.assemble({
    target: path.join(staging, name), title: paper.title, author: contract.profile.vendor.name, date: dateOf(contract.profile.service.to), doubleSided: false,
    parts: [{ title: paper.title, file: pdf.file, pages: pdf.pages, startsOnFront: true }],
  }, { signal: progress.signal });
  return { key: kind, kind, title: paper.title, name, sha256: made.sha256, bytes: made.bytes, sides: made.sides, doubleSided: false, copies };
}

/** One print-ready PDF for each complete volume, and one for each paper about all of them. Throws what converting and writing throw. */
export async function writePdfVolumes(work: BindingWork, papers: PaperMaker): Promise<WrittenBinding> {
  const { core, contract, arrangement, staging, pages, progress } = work;
  const gaps = new Set(work.gaps.map(({ key }) => key));
  const volumes = work.volumes.filter(({ key }) => !gaps.has(key));
  const digestByKey = new Map(work.prepared.documents.map(({ planned, sha256 }) => [plannedKey(planned), sha256]));
  const { platform, variables } = core.officeComputer;
  const fonts = await findChineseFonts({ platform, home: homedir(), variables });
  const made = [];
  for (const volume of volumes) {
    stopIfCancelled(progress.signal);
    made.push({ volume, papers: await papers.ofVolume(volume) });
  }
  const overall = await papers.overall(volumes);
  const all = [...made.flatMap(({ papers: { cover, contents, filingNote } }) => [cover, contents, ...(filingNote === undefined ? [] : [filingNote])]), ...overall.map(({ paper }) => paper)];
  progress.onProgress?.(0, 1, '封面和目录');
  const pdfs = await paperPdfs(work, all);
  const pdfOf = (paper: MadePaper): PartPdf => pdfs.get(paper) ?? { title: paper.title, file: '', pages: 0 };
  const scannedIn = (item: PlacedItem): number => pages.get(itemKey(item))?.scannedPages ?? 0;
  const documentPdf = (item: PlacedItem): PartPdf => ({ title: item.title, file: pages.get(itemKey(item))?.file ?? '', pages: item.pages, isScanned: scannedIn(item) > 0 });
  const parts = made.reduce((sum, { volume }) => sum + volume.items.length, 0) + overall.length;
  let done = 0;
  const files: BoundFile[] = [];
  const workshop = openPdfWorkshop();
  try {
    for (const { volume, papers: { cover, contents, filingNote } } of made) {
      const shortTitle = shortVolumeTitle(volume.title, contract.profile.deliverablePrefix);
      const name = volumeFileName(volume, shortTitle);
      const title = `第${volume.number}卷 ${shortTitle}`;
      const plan = planAssembly(volume, { cover: pdfOf(cover), contents: pdfOf(contents), ...(filingNote === undefined ? {} : { filingNote: pdfOf(filingNote) }), pdfOf: documentPdf }, arrangement, {
        target: path.join(staging, name), author: contract.profile.vendor.name, date: dateOf(volume.to), fonts,
      });
      const before = done;
      const assembled = await workshop.assemble(plan, { signal: progress.signal, onProgress: (part) => progress.onProgress?.(Math.min(before + part, parts), parts, title) });
      if (assembled.numberedPages !== volume.pages) throw new Error(`Volume ${volume.number} has ${assembled.numberedPages} numbered pages, its contents list says ${volume.pages}.`);
      const isOriginal = (part: number, page: number): boolean => {
        // Cover and contents come first.
        const item = volume.items[part - 2];
        return item !== undefined && page >= item.pages - scannedIn(item);
      };
      const originals = volume.items.filter((item) => scannedIn(item) > 0).map((item) => ({ from: item.lastPage - scannedIn(item) + 1, to: item.lastPage }));
      files.push({
        key: `volume ${volume.key}`, kind: 'volume', title, name, sha256: assembled.sha256, bytes: assembled.bytes, sides: assembled.sides, doubleSided: arrangement.doubleSided, copies: contract.profile.delivery.copies,
        volume: {
          number: volume.number, pages: assembled.numberedPages, documents: volume.items.map((item) => ({ deliverable: item.deliverable, scope: item.scope, sha256: digestByKey.get(itemKey(item)) ?? '' })),
          originals, ...(originals.length === 0 ? {} : { toPrint: pagesToPrint(volumeSides(plan.parts, plan.doubleSided), plan.doubleSided, isOriginal) }),
        },
      });
      done += volume.items.length;
    }
    for (const one of overall) {
      files.push(await writeOverall(work, workshop, one, pdfOf(one.paper)));
      done += 1;
      progress.onProgress?.(done, parts, one.paper.title);
    }
  } finally {
    await workshop.close();
  }
  return { files, warnings: warningsOf(all), others: [] };
}
