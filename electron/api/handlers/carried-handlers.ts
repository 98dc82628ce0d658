import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { carriedData, carriedPapers, carriedPaperTitles } from '../../../shared/carried/carried-data.ts';
import type { Handlers } from '../../../shared/ipc/contract.ts';
import { writeFileAtomically } from '../../files/atomic-write.ts';
import { legalFileName } from '../../handover/file-names.ts';
import { noteCheck } from '../../store/backup/backup-checks.ts';
import { closeCarried, correctCarried, listCarried, registerCarried, reopenCarried } from '../../store/carried.ts';
import { getContract, requireContract } from '../../store/contracts.ts';
import type { Core } from '../core.ts';
import type { JobRunner } from '../job-runner.ts';
import { officeKindOf } from '../operations/bind-documents.ts';
import { carriedSource, carriedSources, carryOut } from '../operations/carried.ts';
import { carriedFolderName } from '../operations/output-place.ts';
import { checkedBackupPlace, thisComputersPlaces } from '../workspace/folder-place.ts';

type CarriedHandlers = Pick<Handlers, Extract<keyof Handlers, `carried.${string}`>>;

export function carriedHandlers(core: Core, jobs: JobRunner): CarriedHandlers {
  const { store, environment } = core;
  const ownFolder = path.join(core.outputFolder, carriedFolderName);

  return {
    'carried.list': async ({ contractId }) => {
      requireContract(store, contractId);
      return { items: listCarried(store, contractId), sources: await carriedSources(core) };
    },
    'carried.make': ({ contractId, content, source, location, permission, protection }) => {
      requireContract(store, contractId);
      const folder = location === '' ? ownFolder : checkedBackupPlace(location, core.dataFolder, thisComputersPlaces());
      if (content === 'check-package') carriedSource(core, source);
      return jobs.start('carry', async (job) => {
        // A thousandth at a time is as much as a bar can show.
        let told = -1;
        const { item, file, notes } = await carryOut(core, { contractId, content, source, folder, permission, protection }, {
          signal: job.signal,
          onProgress: ({ done, total }) => {
            const part = total === 0 ? 1000 : Math.floor((done / total) * 1000);
            if (part === told) return;
            told = part;
            job.advance(part, 1000, protection.way === 'encrypted' ? '加密写入并读回核对' : '写入并读回核对');
          },
        });
        // Written and read back a moment ago: the list of backups says so where this is its second place.
        if (content !== 'check-package') noteCheck(core.dataFolder, `out:${path.basename(file)}`, { at: environment.now(), isSound: true, message: '' });
        return {
          summary: [
            `${item.number}：${path.basename(file)}，${((item.file?.bytes ?? 0) / 1_000_000).toFixed(1)} MB，${item.file?.files ?? 0} 个文件，已读回核对，已登记台账`,
            item.isEncrypted ? '已用 AES-256 加密，用 7-Zip、WinRAR 或 Bandizip 输入密码打开；密码请另行转交，不要与介质放在一起' : '没有加密，原因已登记',
            ...(location === '' ? ['请把这个文件拷到登记的介质上，拷完后删除这里的一份'] : []),
            ...(content === 'field-copy' ? ['在现场的电脑上：“设置 › 数据与备份”里把介质上的这个文件夹设为第二个备份位置，从备份列表里选它恢复'] : []),
            ...notes,
          ],
          output: file,
        };
      }, { contractId });
    },
    'carried.register': ({ contractId, permission, isEncrypted, openReason }) => registerCarried(store, contractId, { content: 'other', permission, isEncrypted, openReason: isEncrypted ? '' : openReason }),
    'carried.correct': ({ id, revision, permission }) => correctCarried(store, { id, revision }, permission),
    'carried.close': ({ items, closing }) => store.transaction(() => items.map((seen) => closeCarried(store, seen, closing))),
    'carried.reopen': (seen) => reopenCarried(store, seen),
    'carried.paper': (order) => {
      const { contractId, paper } = order;
      const { profile } = getContract(store, contractId);
      return jobs.start('carry-paper', async () => {
        const template = carriedPapers[paper];
        const document = await core.maker.fill(template, carriedData(profile, listCarried(store, contractId), environment.today()));
        const file = path.join(ownFolder, legalFileName(carriedPaperTitles[paper], officeKindOf(template)));
        await mkdir(ownFolder, { recursive: true });
        await writeFileAtomically(file, document.bytes);
        return { summary: [`已生成“${path.basename(file)}”，可用 Word 或 WPS 打开打印`, ...document.warnings.map((warning) => `请检查：${warning}`)], output: file };
      }, { contractId, asked: order });
    },
  };
}
