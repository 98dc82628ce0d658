import type { OfficeComputer } from './office-computer.ts';
import { officeNames, type OfficeKind, type OfficeProgram } from './office-program.ts';
import { runPowerShell, type PowerShellScript } from './power-shell.ts';

/** The names under which Windows starts the programs, the preferred first. */
const programIds: readonly (readonly [programId: string, kind: OfficeKind])[] = [
  ['Word.Application', 'docx'], ['Excel.Application', 'xlsx'],
  ['KWPS.Application', 'docx'], ['KET.Application', 'xlsx'],
  ['WPS.Application', 'docx'], ['ET.Application', 'xlsx'],
];

/** Prints `ProgId|file.exe|version` for each name that a program which is still there answers to. Starts none of them. */
const findScript: PowerShellScript = {
  name: 'find-office.ps1',
  text: `param([Parameter(Mandatory = $true)][string]$ProgIds)
$ErrorActionPreference = 'SilentlyContinue'
function Get-DefaultValue([string]$Key) { (Get-ItemProperty -LiteralPath "Registry::HKEY_CLASSES_ROOT\\$Key").'(default)' }
foreach ($progId in $ProgIds.Split(',')) {
  $class = Get-DefaultValue "$progId\\CLSID"
  if (-not $class) { continue }
  $server = Get-DefaultValue "CLSID\\$class\\LocalServer32"
  if (-not $server) { $server = Get-DefaultValue "WOW6432Node\\CLSID\\$class\\LocalServer32" }
  if (-not $server) { continue }
  $file = [regex]::Match($server, '^\\s*"?(.+?\\.exe)', 'IgnoreCase').Groups[1].Value
  if (-not $file -or -not (Test-Path -LiteralPath $file)) { continue }
  $version = (Get-Item -LiteralPath $file).VersionInfo.ProductVersion
  [Console]::Out.WriteLine($progId + '|' + [IO.Path]::GetFileName($file) + '|' + $version)
}
`,
};

/** WPS also answers to Word's names where the person has let it; the file tells who it is. */
const owners: Readonly<Record<string, 'word' | 'wps'>> = {
  'winword.exe': 'word', 'excel.exe': 'word', 'wps.exe': 'wps', 'et.exe': 'wps', 'wpsoffice.exe': 'wps', 'ksolaunch.exe': 'wps',
};

/** Reads what the search printed: Word, WPS or both, each with the kinds of files it takes. */
export function automationPrograms(output: string): readonly OfficeProgram[] {
  const answers = output.split(/\r?\n/).flatMap((line) => {
    const [programId = '', file = '', version = ''] = line.trim().split('|');
    const owner = owners[file.toLowerCase()];
    const kind = programIds.find(([known]) => known === programId)?.[1];
    return owner === undefined || kind === undefined ? [] : [{ programId, owner, kind, version }];
  });
  return (['word', 'wps'] as const).flatMap((id): OfficeProgram[] => {
    const own = answers.filter((answer) => answer.owner === id);
    const named = (kind: OfficeKind): string | undefined => own.find((answer) => answer.kind === kind)?.programId;
    const [docx, xlsx] = [named('docx'), named('xlsx')];
    const first = own[0];
    if (first === undefined) return [];
    return [{
      id,
      name: officeNames[id],
      version: first.version,
      kinds: [...(docx === undefined ? [] : (['docx'] as const)), ...(xlsx === undefined ? [] : (['xlsx'] as const))],
      start: { how: 'automation', programIds: { ...(docx === undefined ? {} : { docx }), ...(xlsx === undefined ? {} : { xlsx }) } },
    }];
  });
}

/**
 * Word and WPS on a Windows computer, from the registry; neither is started.
 * @param folder takes the script for the time of the search
 */
export async function findAutomation(computer: OfficeComputer, folder: string): Promise<readonly OfficeProgram[]> {
  const ended = await runPowerShell(computer, findScript, { folder, parameters: { ProgIds: programIds.map(([programId]) => programId).join(',') }, timeoutMs: 30_000 });
  return ended.end === 'exited' ? automationPrograms(ended.output) : [];
}
