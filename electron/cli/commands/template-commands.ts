import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { chosenContract } from '../../api/core.ts';
import { checkTemplateFile } from '../../api/operations/check-template.ts';
import { fillTemplate, withPictureFiles } from '../../api/operations/documents.ts';
import { writeOutput } from '../../api/write-output.ts';
import { kindOption, needed, optional, type Command } from '../command.ts';
import { exitNumbers } from '../words.ts';
import { parseJson, readInput, withCore } from '../with-core.ts';

/** `fill`: the engine alone, a template and JSON data; pictures are named by files beside the data. */
export const fillCommand: Command = async ({ positionals }) => {
  const [template, data, out] = [needed(positionals[0], '模板'), needed(positionals[1], '数据.json'), needed(positionals[2], '输出文件')];
  const bytes = await readInput(() => readFile(template), template);
  const value = parseJson(Buffer.from(await readInput(() => readFile(data), data)).toString('utf8'), data);
  const complete = await withPictureFiles(value, (name) => readInput(() => readFile(path.resolve(path.dirname(data), name)), name));
  const filled = fillTemplate(bytes, path.basename(template), complete);
  await writeOutput(out, filled.bytes);
  return { json: { written: out, bytes: filled.bytes.length, warnings: filled.warnings }, lines: [`已写出 ${out}，${filled.bytes.length} 字节`, ...filled.warnings.map((warning) => `  ${warning}`)], exit: exitNumbers.done };
};

/** `template check`: every problem of a template at its place, its tags, and names that the kind does not have. */
export const templateCommand: Command = async (context) => {
  const { positionals, options } = context;
  if (positionals[0] !== 'check') throw new AppError('invalid-input', '用法：template check 模板 [--kind 类型 [--data 目录]]', {});
  const file = needed(positionals[1], '模板');
  const kind = options['kind'] === undefined ? undefined : kindOption(options['kind']);
  const extraFields = kind === undefined || options['data'] === undefined ? []
    : await withCore(context, (core) => chosenContract(core, optional(options['contract-id'])).profile.extraFields[kind] ?? []);
  const report = checkTemplateFile(await readInput(() => readFile(file), file), kind, extraFields);
  const lines = [
    report.problems.length === 0 ? `${path.basename(file)} 没有发现问题` : `${path.basename(file)} 有 ${report.problems.length} 个问题：`,
    ...report.problems.map((problem) => `  ${problem.place}：${problem.message}`),
    `标签（${report.tags.length} 个）：${report.tags.map((tag) => tag.name).join('、')}`,
    ...(report.unused.length === 0 ? [] : [`没有用到的栏目：${report.unused.join('、')}`]),
  ];
  return { json: report, lines, exit: report.problems.length > 0 ? exitNumbers.findings : exitNumbers.done };
};
