import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { convertByAutomation, convertScript } from '../../../electron/handover/office/convert-by-automation.ts';
import { endLeftProcesses, endLeftScript } from '../../../electron/handover/office/end-left-processes.ts';
import { automationPrograms } from '../../../electron/handover/office/find-automation.ts';
import { libreOfficePlaces, libreOfficeVersion } from '../../../electron/handover/office/find-libre-office.ts';
import { officeVariables, type OfficeComputer } from '../../../electron/handover/office/office-computer.ts';
import type { ProgramCall } from '../../../electron/handover/office/run-program.ts';

/** None of this has run on Windows: what is proved here is what would be started there, and with what. */

const windows: Omit<OfficeComputer, 'runProgram'> = {
  platform: 'win32',
  home: 'C:\\Users\\someone',
  variables: {
    SystemRoot: 'C:\\Windows', ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)', PATH: 'C:\\tools;relative\\bin;.', USERPROFILE: 'C:\\Users\\someone',
    HTTP_PROXY: 'proxy', NODE_OPTIONS: '--inspect', SECRET: 'x',
  },
};

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'automation-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the search', () => {
  test('Word and WPS are told apart by their files, also where WPS answers to the names of Word', () => {
    expect(automationPrograms('Word.Application|WINWORD.EXE|16.0.1\r\nExcel.Application|EXCEL.EXE|16.0.1\r\nKWPS.Application|wps.exe|12.1.0\r\n')).toEqual([
      { id: 'word', name: 'Word', version: '16.0.1', kinds: ['docx', 'xlsx'], start: { how: 'automation', programIds: { docx: 'Word.Application', xlsx: 'Excel.Application' } } },
      { id: 'wps', name: 'WPS', version: '12.1.0', kinds: ['docx'], start: { how: 'automation', programIds: { docx: 'KWPS.Application' } } },
    ]);
    expect(automationPrograms('Word.Application|wps.exe|12.1.0\nKET.Application|et.exe|12.1.0\nnoise\nOther.Application|WINWORD.EXE|1')).toEqual([
      { id: 'wps', name: 'WPS', version: '12.1.0', kinds: ['docx', 'xlsx'], start: { how: 'automation', programIds: { docx: 'Word.Application', xlsx: 'KET.Application' } } },
    ]);
    expect(automationPrograms('')).toEqual([]);
  });

  test('LibreOffice is looked for where its installers put it, and never by a relative path', async () => {
    const run = { runProgram: () => Promise.reject(new Error('nothing is started here')) };
    expect(await libreOfficePlaces({ ...windows, ...run })).toEqual([
      'C:\\Program Files\\LibreOffice\\program\\soffice.com', 'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.com', 'C:\\tools\\soffice.com',
    ]);
    expect(await libreOfficePlaces({ platform: 'darwin', home: '/Users/someone', variables: {}, ...run })).toEqual([
      '/Applications/LibreOffice.app/Contents/MacOS/soffice', '/Users/someone/Applications/LibreOffice.app/Contents/MacOS/soffice',
    ]);
    const linux = await libreOfficePlaces({ platform: 'linux', home: '/home/someone', variables: { PATH: 'bin:/usr/bin:.' }, ...run });
    expect(linux.slice(0, 2)).toEqual(['/usr/bin/soffice', '/usr/bin/libreoffice']);
    expect(linux.filter((place) => !place.startsWith('/'))).toEqual([]);
  });

  test.each([['LibreOffice 7.4.7.2 40(Build:2)', '7.4.7.2'], ['LibreOfficeDev 25.8.0.0.alpha0', '25.8.0.0.'], ['', ''], ['OpenOffice 4', '']])('%s is version %s', (output, version) => {
    expect(libreOfficeVersion(output)).toBe(version);
  });

  test('a program learns of the environment only what it needs', () => {
    expect(officeVariables({ ...windows, runProgram: () => Promise.reject(new Error('not asked')) })).toEqual({
      SystemRoot: 'C:\\Windows', ProgramFiles: 'C:\\Program Files', 'ProgramFiles(x86)': 'C:\\Program Files (x86)', USERPROFILE: 'C:\\Users\\someone', PATH: 'C:\\Windows\\System32;C:\\Windows;C:\\Windows\\System32\\Wbem',
    });
  });
});

test('what a killed program left at work is ended by the folder that only its command line names, or by the list of its programs', async () => {
  const ended = async (system: Omit<OfficeComputer, 'runProgram'>, name: string): Promise<readonly (readonly string[])[]> => {
    const calls: ProgramCall[] = [];
    const work = path.join(folder, name);
    await mkdir(work);
    await endLeftProcesses({ ...system, runProgram: (call) => Promise.resolve({ end: 'exited', code: calls.push(call), output: '', complaint: '' }) }, work);
    return calls.map(({ program, args }) => [path.win32.basename(program), ...args.slice(-2)]);
  };
  const linux = { platform: 'linux', home: '/', variables: {} } as const;
  expect(await ended(linux, 'work-0123456789abcdef')).toEqual([['pkill', '-f', 'UserInstallation=file:.*/work-0123456789abcdef/profile']]);
  // Not a pattern of ours: `.*` would end every LibreOffice.
  expect(await ended(linux, 'work-.*')).toEqual([]);
  expect(await ended(windows, 'work-0123456789abcdea')).toEqual([['powershell.exe', '-Folder', path.join(folder, 'work-0123456789abcdea')]]);
  expect(endLeftScript.text).toContain("Join-Path $Folder 'processes.txt'");
});

describe('conversion by Windows automation', () => {
  async function convert(end: 'exited' | 'timed-out', left: Readonly<Record<string, string>>): Promise<{ readonly calls: readonly ProgramCall[]; readonly complaint: string }> {
    const calls: ProgramCall[] = [];
    const runProgram = async (call: ProgramCall): Promise<{ end: 'exited' | 'timed-out'; code: null; output: string; complaint: string }> => {
      calls.push(call);
      if (calls.length === 1) for (const [name, text] of Object.entries(left)) await writeFile(path.join(folder, name), text);
      return { end, code: null, output: '', complaint: '' };
    };
    const ended = await convertByAutomation({ ...windows, runProgram }, 'KWPS.Application', { folder, kind: 'docx', names: ['0001.docx'], timeoutMs: 1000 });
    return { calls, complaint: ended.complaint };
  }

  test('the script is a file, and names go to it only as parameters', async () => {
    const { calls } = await convert('exited', {});
    expect(calls.map(({ program, args, folder: place, timeoutMs }) => ({ program, args, place, timeoutMs }))).toEqual([{
      program: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
      args: ['-NoLogo', '-NoProfile', '-NonInteractive', '-WindowStyle', 'Hidden', '-ExecutionPolicy', 'Bypass', '-File', path.join(folder, convertScript.name), '-ProgId', 'KWPS.Application', '-Kind', 'docx', '-Folder', folder],
      place: folder,
      timeoutMs: 1000,
    }]);
    const script = await readFile(path.join(folder, convertScript.name), 'utf8');
    expect(script.startsWith('\uFEFFparam(\r\n')).toBe(true);
    expect(script.slice(1)).not.toMatch(/\P{ASCII}/u);
    expect(script).not.toContain(folder);
  });

  test('the script silences, quits and disables macros only in an instance of its own', () => {
    expect(convertScript.text).toMatch(/\$isOurs = \(\$open\.Count -eq 0\) -and \(-not \$application\.Visible\)/);
    expect(convertScript.text).toMatch(/if \(\$isOurs\) \{\n {4}\$application\.DisplayAlerts = 0\n {4}try \{ \$application\.AutomationSecurity = 3 \}/);
    expect(convertScript.text).toMatch(/finally \{\n {2}if \(\$isOurs\) \{ try \{ if \(\$Kind -eq 'docx'\) \{ \$application\.Quit\(0\) \}/);
  });

  test('what each file failed of is told', async () => {
    expect((await convert('exited', { 'failures.txt': '0001.docx: 文件已损坏\r\n' })).complaint).toBe('0001.docx: 文件已损坏');
  });

  test('a script that was ended takes the program it had started with it, and nothing else', async () => {
    const { calls } = await convert('timed-out', { 'processes.txt': '\uFEFF4711\r\nnot a number & calc\r\n' });
    expect(calls.slice(1).map(({ program, args }) => [program, ...args])).toEqual([['C:\\Windows\\System32\\taskkill.exe', '/PID', '4711', '/T', '/F']]);
    expect((await convert('exited', { 'processes.txt': '4711' })).calls).toHaveLength(1);
  });
});
