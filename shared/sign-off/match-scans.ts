import type { BoardDocument } from './board.ts';
import { isCodeOf, readDocumentCode, type ReadCode } from './document-code.ts';
import { numberedInName, stemOf } from './number-in-name.ts';
import type { FileChoice } from './scan.ts';

/** Whose paper a scan shows: a document, or one of the forms in it. */
export type ScanTarget = FileChoice & { readonly recordId?: string | undefined; readonly version?: number | undefined };

/** What was read on the pages of a file, in their order: the texts of all codes on each. */
export type ScannedFile = { readonly name: string; readonly pages: readonly { readonly codes: readonly string[] }[] };

/** Pages of a file that show one paper, counted from 1. */
export type ProposedPiece = {
  readonly from: number;
  readonly to: number;
  readonly target?: ScanTarget | undefined;
  readonly foundBy: 'code' | 'name' | undefined;
  /** A code of this program was read, but of no document of the plan. */
  readonly strangeCode?: string | undefined;
};

export type MatchingPlan = { readonly contractId: string; readonly documents: readonly BoardDocument[]; /** What all names begin with. */ readonly prefix: string };

/** One target for all that means the same paper. */
export function targetKey({ deliverable, scope, recordId }: ScanTarget): string {
  return `${deliverable} ${scope} ${recordId ?? ''}`;
}

function targetOf(document: BoardDocument, recordId: string | undefined): ScanTarget {
  const { deliverable, scope, records, hasForms } = document;
  // The only form of a document is the document.
  return { deliverable, scope, ...(hasForms && records.length > 1 && recordId !== undefined ? { recordId } : {}) };
}

/** The document, and the form in it, whose code was read. */
function documentOfCode(read: ReadCode, { contractId, documents }: MatchingPlan): ScanTarget | undefined {
  for (const document of documents) {
    const place = document.codeNumbers.indexOf(read.number);
    if (place === -1 || !isCodeOf(read, { contractId, deliverable: document.deliverable })) continue;
    const target = targetOf(document, document.records[place]?.id);
    return read.version === document.version ? target : { ...target, version: read.version };
  }
  return undefined;
}

/** Letters and digits of every script: punctuation is different in every file name. */
function plainText(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** A list or report by its name, with or without what all names begin with; the longest that fits, and only if it is the only one of that length. */
function documentByTitle(stem: string, { documents, prefix }: MatchingPlan): ScanTarget | undefined {
  const plain = plainText(stem);
  const fitting = documents.flatMap((document) => {
    const whole = plainText(document.name);
    const short = plainText(document.name.startsWith(prefix) ? document.name.slice(prefix.length) : document.name);
    const fit = plain.includes(whole) ? whole : short.length >= 4 && plain.includes(short) ? short : '';
    return fit === '' ? [] : [{ document, length: fit.length }];
  });
  const longest = Math.max(0, ...fitting.map(({ length }) => length));
  const [found, ...others] = fitting.filter(({ length }) => length === longest);
  return found === undefined || others.length > 0 ? undefined : targetOf(found.document, undefined);
}

/** The document that a file's name means: by the number of a form in it, else by its own name. */
export function documentOfName(name: string, plan: MatchingPlan): ScanTarget | undefined {
  const forms = plan.documents.flatMap((document) => (document.hasForms ? document.records.map((record) => ({ ...record, document })) : []));
  const form = numberedInName(name, forms);
  if (form !== undefined) return targetOf(form.document, form.id);
  return documentByTitle(stemOf(name), plan);
}

type PageFind = { readonly target: ScanTarget | undefined; readonly strangeCode: string | undefined };

function findOnPage(codes: readonly string[], plan: MatchingPlan): PageFind {
  const read = codes.flatMap((text) => readDocumentCode(text) ?? []);
  for (const code of read) {
    const target = documentOfCode(code, plan);
    if (target !== undefined) return { target, strangeCode: undefined };
  }
  return { target: undefined, strangeCode: read[0] === undefined ? undefined : `${read[0].number}*${read[0].check}` };
}

/** A piece ends where the next page has the code of another paper; pages without one belong to those before them, the first to those behind. */
function splitByCodes(finds: readonly PageFind[]): ProposedPiece[] {
  const pieces: { from: number; to: number; target: ScanTarget | undefined }[] = [];
  for (const [index, { target }] of finds.entries()) {
    const last = pieces.at(-1);
    if (last === undefined) pieces.push({ from: 1, to: 1, target });
    else if (target === undefined || (last.target !== undefined && targetKey(last.target) === targetKey(target))) last.to = index + 1;
    else if (last.target === undefined) {
      last.target = target;
      last.to = index + 1;
    } else pieces.push({ from: index + 1, to: index + 1, target });
  }
  return pieces.map((piece) => ({ ...piece, foundBy: piece.target === undefined ? undefined : 'code' as const }));
}

/** All forms of one document in one file are one scan of that document. */
function joinedForms(pieces: readonly ProposedPiece[], { documents }: MatchingPlan): readonly ProposedPiece[] {
  const [first] = pieces;
  const target = first?.target;
  if (pieces.length < 2 || first === undefined || target?.recordId === undefined) return pieces;
  if (pieces.some((piece) => piece.target?.deliverable !== target.deliverable || piece.target.scope !== target.scope || piece.target.version !== target.version)) return pieces;
  const seen = new Set(pieces.map((piece) => piece.target?.recordId));
  const document = documents.find(({ deliverable, scope }) => deliverable === target.deliverable && scope === target.scope);
  if (document === undefined || !document.records.every(({ id }) => seen.has(id))) return pieces;
  const { recordId: _, ...whole } = target;
  return [{ from: 1, to: pieces.at(-1)?.to ?? first.to, target: whole, foundBy: 'code' }];
}

/** What a scanned file shows: by the codes on its pages, else by its name. Every page is in exactly one piece, in order. */
export function proposeScan(file: ScannedFile, plan: MatchingPlan): readonly ProposedPiece[] {
  const finds = file.pages.map(({ codes }) => findOnPage(codes, plan));
  if (finds.some(({ target }) => target !== undefined)) return joinedForms(splitByCodes(finds), plan);
  const target = documentOfName(file.name, plan);
  const strangeCode = finds.find((find) => find.strangeCode !== undefined)?.strangeCode;
  return [{ from: 1, to: Math.max(1, file.pages.length), target, foundBy: target === undefined ? undefined : 'name', ...(strangeCode === undefined ? {} : { strangeCode }) }];
}

/** What is to be thought about before a scan is kept; several may be true. */
export type ScanDoubt = 'unmatched' | 'strange-code' | 'twice' | 'scanned-already' | 'replaced-version' | 'newer-version' | 'renewal' | 'stale';

/** Doubts about each piece, in the company of all others of the table. */
export function scanDoubts(pieces: readonly Pick<ProposedPiece, 'target' | 'strangeCode'>[], documents: readonly BoardDocument[]): readonly (readonly ScanDoubt[])[] {
  const counts = new Map<string, number>();
  for (const { target } of pieces) if (target !== undefined) counts.set(targetKey(target), (counts.get(targetKey(target)) ?? 0) + 1);
  const byKey = new Map(documents.map((document) => [`${document.deliverable} ${document.scope}`, document]));
  return pieces.map(({ target, strangeCode }) => {
    const strange: readonly ScanDoubt[] = strangeCode === undefined ? [] : ['strange-code'];
    const document = target === undefined ? undefined : byKey.get(`${target.deliverable} ${target.scope}`);
    if (target === undefined || document === undefined) return ['unmatched', ...strange];
    const isScanned = target.recordId === undefined ? document.scans > document.scannedRecords.length || document.state === 'scanned' : document.scannedRecords.includes(target.recordId);
    const version = target.version ?? document.version;
    return [
      ...strange,
      ...((counts.get(targetKey(target)) ?? 0) > 1 ? ['twice' as const] : []),
      ...(version < document.version ? ['replaced-version' as const] : version > document.version ? ['newer-version' as const] : [
        ...(isScanned ? ['scanned-already' as const] : []),
        ...(document.renewal === undefined ? [] : ['renewal' as const]),
        ...(document.isStale ? ['stale' as const] : []),
      ]),
    ];
  });
}
