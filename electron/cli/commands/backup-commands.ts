import { backupData, restoreData } from '../../api/operations/backup.ts';
import { needed, type Command } from '../command.ts';
import { withCore } from '../with-core.ts';
import { exitNumbers } from '../words.ts';

/** `backup`: the whole data folder in one file, read back and checked. */
export const backupCommand: Command = (context) => withCore(context, async (core) => {
  const file = needed(context.options['out'], '--out');
  const result = await backupData(core, file);
  return { json: { file, bytes: result.bytes }, lines: [`已备份到 ${file}，${result.bytes} 字节，已读回核对`], exit: exitNumbers.done };
});

/** `restore`: a backup into a new or empty folder, checked before it stands there. */
export const restoreCommand: Command = async ({ positionals, options, environment }) => {
  const file = needed(positionals[0], '备份文件');
  const folder = needed(options['data'], '--data');
  await restoreData(environment, file, folder);
  return { json: { folder }, lines: [`已恢复到 ${folder}`], exit: exitNumbers.done };
};
