import { access, constants, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { Drive, InsertedDisc } from '../../../shared/discs/drive.ts';
import type { ProgramEnd } from '../office/run-program.ts';
import { burnFailure } from './burn-failure.ts';
import { type BurnComputer, type Burner, type BurnOrder, type BurnStage, burnTimeoutMs, lookTimeoutMs } from './burner.ts';
import { findProgram } from './find-program.ts';

const sectorBytes = 2048;

/** What `xorriso -outdev … -toc` says of the disc: `Media current: CD-R`, `Media status : is blank`, `Media blocks : … writable`. */
export function readToc(text: string): InsertedDisc | undefined {
  const kind = /^Media current: (.+)$/m.exec(text)?.[1]?.replace(/,.*$/, '').replace(/ sequential recording$/, '').trim() ?? '';
  if (kind === '' || /is not recognizable|no media|not present/i.test(text)) return undefined;
  const writable = /^Media blocks : \d+ readable , (\d+) writable/m.exec(text)?.[1];
  return {
    kind,
    isBlank: /^Media status : is blank/m.test(text),
    isRewritable: /RW|DVD-RAM|BD-RE|overwriteable/i.test(kind),
    freeBytes: writable === undefined ? undefined : Number(writable) * sectorBytes,
  };
}

/**
 * How far a line says the writing is: `xorriso : UPDATE :  151 of  680 MB written (fifo  0%)`, `Track 01:   12 of  700 MB written`,
 * growisofs' `  65536/712693760 ( 0.0%) @0x, remaining …`.
 */
export function progressOfLine(line: string): BurnStage | undefined {
  const written = /(\d+) of +(\d+) MB written/.exec(line);
  if (written !== null) return { step: 'writing', fraction: Number(written[1]) / Math.max(1, Number(written[2])) };
  const counted = /^\s*(\d+)\/(\d+) \(\s*[\d.]+%\)/.exec(line);
  if (counted !== null) return { step: 'writing', fraction: Number(counted[1]) / Math.max(1, Number(counted[2])) };
  if (/fixating|closing (?:track|session|disc)|flushing cache|writing lead-out|patient/i.test(line)) return { step: 'closing', fraction: undefined };
  return /beginning to write|begin(?:ning)? (?:of )?writing|starting (?:to write|new track)/i.test(line) ? { step: 'writing', fraction: 0 } : undefined;
}

/** Gives whole lines to a reader, however the program cuts its output; a carriage return ends a line as well. */
export function byLine(take: (line: string) => void): (piece: string) => void {
  let rest = '';
  return (piece) => {
    const lines = `${rest}${piece}`.split(/[\r\n]/);
    rest = (lines.pop() ?? '').slice(-4096);
    for (const line of lines) take(line);
  };
}

function environmentOf(computer: BurnComputer): Readonly<Record<string, string>> {
  return { PATH: computer.programFolders.join(':'), LC_ALL: 'C', HOME: computer.home };
}

async function nameOf(device: string): Promise<string> {
  const read = (name: string): Promise<string> => readFile(`/sys/block/${path.basename(device)}/device/${name}`, 'utf8').then((text) => text.trim(), () => '');
  return [await read('vendor'), await read('model')].filter((part) => part !== '').join(' ') || path.basename(device);
}

async function findDrives(computer: BurnComputer, xorriso: string | undefined): Promise<readonly Drive[]> {
  const devices = (await readdir(computer.deviceFolder).catch(() => [])).filter((name) => /^sr\d{1,2}$/.test(name)).toSorted();
  return Promise.all(devices.map(async (name): Promise<Drive> => {
    const id = path.join(computer.deviceFolder, name);
    const common = { id, readFrom: id, name: await nameOf(id) };
    const isOurs = await access(id, constants.R_OK | constants.W_OK).then(() => true, () => false);
    if (!isOurs) return { ...common, disc: undefined, problem: burnFailure('permission denied').message };
    if (xorriso === undefined) return { ...common, disc: { kind: '', isBlank: true, isRewritable: false, freeBytes: undefined } };
    const ended = await computer.runProgram({ program: xorriso, args: ['-no_rc', '-outdev', id, '-toc'], folder: computer.workFolder, variables: environmentOf(computer), timeoutMs: lookTimeoutMs });
    const said = `${ended.output}\n${ended.complaint}`;
    const disc = readToc(said);
    return { ...common, disc, ...(disc === undefined && /busy|in use/i.test(said) ? { problem: burnFailure(said).message } : {}) };
  }));
}

/** Runs a burning program; a wish to stop counts until it has begun to write. */
async function runBurner(computer: BurnComputer, program: string, args: readonly string[], order: BurnOrder): Promise<ProgramEnd> {
  const stopping = new AbortController();
  let hasBegun = false;
  const cancel = (): void => {
    if (!hasBegun) stopping.abort();
  };
  order.signal?.addEventListener('abort', cancel, { once: true });
  if (order.signal?.aborted === true) cancel();
  order.onStage({ step: 'preparing', fraction: undefined });
  try {
    return await computer.runProgram({
      program, args, folder: computer.workFolder, variables: environmentOf(computer), timeoutMs: burnTimeoutMs, signal: stopping.signal,
      onOutput: byLine((line) => {
        const stage = progressOfLine(line);
        if (stage === undefined) return;
        hasBegun = true;
        order.onStage(stage);
      }),
    });
  } finally {
    order.signal?.removeEventListener('abort', cancel);
  }
}

function refuseEnd({ end, code, output, complaint }: ProgramEnd): void {
  if (end === 'exited' && code === 0) return;
  if (end === 'cancelled') throw new AppError('cancelled', '已取消，没有写光盘。');
  if (end === 'timed-out') throw new AppError('burn-failed', '刻录超过三小时没有结束，已停止。这张光盘已不能用，请检查光驱。');
  throw burnFailure(`${output}\n${complaint}`);
}

/** What can burn on Linux: xorriso, which takes every kind of disc and tells of it; else growisofs (DVD, BD) or wodim (CD). */
export async function linuxBurner(computer: BurnComputer): Promise<Burner | undefined> {
  const [xorriso, growisofs, wodim] = await Promise.all(['xorriso', 'growisofs', 'wodim'].map((name) => findProgram(computer, name)));
  const program = xorriso ?? growisofs ?? wodim;
  if (program === undefined) return undefined;
  return {
    name: path.basename(program),
    findDrives: () => findDrives(computer, xorriso),
    burn: async (order) => {
      const { id } = order.drive;
      const cdrecord = [`dev=${id}`, '-v', 'fs=16m', '-dao', ...(order.drive.disc?.isRewritable === true && !order.drive.disc.isBlank ? ['blank=as_needed'] : []), order.imageFile];
      const args = program === xorriso ? ['-no_rc', '-as', 'cdrecord', ...cdrecord] : program === growisofs ? ['-dvd-compat', '-use-the-force-luke=notray', '-Z', `${id}=${order.imageFile}`] : cdrecord;
      refuseEnd(await runBurner(computer, program, args, order));
    },
  };
}
