import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { PlannedFile } from '../../../shared/deliverables/plan.ts';
import type { BoundFile } from '../../../shared/volumes/binding.ts';
import { itemKey, type Volume } from '../../../shared/volumes/volume.ts';
import { writeNewFile } from '../../files/atomic-write.ts';
import { stopIfCancelled } from '../../files/cancellation.ts';
import { sha256Hex } from '../../files/digest.ts';
import { readPrepared, type DocumentWorks, type PreparedDocument } from '../../handover/deliverables/kept-documents.ts';
import type { RenderFailure } from '../../handover/deliverables/render-deliverables.ts';
import { legalFileName, legalFolderName } from '../../handover/file-names.ts';
import { shortVolumeTitle } from '../../handover/volumes/plan-assembly.ts';
import type { MadePaper, PaperMaker } from '../../handover/volumes/binding-papers.ts';
import { plannedKey } from './bind-documents.ts';
import type { BindingWork, WrittenBinding } from './bind-volumes.ts';

type WordFile = { readonly title: string; readonly extension: string; readonly bytes: Uint8Array; readonly warnings: readonly string[] };

/** Documents that go into one Word file: neighbours of one form, whose page numbers then run on. Lists and Excel sheets stay by themselves. */
function mergedNeighbours(documents: readonly PreparedDocument[]): readonly (readonly PreparedDocument[])[] {
  const groups: PreparedDocument[][] = [];
  for (const document of documents) {
    const last = groups.at(-1);
    const before = last?.at(-1)?.planned.deliverable;
    const { deliverable } = document.planned;
    const joins = before !== undefined && before.id === deliverable.id && deliverable.layout === 'form' && deliverable.kind !== 'report' && deliverable.template.endsWith('.docx');
    if (joins && last !== undefined) last.push(document);
    else groups.push([document]);
  }
  return groups;
}

async function mergedFile(works: DocumentWorks, group: readonly PreparedDocument[], items: Volume['items']): Promise<WordFile | undefined> {
  const [first] = group;
  if (first === undefined) return undefined;
  const title = items.find((item) => itemKey(item) === plannedKey(first.planned))?.title ?? first.planned.name;
  if (group.length === 1) return { title, extension: path.extname(first.name).slice(1), bytes: await readPrepared(works, first), warnings: [] };
  const planned: PlannedFile = { ...first.planned, records: group.flatMap((document) => document.planned.records) };
  const { bytes, warnings } = await works.maker.make(works, planned);
  return { title: `${planned.deliverable.title}（${group.length} 份）`, extension: 'docx', bytes, warnings };
}

function paperFile({ title, kind, bytes, warnings }: MadePaper, mark = ''): WordFile {
  return { title: `${title}${mark}`, extension: kind, bytes, warnings };
}

/** Writes the files of a volume into a folder of its own, numbered in the order of printing. */
async function writeVolume(work: BindingWork, volume: Volume, files: readonly WordFile[]): Promise<{ readonly file: BoundFile; readonly names: readonly string[] }> {
  const { contract, staging, arrangement, prepared } = work;
  const title = shortVolumeTitle(volume.title, contract.profile.deliverablePrefix);
  const folder = legalFolderName(`第${String(volume.number).padStart(2, '0')}卷_${title}`);
  await mkdir(path.join(staging, folder));
  const names: string[] = [];
  for (const [index, { title: fileTitle, extension, bytes }] of files.entries()) {
    const name = `${folder}/${legalFileName(`${String(index).padStart(3, '0')}_${fileTitle}`, extension)}`;
    await writeNewFile(path.join(staging, name), bytes);
    names.push(name);
  }
  const digests = new Map(prepared.documents.map(({ planned, sha256 }) => [plannedKey(planned), sha256]));
  const documents = volume.items.map((item) => ({ deliverable: item.deliverable, scope: item.scope, sha256: digests.get(itemKey(item)) ?? '' }));
  return {
    names,
    file: {
      key: `volume ${volume.key}`, kind: 'volume', title: `第${volume.number}卷 ${title}`, name: folder, sha256: sha256Hex(files.map(({ bytes }) => sha256Hex(bytes)).join('\n')),
      bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0), sides: 0, doubleSided: arrangement.doubleSided, copies: contract.profile.delivery.copies,
      volume: { number: volume.number, pages: 0, documents, originals: [] },
    },
  };
}

/**
 * The volumes of a computer without any office program: Word files in the order of printing, forms of one kind merged, so that they can be printed
 * on another computer. Nobody has counted their pages: the papers leave room for them (待核).
 */
export async function writeWordVolumes(work: BindingWork, papers: PaperMaker, works: DocumentWorks): Promise<WrittenBinding> {
  const { staging, progress } = work;
  const gaps = new Set(work.gaps.map(({ key }) => key));
  const volumes = work.volumes.filter(({ key }) => !gaps.has(key));
  const byKey = new Map(work.prepared.documents.map((document) => [plannedKey(document.planned), document]));
  const files: BoundFile[] = [];
  const others: string[] = [];
  const warnings: RenderFailure[] = [];
  for (const [index, volume] of volumes.entries()) {
    stopIfCancelled(progress.signal);
    progress.onProgress?.(index, volumes.length, `第${volume.number}卷 ${volume.title}`);
    const { cover, contents, filingNote } = await papers.ofVolume(volume);
    const made: WordFile[] = [paperFile(cover), paperFile(contents, '（页数待核）')];
    for (const group of mergedNeighbours(volume.items.flatMap((item) => byKey.get(itemKey(item)) ?? []))) {
      const file = await mergedFile(works, group, volume.items);
      if (file !== undefined) made.push(file);
      await works.pause();
    }
    if (filingNote !== undefined) made.push(paperFile(filingNote));
    const written = await writeVolume(work, volume, made);
    files.push(written.file);
    others.push(...written.names);
    warnings.push(...made.flatMap(({ title, warnings: own }) => own.map((message) => ({ item: title, message }))));
  }
  for (const { kind, copies, paper } of await papers.overall(volumes)) {
    const name = legalFileName(paper.title, paper.kind);
    await writeNewFile(path.join(staging, name), paper.bytes);
    files.push({ key: kind, kind, title: paper.title, name, sha256: sha256Hex(paper.bytes), bytes: paper.bytes.length, sides: 0, doubleSided: false, copies });
  }
  return { files, others, warnings };
}
