import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { formatChineseDate } from '../../../shared/dates.ts';
import { type PhotoNote, photoNote } from '../../../shared/deliverables/photo-note.ts';
import type { PlannedFile } from '../../../shared/deliverables/plan.ts';
import { kindOf } from '../../../shared/records/kinds.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { itemKey, type PlacedItem, type Volume } from '../../../shared/volumes/volume.ts';
import { legalFileName } from '../file-names.ts';
import type { KnownContent, PaperPlace, StagedFile } from '../package/description.ts';
import { scopeOf } from './data-digest.ts';
import type { PreparedDocument } from './kept-documents.ts';
import { documentFacts, documentFolder, documentsFolder, yearFolder } from './package-files.ts';
import { deliverableFolder, nameKeeper } from './render-deliverables.ts';

/** A file of a record or a scan of a document: its content lies in the data folder under its digest. */
export type KeptFile = { readonly sha256: string; readonly name: string; readonly mediaType: string; readonly size: number; readonly caption: string };

/** The volumes as they were bound; `pdfOf` and `volumeFiles` only where documents were converted. */
export type PaperBinding = {
  readonly volumes: readonly Volume[];
  readonly pdfOf: (planned: PlannedFile) => KnownContent | undefined;
  /** The print-ready file of a volume (.pdf or, without an office program, .docx). */
  readonly volumeFiles: readonly { readonly volume: Volume; readonly extension: string; readonly content: KnownContent }[];
};

export type ContentsSource = {
  readonly profile: ContractProfile;
  /** Of the plan, in its order. */
  readonly documents: readonly PreparedDocument[];
  readonly contentOf: (document: PreparedDocument) => KnownContent;
  readonly photosOf: (record: AnyRecord) => readonly KeptFile[];
  /** Signed papers of a document that were scanned. */
  readonly scansOf: (planned: PlannedFile) => readonly KeptFile[];
  /** Further files of a record. */
  readonly othersOf: (record: AnyRecord) => readonly KeptFile[];
  /** @param owner whose file it is, for messages */
  readonly fileContent: (file: KeptFile, owner: string) => KnownContent;
  readonly binding: PaperBinding;
};

/** A file of the package, and what it may not be parted from when one disc does not take everything. */
export type PackagePart = {
  readonly file: StagedFile;
  readonly bytes: number;
  /** The volume or, for what is not bound, the deliverable that it belongs to; undefined for what goes onto every disc. */
  readonly group: PartGroup | undefined;
  /** 件号 within the volume, or its place in the deliverable. */
  readonly item: number;
};

export type PartGroup = { readonly key: string; readonly title: string; readonly volume?: number };

type Paper = { readonly volume: Volume; readonly item: PlacedItem };

function placeOf({ volume, item }: Paper): PaperPlace {
  return { volume: volume.number, item: item.number, ...(item.pagesAreCounted ? { firstPage: item.firstPage, lastPage: item.lastPage } : {}) };
}

/** The long name of the project, which all titles begin with, would hide what tells volumes apart. */
function volumeGroup({ deliverablePrefix }: ContractProfile, { number, title }: Volume): PartGroup {
  const short = title.startsWith(deliverablePrefix) && title.length > deliverablePrefix.length ? title.slice(deliverablePrefix.length) : title;
  return { key: `volume ${number}`, title: `第${number}卷 ${short}`, volume: number };
}

function extensionOf({ name, mediaType }: KeptFile): string {
  const known: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' };
  return known[mediaType] ?? /\.([^.]{1,10})$/.exec(name)?.[1] ?? '';
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]{1,10}$/, '');
}

/** Where documents stand on paper, by deliverable and scope. */
function papersOf({ volumes }: PaperBinding): ReadonlyMap<string, Paper> {
  return new Map(volumes.flatMap((volume) => volume.items.map((item) => [itemKey(item), { volume, item }] as const)));
}

/**
 * Everything that goes into the hand-over, in the order of the plan: each document with its PDF and the scans of its signed paper, then the photos
 * and further files of its records; last the volumes. Nothing is read.
 */
export function packageContents(source: ContentsSource): PackagePart[] {
  const { profile, binding } = source;
  const keepName = nameKeeper();
  const papers = papersOf(binding);
  const parts: PackagePart[] = [];
  const withPhotos = new Set<string>();
  for (const [index, document] of source.documents.entries()) {
    const { planned } = document;
    const paper = papers.get(itemKey({ deliverable: planned.deliverable.id, scope: scopeOf(planned) }));
    const group = paper === undefined ? { key: `deliverable ${planned.deliverable.id}`, title: deliverableFolder(profile, planned) } : volumeGroup(profile, paper.volume);
    const item = paper?.item.number ?? index + 1;
    const put = (file: Omit<StagedFile, 'content'>, content: KnownContent): void => {
      parts.push({ file: { ...file, paper: paper === undefined ? undefined : placeOf(paper), content }, bytes: content.bytes, group, item });
    };
    const folder = documentFolder(profile, planned);
    const name = keepName(folder, document.name);
    const facts = { ...documentFacts(profile, planned), ...(paper?.item.pagesAreCounted === true ? { pages: paper.item.pages } : {}) };
    put({ ...facts, path: `${folder}/${name}` }, source.contentOf(document));
    const pdf = binding.pdfOf(planned);
    if (pdf !== undefined) put({ ...facts, path: `${folder}/${keepName(folder, legalFileName(stemOf(name), 'pdf'))}` }, pdf);
    for (const scan of source.scansOf(planned)) {
      const scanName = keepName(folder, legalFileName(`${stemOf(name)}_签字件`, extensionOf(scan)));
      put({ ...facts, path: `${folder}/${scanName}`, title: `${facts.title}（签字扫描件）` }, source.fileContent(scan, `「${name}」的签字扫描件「${scan.name}」`));
    }
    for (const record of planned.records) {
      // A record that is printed in a form and in a list has its photos once, with the first.
      if (withPhotos.has(record.id)) continue;
      withPhotos.add(record.id);
      putRecordFiles(source, record, keepName, put);
    }
  }
  return [...parts, ...volumeParts(source, keepName)];
}

type Put = (file: Omit<StagedFile, 'content'>, content: KnownContent) => void;

function photoTitle({ title }: PhotoNote, record: AnyRecord): string {
  return title === '' ? `${kindOf(record.kind).title}${record.number}照片` : title;
}

function putRecordFiles(source: ContentsSource, record: AnyRecord, keepName: ReturnType<typeof nameKeeper>, put: Put): void {
  const responsible = source.profile.vendor.name;
  const year = yearFolder({ key: '', label: '', from: record.date, to: record.date });
  const common = { date: formatChineseDate(record.date), responsible, archiveNumber: record.number };
  for (const [index, photo] of source.photosOf(record).entries()) {
    const note = photoNote(record, photo);
    const folder = `${documentsFolder}/${year}/现场照片`;
    const name = keepName(folder, legalFileName(`${record.number}_${String(index + 1).padStart(2, '0')}_${photoTitle(note, record)}`, extensionOf(photo)));
    const owner = `${kindOf(record.kind).title} ${record.number} 的照片「${photo.name}」`;
    put({ ...common, path: `${folder}/${name}`, title: photoTitle(note, record), kind: '现场照片', note: record.title, photo: note }, source.fileContent(photo, owner));
  }
  for (const other of source.othersOf(record)) {
    const folder = `${documentsFolder}/${year}/附件`;
    const name = keepName(folder, legalFileName(`${record.number}_${stemOf(other.name)}`, extensionOf(other)));
    const owner = `${kindOf(record.kind).title} ${record.number} 的附件「${other.name}」`;
    put({ ...common, path: `${folder}/${name}`, title: other.caption === '' ? stemOf(other.name) : other.caption, kind: '附件', note: record.title }, source.fileContent(other, owner));
  }
}

function volumeParts({ profile, binding }: ContentsSource, keepName: ReturnType<typeof nameKeeper>): PackagePart[] {
  return binding.volumeFiles.map(({ volume, extension, content }) => {
    const { number, title, from, to, items, pages, pagesAreCounted } = volume;
    const folder = `${documentsFolder}/${yearFolder({ key: '', label: '', from, to })}/案卷`;
    return {
      file: {
        path: `${folder}/${keepName(folder, legalFileName(`第${number}卷_${title}`, extension))}`,
        title: `第${number}卷 ${title}`,
        kind: '案卷',
        date: `${formatChineseDate(from)}至${formatChineseDate(to)}`,
        responsible: profile.vendor.name,
        archiveNumber: volume.code,
        note: `共 ${items.length} 件`,
        ...(pagesAreCounted ? { pages } : {}),
        content,
      },
      bytes: content.bytes,
      group: volumeGroup(profile, volume),
      item: 0,
    };
  });
}
