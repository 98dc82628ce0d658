import { AppError } from '../../../shared/app-error.ts';
import type { Drive } from '../../../shared/discs/drive.ts';
import { runPowerShell } from '../office/power-shell.ts';
import { burnFailure } from './burn-failure.ts';
import { type BurnComputer, type Burner, burnTimeoutMs, lookTimeoutMs } from './burner.ts';
import { byLine } from './burn-on-linux.ts';
import { burnScript, findDrivesScript } from './imapi-scripts.ts';

/** IMAPI_MEDIA_PHYSICAL_TYPE (imapi2.h). */
const mediaKinds: Readonly<Record<number, string>> = {
  1: 'CD-ROM', 2: 'CD-R', 3: 'CD-RW', 4: 'DVD-ROM', 5: 'DVD-RAM', 6: 'DVD+R', 7: 'DVD+RW', 8: 'DVD+R DL', 9: 'DVD-R', 10: 'DVD-RW', 11: 'DVD-R DL', 13: 'DVD+RW DL', 17: 'BD-ROM', 18: 'BD-R', 19: 'BD-RE',
};
const sectorBytes = 2048;

/** Reads the lines `drive|id|D:\|name|type|blank|free sectors|problem`. */
export function readDrives(output: string): Drive[] {
  return output.split(/\r?\n/).flatMap((line): Drive[] => {
    const [mark, id = '', volume = '', name = '', type = '', blank = '', sectors = '', problem = ''] = line.trim().split('|');
    if (mark !== 'drive' || id === '') return [];
    const letter = /^([A-Za-z]):/.exec(volume)?.[1];
    const kind = mediaKinds[Number(type)] ?? '';
    const disc = type === '' || type === '0' ? undefined : { kind, isBlank: blank === 'True', isRewritable: /RW|RAM|RE/.test(kind), freeBytes: sectors === '' ? undefined : Number(sectors) * sectorBytes };
    // What Windows says of an empty drive is no fault of the drive.
    const fault = problem === '' || /C0AA0202/i.test(problem) ? {} : { problem: burnFailure(problem).message };
    return [{ id, readFrom: letter === undefined ? undefined : `\\\\.\\${letter}:`, name: name.replace(/\s+/g, ' ').trim(), disc, ...fault }];
  });
}

/** Windows burns with what it brings (IMAPI2), through PowerShell; no administrator is needed. The disc is closed and read back by Windows too. */
export function windowsBurner(computer: BurnComputer): Burner {
  return {
    name: 'Windows 刻录（IMAPI2）',
    findDrives: async () => {
      const ended = await runPowerShell(computer, findDrivesScript, { folder: computer.workFolder, parameters: {}, timeoutMs: lookTimeoutMs });
      return readDrives(ended.output);
    },
    burn: async ({ drive, imageFile, signal, onStage }) => {
      if (signal?.aborted === true) throw new AppError('cancelled', '已取消，没有写光盘。');
      onStage({ step: 'preparing', fraction: undefined });
      const ended = await runPowerShell(computer, burnScript, {
        folder: computer.workFolder,
        parameters: { Recorder: drive.id, Image: imageFile },
        timeoutMs: burnTimeoutMs,
        // While it writes, Windows tells nobody how far it is: the script has one thread, and that waits for the writing.
        onOutput: byLine((line) => {
          if (/^(writing|closing)\b/.test(line)) onStage({ step: line.startsWith('writing') ? 'writing' : 'closing', fraction: undefined });
        }),
      });
      if (ended.end !== 'exited' || ended.code !== 0 || !/^done\b/m.test(ended.output)) throw burnFailure(`${ended.output}\n${ended.complaint}`);
    },
  };
}
