import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FolderConversion } from './conversion.ts';
import { officeVariables, type OfficeComputer } from './office-computer.ts';
import { runPowerShell, type PowerShellScript } from './power-shell.ts';
import { taskKillProgram, type ProgramEnd } from './run-program.ts';

/** In the work folder: the programs that a conversion has started through Windows, one process number in a line. */
export const processFile = 'processes.txt';
const failureFile = 'failures.txt';

/**
 * Opens every file of a folder in Word or WPS and exports it. What is already open there is left alone: only an instance that
 * this script has started is silenced, and only that one is closed at the end. Its process is written down, so that it can be
 * ended when it hangs.
 */
export const convertScript: PowerShellScript = {
  name: 'convert-office.ps1',
  text: `param(
  [Parameter(Mandatory = $true)][string]$ProgId,
  [Parameter(Mandatory = $true)][ValidateSet('docx', 'xlsx')][string]$Kind,
  [Parameter(Mandatory = $true)][string]$Folder
)
$ErrorActionPreference = 'Stop'
$failures = Join-Path $Folder '${failureFile}'
function Get-Servers {
  @(Get-CimInstance -ClassName Win32_Process |
    Where-Object { $_.Name -match '^(winword|excel|wps|et|wpsoffice)\\.exe$' -and $_.CommandLine -match '[-/](Embedding|Automation)' } |
    ForEach-Object { [string]$_.ProcessId })
}
$before = @(Get-Servers)
$application = New-Object -ComObject $ProgId
$isOurs = $false
try {
  [IO.File]::WriteAllLines((Join-Path $Folder '${processFile}'), [string[]]@(Get-Servers | Where-Object { $before -notcontains $_ }))
  if ($Kind -eq 'docx') { $open = $application.Documents } else { $open = $application.Workbooks }
  $isOurs = ($open.Count -eq 0) -and (-not $application.Visible)
  if ($isOurs) {
    $application.DisplayAlerts = 0
    try { $application.AutomationSecurity = 3 } catch { }
  }
  foreach ($source in [IO.Directory]::GetFiles($Folder, "*.$Kind")) {
    $target = [IO.Path]::ChangeExtension($source, '.pdf')
    $document = $null
    try {
      if ($Kind -eq 'docx') {
        $document = $open.Open($source, $false, $true, $false)
        # The last one makes bookmarks of the document's own: they tell where each form of a file begins.
        try { $document.ExportAsFixedFormat($target, 17, $false, 0, 0, 1, 1, 0, $true, $true, 2) } catch { $document.ExportAsFixedFormat($target, 17) }
      } else {
        $document = $open.Open($source, 0, $true)
        $document.ExportAsFixedFormat(0, $target)
      }
    } catch {
      [IO.File]::AppendAllText($failures, [IO.Path]::GetFileName($source) + ': ' + $_.Exception.Message + [Environment]::NewLine)
    } finally {
      if ($null -ne $document) {
        try { if ($Kind -eq 'docx') { $document.Close(0) } else { $document.Close($false) } } catch { }
      }
    }
  }
} finally {
  if ($isOurs) { try { if ($Kind -eq 'docx') { $application.Quit(0) } else { $application.Quit() } } catch { } }
  [void][Runtime.InteropServices.Marshal]::FinalReleaseComObject($application)
}
`,
};

async function linesOf(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.replace(/^\uFEFF/, '').split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '');
}

/** Ends the processes that a conversion has started and that did not end with it. Without a list there is nothing to end. */
async function endLeftovers(computer: OfficeComputer, folder: string): Promise<void> {
  const ids = (await linesOf(path.join(folder, processFile))).filter((line) => /^\d{1,10}$/.test(line));
  for (const id of ids) {
    await computer.runProgram({ program: taskKillProgram(computer), args: ['/PID', id, '/T', '/F'], folder, variables: officeVariables(computer), timeoutMs: 10_000 });
  }
}

/** Converts with Word or WPS through Windows' automation. @param programId such as `Word.Application` */
export async function convertByAutomation(computer: OfficeComputer, programId: string, work: FolderConversion): Promise<ProgramEnd> {
  const { folder, kind, timeoutMs, signal } = work;
  const ended = await runPowerShell(computer, convertScript, { folder, parameters: { ProgId: programId, Kind: kind, Folder: folder }, timeoutMs, signal });
  // A script that was ended could not close the program; one that ended by itself has done so.
  if (ended.end !== 'exited') await endLeftovers(computer, folder);
  const failures = await linesOf(path.join(folder, failureFile));
  return failures.length === 0 ? ended : { ...ended, complaint: failures.join('\n') };
}
