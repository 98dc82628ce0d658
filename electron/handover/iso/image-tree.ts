/** A file that goes into an image. `bytes` is its size. */
export type ImageFile = { readonly kind: 'file'; readonly path: string; readonly name: string; readonly bytes: number };
export type ImageFolder = { readonly kind: 'folder'; readonly path: string; readonly name: string; readonly children: readonly ImageNode[] };
export type ImageNode = ImageFile | ImageFolder;

/** What is to be put into a tree: files with their sizes, and folders, which may be empty. */
export type ImageEntry = { readonly kind: 'file'; readonly path: string; readonly bytes: number } | { readonly kind: 'folder'; readonly path: string };

type OpenFolder = { kind: 'folder'; path: string; name: string; children: (OpenFolder | ImageFile)[] };

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

/** Builds the tree below the root from paths with `/`. The result depends on the paths and sizes alone, not on their order. */
export function buildImageTree(entries: readonly ImageEntry[]): ImageFolder {
  const root: OpenFolder = { kind: 'folder', path: '', name: '', children: [] };
  const folders = new Map<string, OpenFolder>([['', root]]);

  function folderAt(path: string): OpenFolder {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const cut = path.lastIndexOf('/');
    const folder: OpenFolder = { kind: 'folder', path, name: path.slice(cut + 1), children: [] };
    folderAt(path.slice(0, Math.max(0, cut))).children.push(folder);
    folders.set(path, folder);
    return folder;
  }

  for (const entry of entries) {
    const cut = entry.path.lastIndexOf('/');
    if (entry.kind === 'folder') folderAt(entry.path);
    else folderAt(entry.path.slice(0, Math.max(0, cut))).children.push({ ...entry, name: entry.path.slice(cut + 1) });
  }
  for (const folder of folders.values()) folder.children.sort(byName);
  return root;
}

/** All files, folder by folder in the order of their names: the order in which their contents lie on the disc. */
export function filesOf(folder: ImageFolder): ImageFile[] {
  return folder.children.flatMap((child) => (child.kind === 'file' ? [child] : filesOf(child)));
}

/** One of the image's two directory trees: the same nodes under other names, and so in another order. */
export type NamedNode = { readonly node: ImageNode; readonly identifier: Buffer; readonly sortKey: string };
export type NamedFolder = { readonly folder: ImageFolder; readonly identifier: Buffer; readonly parent: number; readonly children: readonly NamedNode[] };

/**
 * The folders in path table order (ECMA-119 6.9.1: by level, then by parent, then by identifier), with the children of each in
 * directory order. `parent` is an index into the result; the root is its own parent.
 */
export function foldersInOrder(root: ImageFolder, nameChildren: (folder: ImageFolder) => readonly NamedNode[]): NamedFolder[] {
  const ordered: NamedFolder[] = [];
  const waiting: { folder: ImageFolder; identifier: Buffer; parent: number }[] = [{ folder: root, identifier: Buffer.from([0]), parent: 0 }];
  for (let index = 0; index < waiting.length; index += 1) {
    const next = waiting[index];
    if (next === undefined) break;
    const children = nameChildren(next.folder).toSorted((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
    ordered.push({ ...next, children });
    for (const child of children) {
      if (child.node.kind === 'folder') waiting.push({ folder: child.node, identifier: child.identifier, parent: index });
    }
  }
  return ordered;
}
