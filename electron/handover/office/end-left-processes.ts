import path from 'node:path';
import { libreOfficeProfile } from './convert-with-libre-office.ts';
import { processFile } from './convert-by-automation.ts';
import { officeVariables, type OfficeComputer } from './office-computer.ts';
import { runPowerShell, type PowerShellScript } from './power-shell.ts';

/**
 * Ends what works in a folder: LibreOffice and our own script by their command lines, Word and WPS by the list that the script has written.
 * Numbers of processes are given out again; one on the list counts only while it is an office program that was started before the list.
 */
export const endLeftScript: PowerShellScript = {
  name: 'end-left.ps1',
  text: `param([Parameter(Mandatory = $true)][string]$Folder)
$ErrorActionPreference = 'SilentlyContinue'
$name = [IO.Path]::GetFileName($Folder)
$list = Join-Path $Folder '${processFile}'
$listed = @()
if (Test-Path -LiteralPath $list) {
  $listed = @([IO.File]::ReadAllLines($list))
  $written = (Get-Item -LiteralPath $list).LastWriteTime
}
foreach ($process in @(Get-CimInstance -ClassName Win32_Process)) {
  if ($process.ProcessId -eq $PID) { continue }
  $isConversion = ($process.Name -match '^(soffice|powershell)\\.(bin|exe|com)$') -and $process.CommandLine -and $process.CommandLine.Contains($name)
  $isServer = ($listed -contains [string]$process.ProcessId) -and ($process.Name -match '^(winword|excel|wps|et|wpsoffice)\\.exe$') -and ($process.CommandLine -match '[-/](Embedding|Automation)') -and ($process.CreationDate -le $written)
  if ($isConversion -or $isServer) { Stop-Process -Id $process.ProcessId -Force }
}
`,
};

/**
 * Ends the office programs that a killed program has left at work in a folder of its own: they run in process groups of their own and outlive
 * it, a hanging one for ever. Found by the folder's name, which no other process has in its command line. What cannot be ended here is left alone.
 */
export async function endLeftProcesses(computer: OfficeComputer, workFolder: string): Promise<void> {
  const timeoutMs = 30_000;
  if (computer.platform === 'win32') {
    await runPowerShell(computer, endLeftScript, { folder: workFolder, parameters: { Folder: workFolder }, timeoutMs });
    return;
  }
  const name = path.basename(workFolder);
  // Becomes part of a pattern; a folder of another name is none of ours.
  if (!/^work-[0-9a-f]{16}$/.test(name)) return;
  await computer.runProgram({ program: 'pkill', args: ['-KILL', '-f', `UserInstallation=file:.*/${name}/${libreOfficeProfile}`], folder: workFolder, variables: officeVariables(computer), timeoutMs });
}
