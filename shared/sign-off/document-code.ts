/** What the code on a page stands for: the number of a single form or a report, or the period of a list, in one version. */
export type DocumentCode = {
  readonly contractId: string;
  /** Id of the deliverable. */
  readonly deliverable: string;
  readonly number: string;
  readonly version: number;
};

/** A code as it was read from a page; what it stands for is known when a document with this number has the same check. */
export type ReadCode = { readonly number: string; readonly version: number; readonly check: string };

/** Without I, L, O and U, which are taken for other characters when a code is typed by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const checkLength = 5;
const written = /^(.{1,60}?)(?:\/([2-9]|[1-9]\d{1,2}))?\*([0-9A-Z]{5})$/su;

/** FNV-1a over UTF-16 units, twice with different starts: enough to tell documents of one house apart, no protection against forgery. */
function mixed(text: string, start: number): number {
  let hash = start;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}

/** Five characters that differ between documents of the same number: the form and the list, two versions, two contracts. */
function checkOf({ contractId, deliverable, number, version }: DocumentCode): string {
  const text = JSON.stringify([contractId, deliverable, number, version]);
  let rest = mixed(text, 0x811c9dc5) ^ mixed(text, 0x9747b28c);
  rest >>>= 0;
  let check = '';
  for (let place = 0; place < checkLength; place++) {
    check += alphabet.charAt(rest % alphabet.length);
    rest = Math.floor(rest / alphabet.length);
  }
  return check;
}

/** `XJ-20240805-01*7K3FQ`; from the second version on `XJ-20240805-01/2*M0Q4Z`. */
export function documentCode(code: DocumentCode): string {
  return `${code.number}${code.version === 1 ? '' : `/${code.version}`}*${checkOf(code)}`;
}

/** Reads such a text; undefined for every other, e.g. a code of somebody else on the same page. */
export function readDocumentCode(text: string): ReadCode | undefined {
  const [, number, version, check] = written.exec(text.trim()) ?? [];
  return number === undefined || check === undefined ? undefined : { number, version: Number(version ?? '1'), check };
}

/** Whether what was read is the code of this document. */
export function isCodeOf(read: ReadCode, code: Omit<DocumentCode, 'number' | 'version'>): boolean {
  return read.check === checkOf({ ...code, number: read.number, version: read.version });
}
