import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { officeVariables, type OfficeComputer } from './office-computer.ts';
import { officeKinds, officeNames, type OfficeProgram } from './office-program.ts';

/** Absolute folders of the search path; a relative entry would run whatever lies in the folder a person happens to be in. */
function searchFolders({ platform, variables }: OfficeComputer): readonly string[] {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  const value = variables['PATH'] ?? variables['Path'] ?? '';
  return value.split(paths.delimiter).filter((folder) => paths.isAbsolute(folder));
}

/** Folders like `/opt/libreoffice24.8`, the newest name first. */
async function versionFolders(parent: string): Promise<readonly string[]> {
  const names = await readdir(parent).catch(() => []);
  return names.filter((name) => /^libreoffice/i.test(name)).toSorted((a, b) => (a < b ? 1 : -1)).map((name) => path.posix.join(parent, name));
}

/** Where LibreOffice may be, in the order in which it is looked for. */
export async function libreOfficePlaces(computer: OfficeComputer): Promise<readonly string[]> {
  const { platform, home, variables } = computer;
  switch (platform) {
    case 'win32': {
      const roots = [variables['ProgramW6432'], variables['ProgramFiles'], variables['ProgramFiles(x86)'], variables['LOCALAPPDATA'] && path.win32.join(variables['LOCALAPPDATA'], 'Programs')];
      // soffice.com is the flavour that waits until the work is done.
      const usual = roots.flatMap((root) => (root === undefined || root === '' ? [] : [path.win32.join(root, 'LibreOffice', 'program', 'soffice.com')]));
      return [...new Set([...usual, ...searchFolders(computer).map((folder) => path.win32.join(folder, 'soffice.com'))])];
    }
    case 'darwin': {
      const inside = 'LibreOffice.app/Contents/MacOS/soffice';
      return [path.posix.join('/Applications', inside), path.posix.join(home, 'Applications', inside)];
    }
    default: {
      const own = (await versionFolders('/opt')).map((folder) => path.posix.join(folder, 'program/soffice'));
      const onPath = searchFolders(computer).flatMap((folder) => [path.posix.join(folder, 'soffice'), path.posix.join(folder, 'libreoffice')]);
      return [...new Set([...onPath, '/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice', ...own, '/snap/bin/libreoffice'])];
    }
  }
}

async function isFile(place: string): Promise<boolean> {
  return stat(place).then((entry) => entry.isFile(), () => false);
}

/** `LibreOffice 7.4.7.2 40(Build:2)` → `7.4.7.2`. */
export function libreOfficeVersion(output: string): string {
  return /LibreOffice\S*\s+(\d[\d.]*)/.exec(output)?.[1] ?? '';
}

/**
 * The first LibreOffice that answers; undefined where there is none.
 * @param folder where it is asked for its version
 */
export async function findLibreOffice(computer: OfficeComputer, folder: string): Promise<OfficeProgram | undefined> {
  for (const file of await libreOfficePlaces(computer)) {
    if (!(await isFile(file))) continue;
    const answer = await computer.runProgram({ program: file, args: ['--version'], folder, variables: officeVariables(computer), timeoutMs: 30_000 });
    const version = libreOfficeVersion(answer.output);
    if (answer.end === 'exited' && version !== '') return { id: 'libreoffice', name: officeNames.libreoffice, version, kinds: officeKinds, start: { how: 'file', file } };
  }
  return undefined;
}
