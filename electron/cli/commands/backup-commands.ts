import { backupData, restoreData } from '../../api/operations/backup.ts';
import { needed, type Command } from '../command.ts';
import { withCore } from '../with-core.ts';
import { exitNumbers } from '../words.ts';

/** `backup`: the whole data folder in one file, read back and checked. */
export const backupCommand: Command = (context) => withCore(context, async (core) => {
  const file = needed(context.options['out'], '--out');
  const result = await backupData(core, file);
  return { json: { file, ...result }, lines: [`已备份到 ${file}，${result.files} 个文件，${result.bytes} 字节，已读回核对`, ...result.missing.map((item) => `  缺少附件：${item}`), ...result.problems.map((problem) => `  ${problem.place}：${problem.message}`)], exit: exitNumbers.done };
});

/** `restore`: a backup into a new or empty folder, checked before it stands there. */
export const restoreCommand: Command = async ({ positionals, options, environment }) => {
  const file = needed(positionals[0], '备份文件');
  const folder = needed(options['data'], '--data');
  const report = await restoreData(environment, file, folder);
  const lines = [
    `已恢复到 ${folder}：${report.files} 个文件，备份于 ${report.madeAt}（${report.madeBy}，${report.device}）`,
    ...report.missing.map((item) => `  备份时就缺少：${item}`),
    ...report.problems.map((problem) => `  ${problem.place}：${problem.message}`),
  ];
  return { json: { folder, ...report }, lines, exit: exitNumbers.done };
};
