import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError, type Problem } from '../../../shared/app-error.ts';
import { kindOf } from '../../../shared/records/kinds.ts';
import { recordInputSchema, type AnyRecord, type RecordInput } from '../../../shared/records/record.ts';
import { chineseIssue } from '../../../shared/schema-messages.ts';
import { writeOutput } from '../../api/write-output.ts';
import { chosenContract } from '../../api/core.ts';
import { addRecords, emptySheet, importRecords } from '../../api/operations/intake.ts';
import { recordsBetween } from '../../api/operations/records.ts';
import { dateOption, kindOption, needed, optional, type Command, type CommandResult } from '../command.ts';
import { exitNumbers } from '../words.ts';
import { parseJson, readInput, withCore } from '../with-core.ts';

const statusMarks = { draft: '（草稿）', final: '', void: '（作废）' } as const;

function listLine(record: AnyRecord): string {
  return `${record.number}  ${record.date}  ${record.title}${statusMarks[record.status]}`;
}

/** `list`: the records of one kind in order of date and number. */
export const listCommand: Command = (context) => withCore(context, (core) => {
  const { options } = context;
  const contract = chosenContract(core, optional(options['contract-id']));
  const records = recordsBetween(core, contract.id, kindOption(options['kind']), dateOption(options['from'], '--from'), dateOption(options['to'], '--to'));
  return { json: records, lines: [...records.map(listLine), `共 ${records.length} 条`], exit: exitNumbers.done };
});

/** Bare bodies are welcome: `{"date": …}` instead of `{"kind": …, "body": {"date": …}}`. */
function toInput(kind: RecordInput['kind'], value: unknown, index: number): RecordInput {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new AppError('invalid-input', `第 ${index + 1} 条不是一个记录`, {});
  const parsed = recordInputSchema.safeParse('body' in value ? { kind, ...value } : { kind, body: value }, { error: chineseIssue });
  if (parsed.success && parsed.data.kind === kind) return parsed.data;
  const message = parsed.success ? `类型是 ${parsed.data.kind}，命令里写的是 ${kind}` : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('；');
  throw new AppError('invalid-input', `第 ${index + 1} 条：${message}`, {});
}

/** `add`: one record or an array of them from a file or standard input, all or nothing. */
export const addCommand: Command = async (context) => {
  const { options } = context;
  const kind = kindOption(options['kind']);
  const file = needed(options['file'], '--file');
  const text = file === '-' ? await context.readStandardInput() : Buffer.from(await readInput(() => readFile(file), file)).toString('utf8');
  const value = parseJson(text, file === '-' ? '标准输入' : file);
  const inputs = (Array.isArray(value) ? value : [value]).map((entry: unknown, index) => toInput(kind, entry, index));
  return withCore(context, (core) => {
    const saved = addRecords(core, chosenContract(core, optional(options['contract-id'])).id, inputs, optional(options['reason']));
    return { json: saved, lines: [...saved.map(listLine), `已保存 ${saved.length} 条${kindOf(kind).title}`], exit: exitNumbers.done };
  });
};

function problemLines(problems: readonly Problem[]): string[] {
  return problems.map((problem) => `  ${problem.place}：${problem.message}`);
}

/** `import`: rows of an Excel sheet; `--template FILE` writes an empty sheet to fill in. */
export const importCommand: Command = (context) => withCore(context, async (core): Promise<CommandResult> => {
  const { options, positionals } = context;
  const contract = chosenContract(core, optional(options['contract-id']));
  const kind = kindOption(options['kind']);
  if (options['template'] !== undefined) {
    const target = needed(options['template'] === true ? positionals[0] : options['template'], '--template 文件.xlsx');
    await writeOutput(target, emptySheet(contract, kind));
    return { json: { written: target }, lines: [`已写出空表：${target}`], exit: exitNumbers.done };
  }
  const file = needed(positionals[0], '要导入的 .xlsx 文件');
  const result = importRecords(core, contract, kind, await readInput(() => readFile(file), file), options['dry-run'] === true);
  if (result.problems.length > 0) {
    return { json: result, lines: [`${path.basename(file)} 有 ${result.problems.length} 处问题，一条也没有导入：`, ...problemLines(result.problems)], exit: exitNumbers.badInput };
  }
  const done = options['dry-run'] === true ? `${path.basename(file)} 检查通过，${result.read} 条，没有导入（--dry-run）` : `已导入 ${result.imported} 条${kindOf(kind).title}`;
  return { json: result, lines: [done], exit: exitNumbers.done };
});
