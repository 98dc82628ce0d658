import { toUcs2 } from './iso-fields.ts';
import type { ImageFolder, NamedNode } from './image-tree.ts';

const plainName = /^([A-Z0-9_]{1,8})(?:\.([A-Z0-9_]{1,3}))?$/;

/**
 * Names of the primary tree: 8.3 in d-characters (ISO 9660 level 1), which even the oldest reader takes. A name that is plain already
 * stays (`BAGIT.TXT`); all others become `F00001.DOC` and `D00001`. People see the Rock Ridge or the Joliet name.
 */
export function primaryNames(folder: ImageFolder): NamedNode[] {
  const taken = new Set<string>();
  const plain = folder.children.map((node) => {
    const match = plainName.exec(node.name.toUpperCase());
    if (match === null || (node.kind === 'folder' && match[2] !== undefined)) return undefined;
    return claim(match[1] ?? '', match[2] ?? '');
  });

  function claim(stem: string, extension: string): { stem: string; extension: string; key: string } | undefined {
    const key = stem.padEnd(8) + extension.padEnd(3);
    if (taken.has(key)) return undefined;
    taken.add(key);
    return { stem, extension, key };
  }

  let number = 0;
  return folder.children.map((node, index) => {
    const extension = node.kind === 'folder' ? '' : extensionOf(node.name);
    let name = plain[index];
    while (name === undefined) {
      number += 1;
      name = claim(`${node.kind === 'folder' ? 'D' : 'F'}${String(number).padStart(5, '0')}`, extension);
    }
    const identifier = node.kind === 'folder' ? name.stem : `${name.stem}.${name.extension};1`;
    return { node, identifier: Buffer.from(identifier, 'latin1'), sortKey: name.key };
  });
}

function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toUpperCase().replaceAll(/[^A-Z0-9_]/g, '').slice(0, 3);
}

/** Names of the Joliet tree: as they are, files with the version that the standard asks for. */
export function jolietNames(folder: ImageFolder): NamedNode[] {
  return folder.children.map((node) => ({ node, identifier: toUcs2(node.kind === 'folder' ? node.name : `${node.name};1`), sortKey: node.name }));
}

/** A volume name in d-characters, at most 16 of them because Joliet has no room for more: `YZT2024-01 光盘` becomes `YZT2024_01`. */
export function legalVolumeId(text: string): string {
  const legal = text.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '').slice(0, 16).replace(/_+$/, '');
  return legal === '' ? 'HANDOVER' : legal;
}

/** Whether a text may be a volume name as it stands. */
export function isVolumeId(text: string): boolean {
  return /^[A-Z0-9_]{1,16}$/.test(text);
}
