import { backupData, restoreData } from '../../api/operations/backup.ts';
import { needed, type Command } from '../command.ts';
import { givenPassphrase, newPassphrase } from '../passphrase-option.ts';
import { withCore } from '../with-core.ts';
import { exitNumbers } from '../words.ts';

/** `backup`: the whole data folder in one file, read back and checked; a file named .7z is encrypted. */
export const backupCommand: Command = (context) => withCore(context, async (core) => {
  const file = needed(context.options['out'], '--out');
  const secret = file.toLowerCase().endsWith('.7z') ? await newPassphrase(context) : undefined;
  const result = await backupData(core, file, secret?.passphrase);
  return {
    json: { file, ...result, ...(secret === undefined || secret.lines.length === 0 ? {} : { passphrase: secret.passphrase }) },
    lines: [
      `已备份到 ${file}，${result.files} 个文件，${result.bytes} 字节，已读回核对`,
      ...(secret?.lines ?? []),
      ...result.missing.map((item) => `  缺少附件：${item}`),
      ...result.problems.map((problem) => `  ${problem.place}：${problem.message}`),
    ],
    exit: exitNumbers.done,
  };
});

/** `restore`: a backup into a new or empty folder, checked before it stands there. */
export const restoreCommand: Command = async (context) => {
  const { positionals, options, environment } = context;
  const file = needed(positionals[0], '备份文件');
  const folder = needed(options['data'], '--data');
  const report = await restoreData(environment, file, folder, await givenPassphrase(context));
  const lines = [
    `已恢复到 ${folder}：${report.files} 个文件，备份于 ${report.madeAt}（${report.madeBy}，${report.device}）`,
    ...report.missing.map((item) => `  备份时就缺少：${item}`),
    ...report.problems.map((problem) => `  ${problem.place}：${problem.message}`),
  ];
  return { json: { folder, ...report }, lines, exit: exitNumbers.done };
};
