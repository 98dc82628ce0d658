import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/app-error.ts';
import { chosenContract } from '../../api/core.ts';
import { checkTemplateFile, type TemplateFinding } from '../../api/operations/check-template.ts';
import { fillTemplate, withPictureFiles } from '../../api/operations/documents.ts';
import { writeOutput } from '../../api/write-output.ts';
import { tagLines } from '../tag-lines.ts';
import { kindOption, needed, optional, type Command } from '../command.ts';
import { exitNumbers } from '../words.ts';
import { parseJson, readInput, withCore } from '../with-core.ts';

/** Word leaves `~$表单.docx` beside a file that it has open; picked by mistake, it looks like a damaged document. */
async function readTemplate(file: string): Promise<Uint8Array> {
  if (path.basename(file).startsWith('~$')) throw new AppError('invalid-input', `${path.basename(file)} 是文件打开时留下的临时文件。请关闭 Word、Excel 或 WPS，改用不带 ~$ 的那个文件。`, { file });
  return readInput(() => readFile(file), file);
}

/** What is written is of the template's kind, whatever it is called, and a template is not to be lost to its own copy. */
function mustSuit(template: string, out: string): void {
  if (path.resolve(template) === path.resolve(out)) throw new AppError('invalid-input', '输出文件就是模板，会把模板覆盖掉，请换一个名字。', { file: out });
  const ending = path.extname(template).toLowerCase();
  if (path.extname(out).toLowerCase() !== ending) throw new AppError('invalid-input', `输出文件的名字要以 ${ending} 结尾，和模板一样：${out}`, { file: out });
}

/** `fill`: the engine alone, a template and JSON data; pictures are named by files beside the data. */
export const fillCommand: Command = async ({ positionals }) => {
  const [template, data, out] = [needed(positionals[0], '模板'), needed(positionals[1], '数据.json'), needed(positionals[2], '输出文件')];
  mustSuit(template, out);
  const bytes = await readTemplate(template);
  const value = parseJson(Buffer.from(await readInput(() => readFile(data), data)).toString('utf8'), data);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new AppError('invalid-input', `${data} 里应是一个对象：{"名称": "内容", …}`, { file: data });
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
  const report = checkTemplateFile(await readTemplate(file), kind, extraFields, path.basename(file));
  const told = (severity: TemplateFinding['severity'], heading: (count: number) => string): readonly string[] => {
    const found = report.problems.filter((problem) => problem.severity === severity);
    return found.length === 0 ? [] : [heading(found.length), ...found.map(({ place, message }) => `  ${place}：${message}`)];
  };
  const lines = [
    ...(report.problems.length === 0 ? [`${path.basename(file)} 没有发现问题`] : []),
    ...told('error', (count) => `${path.basename(file)} 有 ${count} 处错误，改正后才能生成：`),
    ...told('warning', (count) => `${path.basename(file)} 有 ${count} 处请核对，能生成，但可能不是想要的样子：`),
    ...tagLines(report.tags),
    ...(report.unused.length === 0 ? [] : [`没有用到的栏目：${report.unused.join('、')}`]),
  ];
  return { json: report, lines, exit: report.problems.length > 0 ? exitNumbers.findings : exitNumbers.done };
};
