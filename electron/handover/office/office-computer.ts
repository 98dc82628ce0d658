import path from 'node:path';
import { runProgramOn, type RunProgram } from './run-program.ts';

/** What the search for office programs and their start need to know of a computer; tests pass their own. */
export type OfficeComputer = {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly runProgram: RunProgram;
};

/** The computer that this runs on. */
export function thisOfficeComputer(platform: NodeJS.Platform, home: string, variables: Readonly<Record<string, string | undefined>>): OfficeComputer {
  return { platform, home, variables, runProgram: runProgramOn({ platform, variables }) };
}

/**
 * What an office program may learn of the environment: where its system and the person's fonts are, and the language.
 * Not the session (D-Bus, display), no proxies, nothing that a shell or another program left there.
 */
const passedOn: Readonly<Record<'win32' | 'posix', readonly string[]>> = {
  win32: [
    'SystemRoot', 'SystemDrive', 'windir', 'ComSpec', 'PATHEXT', 'TEMP', 'TMP', 'USERPROFILE', 'USERNAME', 'USERDOMAIN', 'HOMEDRIVE', 'HOMEPATH', 'APPDATA', 'LOCALAPPDATA',
    'ProgramData', 'ALLUSERSPROFILE', 'ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432', 'CommonProgramFiles', 'CommonProgramFiles(x86)', 'CommonProgramW6432',
    'PROCESSOR_ARCHITECTURE', 'NUMBER_OF_PROCESSORS', 'OS', 'PSModulePath',
  ],
  posix: ['HOME', 'LANG', 'LC_ALL', 'LC_CTYPE', 'TZ', 'TMPDIR', 'XDG_DATA_HOME', 'XDG_DATA_DIRS', 'XDG_CACHE_HOME', 'FONTCONFIG_PATH', 'FONTCONFIG_FILE'],
};

/** The search path of the system alone: nothing that lies in a folder of the person's may be taken for a system program. */
function systemPath({ platform, variables }: OfficeComputer): string {
  if (platform !== 'win32') return '/usr/local/bin:/usr/bin:/bin';
  const root = variables['SystemRoot'] ?? 'C:\\Windows';
  return [path.win32.join(root, 'System32'), root, path.win32.join(root, 'System32', 'Wbem')].join(';');
}

/** The environment of an office program. */
export function officeVariables(computer: OfficeComputer): Readonly<Record<string, string>> {
  const names = passedOn[computer.platform === 'win32' ? 'win32' : 'posix'];
  const kept = names.flatMap((name) => {
    const value = computer.variables[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), PATH: systemPath(computer) };
}
