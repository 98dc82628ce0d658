import { createHash } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { DiscTarget, NewDiscEvent } from '../../../shared/discs/disc.ts';
import type { BurningMeans, Drive } from '../../../shared/discs/drive.ts';
import type { DiscSet, MadeDisc } from '../../../shared/ipc/disc-channels.ts';
import type { BurnStage, Burner } from '../../handover/burn/burner.ts';
import { adviceFor, findBurner } from '../../handover/burn/find-burner.ts';
import type { OfficeComputer } from '../../handover/office/office-computer.ts';
import { packageProblem, type VerifyReport } from '../../handover/verify/verify-report.ts';
import { readPieces } from '../../files/digest.ts';
import { recordDiscEvent } from '../../store/discs.ts';
import type { Core } from '../core.ts';
import type { JobOutcome, JobProgress } from '../job-runner.ts';
import { findDisc } from './discs.ts';
import { comparePackage, reportLines } from './verify-handover.ts';

export type BurnFolders = { readonly programs: readonly string[]; readonly devices: string };

const systemFolders: BurnFolders = { programs: ['/usr/local/bin', '/usr/bin', '/bin', '/usr/sbin', '/sbin'], devices: '/dev' };

/** Where discs can be burned: this computer's system programs and devices. */
export type DiscDrives = {
  readonly look: () => Promise<BurningMeans>;
  /** Throws `not-found` when the drive or the program is gone. */
  readonly open: (id: string) => Promise<{ readonly burner: Burner; readonly drive: Drive }>;
};

/** The drives of a computer. Scripts lie in the cache while they run. */
export function discDrives(core: Core, computer: OfficeComputer, folders: BurnFolders = systemFolders): DiscDrives {
  async function burnerOf(): Promise<Burner | undefined> {
    const workFolder = path.join(core.cacheFolder, 'burn');
    await mkdir(workFolder, { recursive: true });
    return findBurner({ ...computer, programFolders: folders.programs, deviceFolder: folders.devices, workFolder });
  }
  return {
    look: async () => {
      const burner = await burnerOf();
      return { program: burner?.name, drives: burner === undefined ? [] : await burner.findDrives(), advice: adviceFor(computer.platform) };
    },
    open: async (id) => {
      const burner = await burnerOf();
      const drive = (await burner?.findDrives())?.find((candidate) => candidate.id === id);
      if (burner === undefined || drive === undefined) throw new AppError('not-found', '没有找到这个刻录机，可能已经拔下。请刷新后再选。', { drive: id });
      return { burner, drive };
    },
  };
}

const stageWords: Readonly<Record<BurnStage['step'], string>> = { preparing: '准备刻录', writing: '正在刻录，请不要取出光盘或关机', closing: '正在封盘，请不要取出光盘或关机' };

function refuseDisc({ disc, problem }: Drive, imageBytes: number): void {
  if (problem !== undefined) throw new AppError('burn-failed', problem);
  if (disc === undefined) throw new AppError('burn-failed', '光驱里没有光盘，请放入空白光盘后再试。');
  if (!disc.isBlank && !disc.isRewritable) throw new AppError('burn-failed', '光驱里的光盘不是空白的，请换一张空白光盘。');
  if (disc.freeBytes !== undefined && disc.freeBytes < imageBytes) {
    throw new AppError('burn-failed', `光驱里的光盘只能写 ${(disc.freeBytes / 1e6).toFixed(0)} MB，映像有 ${(imageBytes / 1e6).toFixed(0)} MB，放不下。请换容量更大的光盘，或按较小的介质重新分盘。`);
  }
}

/** A disc can be written once: what goes onto it is read and compared with what was recorded first. */
async function refuseOtherImage(file: string, imageBytes: number, sha256: string | undefined, job: JobProgress): Promise<void> {
  const hash = createHash('sha256');
  let bytes = 0;
  let told = -1;
  for await (const piece of readPieces(file, job.signal)) {
    hash.update(piece);
    bytes += piece.length;
    const part = Math.floor((bytes / imageBytes) * 100);
    if (part === told) continue;
    told = part;
    job.advance(part, 100, '刻录前核对映像');
  }
  if (hash.digest('hex') === sha256) return;
  throw new AppError('package-invalid', '映像已不是制作时的那一个（被改动或替换），没有刻录。请重新制作光盘内容。');
}

export type DiscOrder = { readonly contractId: string; readonly handover: string; readonly number: number; readonly person: string };

function eventOf(order: DiscOrder, kind: 'burn' | 'verify', target: DiscTarget, drive: Drive | undefined, report: Pick<VerifyReport, 'ok' | 'files' | 'bytes' | 'digest' | 'problems'>): NewDiscEvent {
  return {
    handoverId: order.handover, number: order.number, kind, target, person: order.person, drive: drive?.name ?? '', disc: drive?.disc?.kind ?? '', ok: report.ok, files: report.files, bytes: report.bytes,
    digest: report.digest, problems: report.problems.map(({ place, message }) => `${place}：${message}`), problemCount: report.problems.length,
  };
}

/** A disc that verifies and is another one: told as the one difference that it is, and by its number where it is one of the same hand-over. */
async function compareDisc(job: JobProgress, place: string, disc: MadeDisc, { discs }: DiscSet, name: string): Promise<VerifyReport> {
  const report = await comparePackage(job, { place, digest: disc.manifestSha256, name });
  if (!report.ok || report.digest === disc.manifestSha256) return report;
  const other = discs.find(({ manifestSha256 }) => manifestSha256 === report.digest);
  const message = other === undefined ? '内容完整，但不是制作时登记的那一份（校验摘要不同）' : `这是第${other.number}盘，不是第${disc.number}盘`;
  const problem = packageProblem('declaration', '整张盘', message);
  job.fail({ item: name === '' ? problem.place : `${name} ${problem.place}`, message });
  return { ...report, ok: false, problems: [problem] };
}

function note(core: Core, order: DiscOrder, event: NewDiscEvent): void {
  if (core.readReason === undefined) recordDiscEvent(core.store, order.contractId, event);
}

/**
 * Burns the image of a disc, reads the disc back through the drive and compares every file. Both are recorded with drive, disc and person.
 * A wish to stop is heeded before writing begins and after it has ended. Throws `not-found`, `burn-failed` saying what to do, `cancelled`.
 */
export async function burnDisc(core: Core, drives: DiscDrives, order: DiscOrder & { readonly drive: string }, job: JobProgress): Promise<JobOutcome> {
  const { disc, place, set } = await findDisc(core, order.contractId, order.handover, order.number);
  if (!disc.hasImage) throw new AppError('not-found', '这张盘的映像不在了，请先重新制作映像。', { number: order.number });
  const { burner, drive } = await drives.open(order.drive);
  const imageBytes = (await stat(place.image)).size;
  refuseDisc(drive, imageBytes);
  await refuseOtherImage(place.image, imageBytes, disc.imageSha256, job);
  let written = '';
  await burner.burn({
    drive, imageFile: place.image, imageBytes, signal: job.signal,
    onStage: ({ step, fraction }) => {
      const done = fraction === undefined ? 0 : Math.floor(fraction * 1000);
      const line = `${step} ${done}`;
      if (line === written) return;
      written = line;
      job.advance(done, fraction === undefined ? 0 : 1000, stageWords[step]);
    },
  });
  note(core, order, eventOf(order, 'burn', 'disc', drive, { ok: true, files: disc.files, bytes: imageBytes, digest: disc.manifestSha256, problems: [] }));
  const name = set.discs.length === 1 ? '' : `第${order.number}盘`;
  const told = `${name === '' ? '' : `${name}：`}已用 ${burner.name} 刻录到 ${drive.name}`;
  // Some systems give the drive another name once the disc is in: it is looked for anew.
  const now = (await drives.look()).drives.find(({ id }) => id === drive.id)?.readFrom ?? drive.readFrom;
  if (now === undefined) return { summary: [told, '还没有读回校验：请重新放入光盘，再点“校验光盘”'] };
  job.advance(0, 0, '读回校验');
  const report = await compareDisc(job, now, disc, set, name);
  note(core, order, eventOf(order, 'verify', 'disc', drive, report));
  return { summary: [told, ...reportLines(report, { digest: disc.manifestSha256, name })] };
}

/** Compares a disc with its lists and with what was recorded, and records the outcome. */
export async function verifyDisc(core: Core, drives: DiscDrives, order: DiscOrder & { readonly target: 'folder' | 'image' | 'drive' | 'place'; readonly drive?: string | undefined; readonly place?: string | undefined }, job: JobProgress): Promise<JobOutcome> {
  const { disc, place, set } = await findDisc(core, order.contractId, order.handover, order.number);
  const name = set.discs.length === 1 ? '' : `第${order.number}盘`;
  const drive = order.target === 'drive' ? (await drives.open(order.drive ?? '')).drive : undefined;
  const where = order.target === 'folder' ? place.folder : order.target === 'image' ? place.image : (drive?.readFrom ?? order.place ?? '');
  if (where === '') throw new AppError('invalid-input', '请填写光盘所在的位置，例如 D:\\ 或 /media/光盘。');
  const report = await compareDisc(job, where, disc, set, name);
  const target: DiscTarget = order.target === 'folder' || order.target === 'image' ? order.target : 'disc';
  note(core, order, { ...eventOf(order, 'verify', target, drive, report), drive: drive?.name ?? (target === 'disc' ? where : '') });
  return { summary: reportLines(report, { digest: disc.manifestSha256, name }) };
}
