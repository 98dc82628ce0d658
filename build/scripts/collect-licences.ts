import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A package that the program contains, with the terms under which it may. */
export type Licence = { readonly name: string; readonly version: string; readonly licence: string; readonly text: string };

type PackageFile = { readonly name?: string; readonly version?: string; readonly license?: string | { readonly type?: string }; readonly dependencies?: Readonly<Record<string, string>> };

/** What ends up in the program, besides `dependencies`: the window and the core are bundled from these development packages. */
const bundledPackages = ['@ant-design/icons', '@tanstack/react-virtual', 'antd', 'dayjs', 'docx-preview', 'echarts', 'pdfjs-dist', 'react', 'react-dom', 'zustand', 'zxing-wasm', 'electron'];
/** Longer than any licence; a package that ships a whole book of notices is cut. */
const longestText = 40_000;

/**
 * The licences of every package in the program, from the installed packages alone: the dependencies, what is bundled, and what those need.
 * Sorted by name.
 */
export function collectLicences(root: string): readonly Licence[] {
  const start = readPackage(root);
  const found = new Map<string, Licence>();
  const waiting = [...Object.keys(start?.dependencies ?? {}), ...bundledPackages].map((name) => ({ name, from: root }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const folder = installed(next.name, next.from, root);
    const described = folder === undefined ? undefined : readPackage(folder);
    if (folder === undefined || described === undefined) continue;
    const key = `${next.name} ${described.version ?? ''}`;
    if (found.has(key)) continue;
    found.set(key, { name: next.name, version: described.version ?? '', licence: licenceName(described), text: licenceText(folder) });
    // The Electron package's own dependencies only download it.
    if (next.name !== 'electron') waiting.push(...Object.keys(described.dependencies ?? {}).map((name) => ({ name, from: folder })));
  }
  return [...found.values()].toSorted((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

function readPackage(folder: string): PackageFile | undefined {
  const file = path.join(folder, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PackageFile) : undefined;
}

/** Where Node would find a package: in the nearest node_modules upwards. */
function installed(name: string, from: string, root: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const place = path.join(folder, 'node_modules', name);
    if (existsSync(path.join(place, 'package.json'))) return place;
    if (folder === root || folder === path.dirname(folder)) return undefined;
  }
}

function licenceName({ license }: PackageFile): string {
  return typeof license === 'string' ? license : (license?.type ?? '');
}

function licenceText(folder: string): string {
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)(\.|-|$)/i.test(name)).toSorted();
  return files.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('\n\n').slice(0, longestText);
}
