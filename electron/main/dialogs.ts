import type { BrowserWindow, Dialog, MessageBoxSyncOptions, OpenDialogOptions } from 'electron';
import type { ChoosePurpose } from '../api/workspace/workspace.ts';

const titles: Readonly<Record<ChoosePurpose, string>> = {
  open: '打开数据文件夹',
  create: '新建数据文件夹：选择或新建一个空文件夹',
  outside: '选择第二个备份位置（移动硬盘、U 盘或第二块硬盘）',
  backup: '选择备份文件',
};

/** What the system's dialog is asked to show. Without `defaultPath` it would begin in the downloads. */
export function openDialogOptions(purpose: ChoosePurpose, begin: string): OpenDialogOptions {
  const common = { title: titles[purpose], defaultPath: begin, buttonLabel: '选择' };
  if (purpose === 'backup') return { ...common, properties: ['openFile'], filters: [{ name: '备份', extensions: ['zip', '7z', 'sqlite'] }, { name: '所有文件', extensions: ['*'] }] };
  return { ...common, properties: ['openDirectory', ...(purpose === 'open' ? [] : ['createDirectory' as const, 'promptToCreate' as const])] };
}

/** Lets the person choose a place; undefined when they closed the dialog. */
export async function choosePlace(dialog: Pick<Dialog, 'showOpenDialog'>, window: BrowserWindow | undefined, purpose: ChoosePurpose, begin: string): Promise<string | undefined> {
  const options = openDialogOptions(purpose, begin);
  const chosen = await (window === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options));
  return chosen.canceled ? undefined : chosen.filePaths[0];
}

/** A question with two answers: the first leaves everything as it is, and is what Escape means. */
function question(message: string, detail: string, buttons: readonly [stays: string, goesOn: string], defaultId: 0 | 1): MessageBoxSyncOptions {
  return { type: 'question', title: '运维交付夹', message, detail, buttons: [...buttons], defaultId, cancelId: 0, noLink: true };
}

/** The answer to any of these questions that goes on. */
export const goesOn = 1;

/** Asked when the window is to close while long work is going on. Waiting is the default; what a stopped job has finished stays valid. */
export const runningJobsQuestion = question('还有任务在进行，仍然退出吗？', '退出会停止它们；已经做完的部分有效，下次可以接着做。', ['等它做完', '停止任务并退出'], 0);

/** Asked when a window is to close while a form in it holds unsaved input, or files wait to be attached. Staying is the default. */
export const leaveQuestion = question('有没有保存的内容，仍然关闭吗？', '没有保存的修改和还没有附上的文件会丢失。', ['继续编辑', '不保存，关闭'], 0);

/** Asked before another data folder takes the place of the open one. */
export function switchQuestion(name: string): MessageBoxSyncOptions {
  return question(`打开数据文件夹“${name}”吗？`, '现在的数据文件夹会先关闭，进行中的任务会停止。填到一半的内容已存为草稿。', ['取消', '打开'], 1);
}
