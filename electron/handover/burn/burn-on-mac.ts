import { AppError } from '../../../shared/app-error.ts';
import type { Drive } from '../../../shared/discs/drive.ts';
import { byLine } from './burn-on-linux.ts';
import { burnFailure } from './burn-failure.ts';
import { type BurnComputer, type Burner, burnTimeoutMs, lookTimeoutMs } from './burner.ts';
import { findProgram } from './find-program.ts';

/**
 * The drives and their discs as `drutil status` prints them:
 * ` HL-DT-ST DVDRW  GS23N    SB02 …` below the heading, `Type: DVD-R   Name: /dev/disk2`, `Space Free: 79:57:74 blocks: 359849 / …`, `Writability: …, blank`.
 */
export function readDrutil(text: string): Drive[] {
  const name = /^\s*Vendor\s+Product\s+Rev\s*\n\s*(.+?)\s{2,}\S+\s*$/m.exec(text)?.[1]?.replace(/\s+/g, ' ').trim();
  if (name === undefined) return [];
  const kind = /Type:\s*(.+?)(?:\s{2,}|$)/m.exec(text)?.[1]?.trim() ?? '';
  const device = /Name:\s*(\/dev\/disk\d+)/.exec(text)?.[1];
  const free = /Space Free:.*?blocks:\s*(\d+)/.exec(text)?.[1];
  const isThere = kind !== '' && !/no media/i.test(kind);
  return [{
    id: 'default',
    readFrom: device?.replace('/dev/disk', '/dev/rdisk'),
    name,
    disc: isThere ? { kind, isBlank: /Writability:.*\bblank\b/i.test(text), isRewritable: /RW/.test(kind), freeBytes: free === undefined ? undefined : Number(free) * 2048 } : undefined,
  }];
}

/** macOS burns with hdiutil, which reads the disc back by itself. */
export async function macBurner(computer: BurnComputer): Promise<Burner | undefined> {
  const [hdiutil, drutil] = await Promise.all(['hdiutil', 'drutil'].map((name) => findProgram(computer, name)));
  if (hdiutil === undefined) return undefined;
  const common = { folder: computer.workFolder, variables: { PATH: computer.programFolders.join(':'), LC_ALL: 'C', HOME: computer.home } };
  return {
    name: 'hdiutil',
    findDrives: async () => {
      if (drutil === undefined) return [];
      const { output } = await computer.runProgram({ ...common, program: drutil, args: ['status'], timeoutMs: lookTimeoutMs });
      return readDrutil(output);
    },
    burn: async ({ imageFile, signal, onStage }) => {
      if (signal?.aborted === true) throw new AppError('cancelled', '已取消，没有写光盘。');
      onStage({ step: 'preparing', fraction: undefined });
      const ended = await computer.runProgram({
        ...common, program: hdiutil, args: ['burn', '-puppetstrings', '-noeject', imageFile], timeoutMs: burnTimeoutMs,
        onOutput: byLine((line) => {
          const percent = /^PERCENT:(-?[\d.]+)/.exec(line)?.[1];
          if (percent !== undefined) onStage({ step: 'writing', fraction: Number(percent) < 0 ? undefined : Number(percent) / 100 });
        }),
      });
      if (ended.end !== 'exited' || ended.code !== 0) throw burnFailure(`${ended.output}\n${ended.complaint}`);
    },
  };
}
