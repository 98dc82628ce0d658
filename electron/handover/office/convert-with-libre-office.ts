import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FolderConversion } from './conversion.ts';
import { officeVariables, type OfficeComputer } from './office-computer.ts';
import type { OfficeKind } from './office-program.ts';
import type { ProgramEnd } from './run-program.ts';

/** Read as what it is, whatever the content pretends to be; written as PDF. */
const filters: Readonly<Record<OfficeKind, { readonly read: string; readonly write: string }>> = {
  docx: { read: 'MS Word 2007 XML', write: 'pdf:writer_pdf_Export' },
  xlsx: { read: 'Calc MS Excel 2007 XML', write: 'pdf:calc_pdf_Export' },
};

function setting(place: string, name: string, value: string): string {
  return `<item oor:path="/org.openoffice.${place}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;
}

/** LibreOffice fetches linked pictures whatever its security settings say; with a proxy that is not there it gets nothing. */
const noNetwork = [
  ...['ooInetHTTPProxyName', 'ooInetHTTPSProxyName'].map((name) => ['Inet/Settings', name, '127.0.0.1'] as const),
  ...['ooInetHTTPProxyPort', 'ooInetHTTPSProxyPort'].map((name) => ['Inet/Settings', name, '1'] as const),
  ['Inet/Settings', 'ooInetNoProxy', ''] as const,
  ['Inet/Settings', 'ooInetProxyType', '2'] as const,
];

/** A profile that runs nothing, fetches nothing, and asks nothing. */
const profileSettings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${[
  setting('Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'),
  setting('Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'),
  setting('Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'),
  setting('Office.Common/Security/Scripting', 'DisableActiveContent', 'true'),
  setting('Office.Writer/Content/Update', 'Link', '0'),
  setting('Office.Calc/Content/Update', 'Link', '1'),
  // A printed page, not a form to be filled in: newer versions turn content controls into fields, which print without their text.
  setting('Office.Common/Filter/PDF/Export', 'ExportFormFields', 'false'),
  // Tells the page on which each form of a file of several begins.
  setting('Office.Common/Filter/PDF/Export', 'ExportBookmarksToPDFDestination', 'true'),
  setting('Office.Common/Misc', 'FirstRun', 'false'),
  setting('Office.Common/Misc', 'CollectUsageInformation', 'false'),
  ...noNetwork.map(([place, name, value]) => setting(place, name, value)),
].join('\n')}
</oor:items>
`;

/** Folder of a process's own settings in its work folder. */
export const libreOfficeProfile = 'profile';

/** Arguments that turn files into PDFs beside them, without window, recovery or questions, in a profile of their own. */
export function libreOfficeArguments(kind: OfficeKind, profile: string, folder: string, files: readonly string[]): readonly string[] {
  const { read, write } = filters[kind];
  return [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    '--headless', '--invisible', '--norestore', '--nologo', '--nodefault', '--nofirststartwizard', '--nolockcheck',
    `--infilter=${read}`, '--convert-to', write, '--outdir', folder, ...files,
  ];
}

/**
 * Two conversions on one profile would disturb each other and a running LibreOffice of the person's would take the work over,
 * so every process gets a fresh profile in the work folder.
 */
export async function convertWithLibreOffice(computer: OfficeComputer, program: string, work: FolderConversion): Promise<ProgramEnd> {
  const profile = path.join(work.folder, libreOfficeProfile);
  await mkdir(path.join(profile, 'user'), { recursive: true });
  await writeFile(path.join(profile, 'user', 'registrymodifications.xcu'), profileSettings);
  return computer.runProgram({
    program,
    args: libreOfficeArguments(work.kind, profile, work.folder, work.names.map((name) => path.join(work.folder, name))),
    folder: work.folder,
    variables: officeVariables(computer),
    timeoutMs: work.timeoutMs,
    signal: work.signal,
  });
}
