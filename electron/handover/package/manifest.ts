import type { PackageEntry } from './description.ts';

/** The files of a package that have a fixed name (RFC 8493). */
export const bagDeclarationName = 'bagit.txt';
export const bagInfoName = 'bag-info.txt';
export const manifestName = 'manifest-sha256.txt';
export const tagManifestName = 'tagmanifest-sha256.txt';
export const payloadFolder = 'data';

/** The whole content of bagit.txt; RFC 8493 §2.1.1 allows nothing else for version 1.0 in UTF-8. */
export const bagDeclaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** One line of a manifest. */
export type ManifestLine = { readonly sha256: string; readonly path: string };

/** What a manifest says, and the numbers of the lines that say nothing legal (counted from 1). */
export type Manifest = { readonly lines: readonly ManifestLine[]; readonly badLines: readonly { readonly number: number; readonly text: string }[] };

/**
 * A manifest as `sha256sum -c` reads it: digest, two spaces, path, line feed; sorted by path. Paths hold neither `%` nor line ends
 * (see file-names.ts), so nothing has to be escaped.
 */
export function formatManifest(entries: readonly PackageEntry[]): string {
  return entries
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map((entry) => `${entry.sha256}  ${entry.path}\n`)
    .join('');
}

/** A list with more lines that make no sense is not read on: a file of nothing but line feeds has millions. */
const mostBadLines = 1000;

/** The lines of a text that end in a line feed, one after the other. */
function* rowsOf(text: string): Generator<string> {
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    yield text.slice(start, end);
    start = end + 1;
  }
}

/**
 * Reads a manifest strictly: only what formatManifest could have written is a line. Upper-case digits, a carriage return, another
 * separator or a missing last line feed are all reported, so that no byte of the file can change unseen.
 */
export function parseManifest(text: string): Manifest {
  const lines: ManifestLine[] = [];
  const badLines: { number: number; text: string }[] = [];
  let number = 0;
  for (const row of rowsOf(text)) {
    number += 1;
    const match = /^([0-9a-f]{64}) {2}(\S.*)$/u.exec(row);
    const [, sha256, path] = match ?? [];
    if (sha256 !== undefined && path !== undefined && !/[\r\ufffd]/.test(path)) lines.push({ sha256, path });
    else badLines.push({ number, text: row });
    if (badLines.length >= mostBadLines) break;
  }
  const last = text.slice(text.lastIndexOf('\n') + 1);
  return { lines, badLines: last === '' ? badLines : [{ number: number + 1, text: last }, ...badLines] };
}
