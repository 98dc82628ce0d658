import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { officeVariables, type OfficeComputer } from './office-computer.ts';
import type { ProgramEnd } from './run-program.ts';

export type PowerShellScript = { readonly name: string; readonly text: string };

type ScriptCall = {
  /** Takes the script file, and is where it runs. */
  readonly folder: string;
  /** `Name` → value; values are passed as they are and are never part of the script. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly onOutput?: ((piece: string) => void) | undefined;
};

/**
 * Arguments that run a script file with parameters: no profile of the person's, no questions, no window. A file and not
 * -EncodedCommand, which virus scanners take for an attack.
 */
export function powerShellArguments(file: string, parameters: Readonly<Record<string, string>>): readonly string[] {
  const values = Object.entries(parameters).flatMap(([name, value]) => [`-${name}`, value]);
  return ['-NoLogo', '-NoProfile', '-NonInteractive', '-WindowStyle', 'Hidden', '-ExecutionPolicy', 'Bypass', '-File', file, ...values];
}

/** Windows' own PowerShell by its full path; a file of that name elsewhere is never run. */
export function powerShellProgram({ variables }: Pick<OfficeComputer, 'variables'>): string {
  return path.win32.join(variables['SystemRoot'] ?? 'C:\\Windows', 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
}

/** Writes the script into the folder and runs it there. Never throws but for a folder that cannot be written. */
export async function runPowerShell(computer: OfficeComputer, script: PowerShellScript, call: ScriptCall): Promise<ProgramEnd> {
  const { folder, parameters, timeoutMs, signal, onOutput } = call;
  const file = path.join(folder, script.name);
  // Windows PowerShell reads a file without the mark in the old code page.
  await writeFile(file, `\uFEFF${script.text.replaceAll('\n', '\r\n')}`, 'utf8');
  return computer.runProgram({ program: powerShellProgram(computer), args: powerShellArguments(file, parameters), folder, variables: officeVariables(computer), timeoutMs, signal, onOutput });
}
