import { putBoth32 } from './iso-fields.ts';

/**
 * The system use entries (SUSP 1.12, RRIP 1.12) that give the primary tree its real names, on Linux and macOS.
 * Everything belongs to root and is read-only, as it is on a disc.
 */
const folderMode = 0o040555;
const fileMode = 0o100444;
const scriptMode = 0o100555;

function entry(signature: string, version: number, body: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(signature, 'latin1'), Buffer.from([4 + body.length, version]), body]);
}

/** SP: "this disc uses system use entries"; the first one of the root's own record. */
export function sharingEntry(): Buffer {
  return entry('SP', 1, Buffer.from([0xbe, 0xef, 0]));
}

/** ER: which extension is in use. */
export function extensionEntry(): Buffer {
  const id = 'IEEE_P1282';
  const description = 'THE IEEE P1282 PROTOCOL PROVIDES SUPPORT FOR POSIX FILE SYSTEM SEMANTICS';
  const source = 'PLEASE CONTACT THE IEEE STANDARDS DEPARTMENT, PISCATAWAY, NJ, USA FOR THE P1282 SPECIFICATION';
  return entry('ER', 1, Buffer.concat([Buffer.from([id.length, description.length, source.length, 1]), Buffer.from(id + description + source, 'latin1')]));
}

/** PX: mode, links, owner, group and serial number. `.sh` files may be run. */
export function attributesEntry(node: { readonly kind: 'file' | 'folder'; readonly name: string }, links: number, serial: number): Buffer {
  const body = Buffer.alloc(40);
  const mode = node.name.endsWith('.sh') ? scriptMode : fileMode;
  putBoth32(body, 0, node.kind === 'folder' ? folderMode : mode);
  putBoth32(body, 8, links);
  putBoth32(body, 32, serial);
  return entry('PX', 1, body);
}

/** TF: the time of last modification, in the seven-byte form. */
export function timeEntry(date: Buffer): Buffer {
  return entry('TF', 1, Buffer.concat([Buffer.from([0x02]), date]));
}

/** NM: the real name, UTF-8. */
export function nameEntry(name: string): Buffer {
  return entry('NM', 1, Buffer.concat([Buffer.from([0]), Buffer.from(name, 'utf8')]));
}

/** CE: where the entries go on that have no room in the record. */
export function continuationEntry(sector: number, offset: number, bytes: number): Buffer {
  const body = Buffer.alloc(24);
  putBoth32(body, 0, sector);
  putBoth32(body, 8, offset);
  putBoth32(body, 16, bytes);
  return entry('CE', 1, body);
}
