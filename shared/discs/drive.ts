/** A disc as the drive sees it. */
export type InsertedDisc = {
  /** `CD-R`, `DVD+R` … as it stands on the disc's sleeve; empty when the drive does not tell. */
  readonly kind: string;
  readonly isBlank: boolean;
  /** A used disc that may be written over: `CD-RW`, `DVD+RW`. */
  readonly isRewritable: boolean;
  /** Bytes that can be written; undefined when the drive does not tell. */
  readonly freeBytes: number | undefined;
};

/** A drive that can burn. */
export type Drive = {
  /** What the system calls it: `/dev/sr0`, an IMAPI identifier, `IOBDServices/…`. */
  readonly id: string;
  /** Where a disc in it is read: `/dev/sr0`, `\\.\D:`; undefined where it cannot be said before the disc is mounted. */
  readonly readFrom: string | undefined;
  /** Maker and model. */
  readonly name: string;
  readonly disc: InsertedDisc | undefined;
  /** Why it cannot be used, in Chinese; undefined when it can. */
  readonly problem?: string | undefined;
};

/** What a computer can burn with. `program` is the burning program's name; undefined when there is none. */
export type BurningMeans = { readonly program: string | undefined; readonly drives: readonly Drive[]; /** What a person can do to have one. */ readonly advice: string };
