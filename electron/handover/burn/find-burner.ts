import { linuxBurner } from './burn-on-linux.ts';
import { macBurner } from './burn-on-mac.ts';
import { windowsBurner } from './burn-on-windows.ts';
import type { BurnComputer, Burner } from './burner.ts';

/** What a person can do where nothing burns. */
export const noBurnerAdvice: Readonly<Record<'linux' | 'darwin' | 'win32' | 'other', string>> = {
  linux: '没有找到刻录程序（xorriso、growisofs 或 wodim）。请安装 xorriso，或把映像文件拷到有刻录机的电脑刻录。',
  darwin: '没有找到 hdiutil，请把映像文件拷到有刻录机的电脑刻录。',
  win32: '没有找到刻录机。可以把映像文件拷到有刻录机的电脑，右键“刻录光盘映像”。',
  other: '这台电脑不能刻录，请把映像文件拷到有刻录机的电脑刻录。',
};

export function adviceFor(platform: NodeJS.Platform): string {
  return platform === 'linux' || platform === 'darwin' || platform === 'win32' ? noBurnerAdvice[platform] : noBurnerAdvice.other;
}

/** What this computer burns with; undefined when there is no program for it. */
export async function findBurner(computer: BurnComputer): Promise<Burner | undefined> {
  switch (computer.platform) {
    case 'win32': return windowsBurner(computer);
    case 'darwin': return macBurner(computer);
    case 'linux': return linuxBurner(computer);
    default: return undefined;
  }
}
