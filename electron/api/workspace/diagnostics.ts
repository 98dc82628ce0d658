import { freemem, release, totalmem } from 'node:os';
import { statSync } from 'node:fs';
import path from 'node:path';
import type { AboutInfo } from '../../../shared/ipc/data-channels.ts';
import { countContents } from '../../store/backup/count-contents.ts';
import { storeFileName } from '../../store/open-store.ts';
import type { Workspace } from './workspace.ts';

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/**
 * Facts for whoever helps, to be copied by the person: versions, sizes and counts. No names of people, contracts or computers, no places,
 * and nothing that somebody wrote.
 */
export function diagnosticsOf(workspace: Workspace, about: AboutInfo): string {
  const opening = workspace.current();
  const lines = [
    `程序版本 ${about.version}，数据格式 ${about.layout}`,
    `系统 ${about.platform} ${release()}，Node ${process.versions.node}${process.versions['electron'] === undefined ? '' : `，Electron ${process.versions['electron']}`}`,
    `内存 ${megabytes(totalmem())}，可用 ${megabytes(freemem())}，程序占用 ${megabytes(process.memoryUsage().rss)}`,
  ];
  if (opening.api === undefined) return [...lines, `数据文件夹没有打开：${opening.failure.code}`].join('\n');
  const { store, readReason } = opening.api.core;
  const { contracts, records, attachments } = countContents(store.database);
  const size = statSync(path.join(opening.location, storeFileName), { throwIfNoEntry: false })?.size ?? 0;
  return [
    ...lines,
    `数据文件夹${readReason === undefined ? '可读写' : `只读（${readReason}）`}，数据文件 ${megabytes(size)}`,
    `合同 ${contracts} 份，记录 ${records} 条，附件 ${attachments} 个`,
    `任务：${workspace.jobs.list().map(({ kind, state, error }) => `${kind} ${state}${error === undefined ? '' : ` ${error.code}`}`).join('，') || '无'}`,
  ].join('\n');
}
