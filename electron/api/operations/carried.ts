import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import type { CarriedContent, CarriedItem, Permission, Protection } from '../../../shared/carried/carried-item.ts';
import type { CarriedSource } from '../../../shared/ipc/carried-channels.ts';
import { renameDurably } from '../../files/atomic-write.ts';
import { readPieces } from '../../files/digest.ts';
import { describeFileError } from '../../files/file-errors.ts';
import { folderContents, packFolder } from '../../handover/carried/pack-folder.ts';
import { backupStore, type BackupOptions } from '../../store/backup/backup-store.ts';
import { closeCarried, registerCarried } from '../../store/carried.ts';
import { requireContract } from '../../store/contracts.ts';
import type { Core } from '../core.ts';
import { carriedFolderName } from './output-place.ts';

/** What is to be written, for which permission, where. */
export type CarryRequest = {
  readonly contractId: string;
  readonly content: Exclude<CarriedContent, 'other'>;
  /** A folder of 输出, for something to be checked. */
  readonly source?: string | undefined;
  /** Absolute path of a folder that is there. */
  readonly folder: string;
  readonly permission: Permission;
  readonly protection: Protection;
};

export type CarryReport = { readonly item: CarriedItem; readonly file: string; readonly notes: readonly string[] };

/** An hour without a byte written, in milliseconds. */
const leftoverAge = 60 * 60 * 1000;

const fileTitles: Readonly<Record<CarryRequest['content'], string>> = { backup: '备份', 'field-copy': '现场副本', 'check-package': '核对资料' };

/** `2025-09-29T01:02:03.004Z` → `20250929-010203`, the instant in UTC as backups are named. */
export function stampOf(instant: string): string {
  return instant.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
}

/** The finished outputs that may be packed for checking, with their sizes, latest first. */
export async function carriedSources(core: Core): Promise<readonly CarriedSource[]> {
  const entries = existsSync(core.outputFolder) ? await readdir(core.outputFolder, { withFileTypes: true }) : [];
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== carriedFolderName);
  const sources: (CarriedSource & { readonly changed: number })[] = [];
  for (const { name } of folders) {
    const place = path.join(core.outputFolder, name);
    const { files, bytes } = await folderContents(place);
    if (files.length > 0) sources.push({ name, files: files.length, bytes, changed: (await stat(place)).mtimeMs });
  }
  return sources.toSorted((a, b) => b.changed - a.changed).map(({ name, files, bytes }) => ({ name, files, bytes }));
}

/** The folder of 输出 that is meant, never one beside it. Throws `invalid-input`, `not-found`. */
export function carriedSource(core: Core, source: string | undefined): string {
  if (source === undefined || source === '' || source.startsWith('.') || /[\\/]/.test(source)) throw new AppError('invalid-input', '请选择要打包的文件夹。', {});
  const folder = path.join(core.outputFolder, source);
  if (!existsSync(folder)) throw new AppError('not-found', `“输出”里没有文件夹“${source}”，请先生成。`, { folder: source });
  return folder;
}

async function digestOf(file: string, signal: AbortSignal | undefined): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of readPieces(file, signal)) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/**
 * Writes something that leaves the computer and puts it on the inventory. Under a name that starts with a dot it is written and read back;
 * then it is registered, and only then has it its own name: nothing that looks finished exists without its line in the inventory. The
 * passphrase is used and forgotten. Throws `not-found`, `invalid-input`, `already-exists`, `cancelled`, `disk-full`, `file-in-use`.
 */
export async function carryOut(core: Core, request: CarryRequest, options: Pick<BackupOptions, 'signal' | 'onProgress'> = {}): Promise<CarryReport> {
  const { store, environment } = core;
  const { content, permission, protection } = request;
  requireContract(store, request.contractId);
  const source = content === 'check-package' ? carriedSource(core, request.source) : undefined;
  const isEncrypted = protection.way === 'encrypted';
  const name = `${fileTitles[content]}-${stampOf(environment.now())}.${isEncrypted ? '7z' : 'zip'}`;
  const target = path.join(request.folder, name);
  if (existsSync(target)) throw new AppError('already-exists', `“${name}”已经存在，请稍等一秒再做。`, { file: name });
  const partial = path.join(request.folder, `.partial-${randomUUID()}`);
  const written = { ...options, passphrase: isEncrypted ? protection.passphrase : undefined };
  try {
    await mkdir(request.folder, { recursive: true });
    await removeLeftovers(request.folder, Date.parse(environment.now()));
    const made = source === undefined ? await writeBackup(core, partial, written) : { ...await packFolder(source, partial, environment.now(), written), notes: [] };
    const digest = await digestOf(partial, options.signal);
    const item = registerCarried(store, request.contractId, {
      content, permission, isEncrypted, openReason: protection.way === 'open' ? protection.reason : '', file: { name, ...digest, files: made.files },
    });
    try {
      await renameDurably(partial, target);
    } catch (error) {
      closeCarried(store, item, { outcome: 'void', on: environment.today(), method: '', handler: '', witness: '', consent: '', note: '文件没有写成，没有携出' });
      throw error;
    }
    return { item, file: target, notes: made.notes };
  } catch (error) {
    throw describeFileError(error, target);
  } finally {
    await rm(partial, { force: true });
  }
}

/** What a program that was killed left unfinished, older than any copy takes. Another window's may be in the making. */
async function removeLeftovers(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/^\.partial-[0-9a-f-]{36}(\.archive)?$/.test(name)) continue;
    const left = path.join(folder, name);
    const facts = await stat(left).catch(() => undefined);
    if (facts !== undefined && now - facts.mtimeMs > leftoverAge) await rm(left, { force: true });
  }
}

async function writeBackup(core: Core, partial: string, options: BackupOptions): Promise<{ readonly files: number; readonly notes: readonly string[] }> {
  const { files, missing, problems } = await backupStore(core.store, partial, options);
  return {
    files,
    notes: [
      ...(missing.length === 0 ? [] : [`有 ${missing.length} 个附件的文件不见了或已损坏，没有放进去`]),
      ...problems.map(({ place, message }) => `请检查 ${place}：${message}`),
    ],
  };
}
