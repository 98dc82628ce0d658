import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDrives } from '../../../electron/handover/burn/burn-on-windows.ts';
import { readDrutil } from '../../../electron/handover/burn/burn-on-mac.ts';
import { byLine, linuxBurner, progressOfLine, readToc } from '../../../electron/handover/burn/burn-on-linux.ts';
import { burnFailure } from '../../../electron/handover/burn/burn-failure.ts';
import type { BurnComputer, BurnStage } from '../../../electron/handover/burn/burner.ts';
import { findBurner } from '../../../electron/handover/burn/find-burner.ts';
import { runProgramOn } from '../../../electron/handover/office/run-program.ts';
import type { Drive } from '../../../shared/discs/drive.ts';

/** Real processes of scripted programs: no drive is here. */

let folder: string;
let computer: BurnComputer;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'burn-'));
  for (const name of ['bin', 'dev']) await mkdir(path.join(folder, name));
  computer = {
    platform: 'linux', variables: {}, home: folder, runProgram: runProgramOn({ platform: 'linux', variables: {} }),
    programFolders: [path.join(folder, 'bin'), '/usr/bin', '/bin'].slice(0, 1), deviceFolder: path.join(folder, 'dev'), workFolder: folder,
  };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function program(name: string, script: string): Promise<void> {
  const file = path.join(folder, 'bin', name);
  await writeFile(file, `#!/bin/sh\nPATH=/usr/bin:/bin\n${script}\n`);
  await chmod(file, 0o755);
}

const toc = `Drive current: -outdev '/dev/sr0'
Media current: CD-R
Media status : is blank
Media summary: 0 sessions, 0 data blocks, 0 data,  703m free
Media blocks : 0 readable , 359845 writable , 359845 overall`;
const drive = (): Drive => ({ id: path.join(folder, 'dev', 'sr0'), readFrom: undefined, name: '示例刻录机', disc: { kind: 'CD-R', isBlank: true, isRewritable: false, freeBytes: 736_962_560 } });

async function burned(onStage: (stage: BurnStage) => void = () => undefined, signal?: AbortSignal): Promise<void> {
  const burner = await findBurner(computer);
  if (burner === undefined) throw new Error('no burner');
  await burner.burn({ drive: drive(), imageFile: path.join(folder, '交付 包.iso'), imageBytes: 1, signal, onStage });
}

describe.skipIf(process.platform === 'win32')('on Linux', () => {
  test('drives are found with the disc in them; without a program there is no burner', async () => {
    expect(await findBurner(computer)).toBeUndefined();
    await writeFile(path.join(folder, 'dev', 'sr0'), '');
    await writeFile(path.join(folder, 'dev', 'sda'), '');
    await program('xorriso', `cat <<'EOF'\n${toc}\nEOF`);
    const burner = await findBurner(computer);
    expect([burner?.name, await burner?.findDrives()]).toEqual(['xorriso', [{ id: drive().id, readFrom: drive().id, name: expect.any(String), disc: drive().disc }]]);
  });

  test('xorriso burns, and says how far it is while it does', async () => {
    await program('xorriso', `printf '%s\\n' "$@" >"${folder}/arguments"
echo 'Beginning to write data track.' >&2
printf 'xorriso : UPDATE :  151 of  680 MB written (fifo  0%%) [buf  50%%]  98.8x.\\r' >&2
printf 'xorriso : UPDATE :  680 of  680 MB written (fifo  0%%)\\r' >&2
echo 'xorriso : UPDATE : Closing track/session. Working since 3 seconds' >&2`);
    const stages: BurnStage[] = [];
    await burned((stage) => stages.push(stage));
    expect(stages).toEqual([
      { step: 'preparing', fraction: undefined }, { step: 'writing', fraction: 0 }, { step: 'writing', fraction: 151 / 680 }, { step: 'writing', fraction: 1 }, { step: 'closing', fraction: undefined },
    ]);
    expect((await readFile(path.join(folder, 'arguments'), 'utf8')).trim().split('\n')).toEqual(['-no_rc', '-as', 'cdrecord', `dev=${drive().id}`, '-v', 'fs=16m', '-dao', path.join(folder, '交付 包.iso')]);
  });

  test('a failure says what to do; growisofs serves where xorriso is not', async () => {
    await program('growisofs', `echo ':-( /dev/sr0: media is not recognized as recordable DVD: 9' >&2; echo 'the media is not blank' >&2; exit 130`);
    await expect(burned()).rejects.toMatchObject({ code: 'burn-failed', message: expect.stringContaining('换一张空白光盘') });
  });

  test('it can be stopped before the first byte, and not while the disc is being written', async () => {
    await program('xorriso', `sleep 20`);
    const early = new AbortController();
    const stopped = burned(undefined, early.signal);
    setTimeout(() => early.abort(), 100);
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    await program('xorriso', `echo 'Beginning to write data track.' >&2; sleep 0.5; echo ended >"${folder}/ended"`);
    const late = new AbortController();
    const stages: BurnStage[] = [];
    await burned((stage) => {
      stages.push(stage);
      if (stage.step === 'writing') late.abort();
    }, late.signal);
    expect([await readFile(path.join(folder, 'ended'), 'utf8'), stages.at(-1)?.step]).toEqual(['ended\n', 'writing']);
  });

  test('the real xorriso burns onto a file in place of a drive', async (context) => {
    if (spawnSync('xorriso', ['--version']).error !== undefined) context.skip('xorriso is not installed here');
    const image = path.join(folder, 'a.iso');
    await writeFile(image, Buffer.alloc(400 * 2048, 5));
    const burner = await linuxBurner({ ...computer, programFolders: ['/usr/bin', '/usr/local/bin'] });
    const target = path.join(folder, 'target');
    const stages: BurnStage[] = [];
    await burner?.burn({ drive: { ...drive(), id: `stdio:${target}` }, imageFile: image, imageBytes: 400 * 2048, onStage: (stage) => stages.push(stage) });
    expect((await readFile(target)).subarray(0, 400 * 2048).equals(await readFile(image))).toBe(true);
    expect(stages[0]?.step).toBe('preparing');
  });
});

test('what programs print is read, in whatever pieces it comes', () => {
  const lines: string[] = [];
  const take = byLine((line) => lines.push(line));
  for (const piece of ['  6553', '6/7126937', '60 ( 0.0%) @0x\rfl', 'ushing cache\n']) take(piece);
  expect(lines.map((line) => progressOfLine(line))).toEqual([{ step: 'writing', fraction: 65_536 / 712_693_760 }, { step: 'closing', fraction: undefined }]);
  expect(progressOfLine('Track 01:   12 of  700 MB written (fifo 99%) [buf 100%]  10.0x.')).toEqual({ step: 'writing', fraction: 12 / 700 });
  expect(readToc(toc)).toEqual({ kind: 'CD-R', isBlank: true, isRewritable: false, freeBytes: 736_962_560 });
  expect(readToc('Media current: is not recognizable')).toBeUndefined();
  expect(readDrives('drive|\\\\?\\cdrom#x|D:\\|示例  刻录机|9|True|2297888|\r\ndrive|b|E:\\|空的|||| C0AA0202 no media\r\nnoise')).toEqual([
    { id: '\\\\?\\cdrom#x', readFrom: '\\\\.\\D:', name: '示例 刻录机', disc: { kind: 'DVD-R', isBlank: true, isRewritable: false, freeBytes: 4_706_074_624 } },
    { id: 'b', readFrom: '\\\\.\\E:', name: '空的', disc: undefined },
  ]);
  expect(readDrutil(' Vendor   Product           Rev \n EXAMPLE  DVDRW  GX30N     RP09\n\n           Type: CD-R                 Name: /dev/disk2\n     Space Free:   79:57:74         blocks:   359849 / 736.97MB / 702.83MiB\n    Writability: appendable, blank, overwritable\n')).toEqual([
    { id: 'default', readFrom: '/dev/rdisk2', name: 'EXAMPLE DVDRW GX30N', disc: { kind: 'CD-R', isBlank: true, isRewritable: false, freeBytes: 359_849 * 2048 } },
  ]);
});

test.each([
  ['C0AA0202 There is no media in the device.', '没有光盘'],
  ['C0AA0210 The recorder is locked', '占用'],
  ['xorriso : FAILURE : Cannot open device. Permission denied', '权限'],
  ['xorriso : FAILURE : Image size 900s exceeds free space on media 800s', '放不下'],
  ['libburn : FATAL : SCSI error on write: medium error', '写入出错'],
  ['something nobody has heard of', '刻录没有完成'],
])('%s is told as something to do', (words, told) => {
  expect(burnFailure(words)).toMatchObject({ code: 'burn-failed', message: expect.stringContaining(told), details: { said: words } });
});
