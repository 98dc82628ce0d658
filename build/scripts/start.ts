import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { electronBinary } from './electron-binary.ts';

/** `npm start`: the desktop program, or, where Electron could not be downloaded, what to do about it. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const binary = electronBinary(root);

if (binary === undefined) {
  console.error([
    '没有找到 Electron 程序文件（npm ci 不会下载它）。可以：',
    '  1. 联网的电脑上运行  npx install-electron  ，再运行  npm start ；',
    '  2. 已有 Electron 45 的解压目录时，把环境变量 ELECTRON_OVERRIDE_DIST_PATH 指向它；',
    '  3. 不装 Electron，直接在浏览器里使用同一个程序：  npm run start:browser 。',
  ].join('\n'));
  process.exitCode = 1;
} else {
  const child = spawn(binary, [path.resolve(root), ...process.argv.slice(2)], { stdio: 'inherit' });
  child.on('exit', (code) => { process.exitCode = code ?? 1; });
}
