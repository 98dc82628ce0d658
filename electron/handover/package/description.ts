import type { LocalDate } from '../../../shared/dates.ts';
import type { PhotoNote } from '../../../shared/deliverables/photo-note.ts';
import type { ContentDigest } from '../../files/digest.ts';

/** One side of the contract, as it is named on the package. Empty strings are left blank in what people read. */
export type Organization = {
  readonly name: string;
  readonly address: string;
  readonly contact: string;
  readonly phone: string;
  readonly email: string;
};

/** The facts of a hand-over package that are printed on it; its contents come separately as StagedFiles. */
export type PackageDescription = {
  /** What is handed over, such as `2024年8月3日至2025年8月2日运维服务验收交付文件`. */
  readonly title: string;
  readonly projectName: string;
  readonly contractName: string;
  /** Empty where the contract has none. */
  readonly contractNumber: string;
  /** 甲方: receives and keeps the package. */
  readonly customer: Organization;
  /** 乙方: makes the package. */
  readonly vendor: Organization;
  readonly period: { readonly from: LocalDate; readonly to: LocalDate };
  /** 制作日期, also the Bagging-Date. */
  readonly producedOn: LocalDate;
  /** Kind of medium (`光盘`, `文件夹`) and its number, such as `YZT2024-01` of `1/1`. */
  readonly medium: { readonly kind: string; readonly number: string; readonly position: string };
  /** 密级; empty is printed as 无. */
  readonly secrecy: string;
  /** 保管期限, such as `10年`; may be empty. */
  readonly retention: string;
  /** Name and version of the program, for Bag-Software-Agent. */
  readonly software: string;
  /** Further lines of 说明文件.TXT. */
  readonly remarks: readonly string[];
  /** All discs of a hand-over that takes several, this one among them; empty or absent for a single one. */
  readonly discs?: readonly DiscContents[];
};

/** What lies on one disc of several. */
export type DiscContents = {
  readonly number: number;
  /** Its volumes or groups of documents, such as `第1卷 日常巡检记录单` or `第3卷（第1—40件）`. */
  readonly groups: readonly string[];
  readonly files: number;
  readonly bytes: number;
};

/** Where a document stands on paper: 卷, 件 and, when its pages are counted, 页. */
export type PaperPlace = { readonly volume: number; readonly item: number; readonly firstPage?: number; readonly lastPage?: number };

/** Content whose digest is known before it is read. It may be taken over from the package that stands there; else it is read and compared. */
export type KnownContent = ContentDigest & {
  /** Piece by piece, each only good until the next; `buffer` may be read into, and serves for many files. */
  readonly read: (signal: AbortSignal | undefined, buffer?: Buffer) => AsyncIterable<Uint8Array>;
  /** The file of the data folder that `read` reads: when it is no longer as it was in the last run, it is read again. */
  readonly source?: string | undefined;
  /** A file just written from this content that nobody changes in place: it may be linked. */
  readonly fresh?: string | undefined;
  /** Whose file it is, for the person who has to find it again: `XJ-20240805-01 的照片「机柜.jpg」`. */
  readonly owner: string;
};

export type StagedContent = Uint8Array | { readonly file: string } | KnownContent;

/** One document of the package. */
export type StagedFile = {
  /** Where it goes, relative to the package and under `data/`: `data/电子档案/2024/日常巡检记录单/XJ-20240805-01.docx`. */
  readonly path: string;
  /** 题名 */
  readonly title: string;
  /** 类别, by which the contents page is grouped, in the order in which kinds first appear. */
  readonly kind: string;
  /** Day or period as people read it: `2024-08-05`, `2024-08`, `2024年第三季度`. */
  readonly date: string;
  /** 责任者 */
  readonly responsible: string;
  /** 档号 */
  readonly archiveNumber?: string;
  /** 密级 of this document; the package's when absent. */
  readonly secrecy?: string;
  readonly pages?: number;
  /** 备注: what this one of many alike is about. */
  readonly note?: string;
  readonly paper?: PaperPlace | undefined;
  readonly photo?: PhotoNote | undefined;
  readonly content: StagedContent;
};

/** A file of the package as it was written. `sha256`: 64 lower-case hexadecimal digits. */
export type PackageEntry = { readonly path: string; readonly bytes: number; readonly sha256: string };

/** A payload document together with what was written for it. */
export type CataloguedFile = Omit<StagedFile, 'content'> & PackageEntry;

/** What stagePackage made. */
export type PackageSummary = {
  readonly folder: string;
  /** Documents under data/, in the order given. */
  readonly documents: readonly CataloguedFile[];
  readonly payloadBytes: number;
  /** All files of the package, its lists and scripts included. */
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 of tagmanifest-sha256.txt. It stands for every byte of the package: print it on the receipt. */
  readonly digest: string;
};

/** How far a long job on a package has come. `totalBytes` is 0 while it is not known. */
export type PackageProgress = {
  readonly step: 'copy' | 'list' | 'verify' | 'image';
  readonly path: string;
  readonly files: number;
  readonly bytes: number;
  readonly totalBytes: number;
};
