import { parseArgs } from 'node:util';
import { AppError, type Problem } from '../../shared/app-error.ts';
import type { Failure } from '../../shared/result.ts';
import { failureOf } from '../api/answer.ts';
import type { Command, CommandContext } from './command.ts';
import { backupCommand, restoreCommand } from './commands/backup-commands.ts';
import { bindCommand } from './commands/bind-command.ts';
import { carryCommand } from './commands/carry-command.ts';
import { newCommand, sampleCommand } from './commands/contract-commands.ts';
import { checkCommand, handoverCommand, renderCommand, verifyCommand } from './commands/delivery-commands.ts';
import { addCommand, importCommand, listCommand } from './commands/record-commands.ts';
import { reportCommand } from './commands/report-command.ts';
import { fillCommand, templateCommand } from './commands/template-commands.ts';
import { printable } from './printable.ts';
import { exitNumberOf, exitNumbers, usage } from './words.ts';

const commands: ReadonlyMap<string, Command> = new Map([
  ['new', newCommand], ['sample', sampleCommand], ['list', listCommand], ['add', addCommand], ['import', importCommand],
  ['check', checkCommand], ['render', renderCommand], ['bind', bindCommand], ['handover', handoverCommand], ['verify', verifyCommand],
  ['fill', fillCommand], ['template', templateCommand], ['backup', backupCommand], ['restore', restoreCommand], ['carry', carryCommand], ['report', reportCommand],
]);

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  data: text, contract: text, 'contract-id': text, seed: text, until: text, gaps: flag, scans: flag, kind: text, from: text, to: text, file: text,
  template: text, 'dry-run': flag, reason: text, today: text, report: text, out: text, deliverable: text, iso: text, medium: text, 'no-binding': flag, 'passphrase-file': text, profile: text, json: flag, help: flag,
} as const;

export type Outcome = { readonly output: string; readonly complaint: string; readonly exit: number };

function isProblems(value: unknown): value is readonly Problem[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'object' && entry !== null && 'place' in entry && 'message' in entry);
}

/** A failure as lines for a person: the sentence, then each problem at its place. */
function complaintOf(failure: Failure): string {
  const problems = failure.details['problems'];
  return [failure.message, ...(isProblems(problems) ? problems.map((problem) => `  ${problem.place}：${problem.message}`) : [])].join('\n');
}

function parse(args: readonly string[]): ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    throw new AppError('invalid-input', `用法有误：${cause instanceof Error ? cause.message.split('. ')[0] : ''}\n\n${usage}`, {}, { cause });
  }
}

/** Runs one command line and says what to print and how to exit. Never throws. */
export async function runCommand(args: readonly string[], world: Pick<CommandContext, 'environment' | 'templatesFolder' | 'readStandardInput'>): Promise<Outcome> {
  const asJson = args.includes('--json');
  try {
    const { values, positionals } = parse(args);
    const [name, ...rest] = positionals;
    if (name === undefined || values.help === true) return { output: usage, complaint: '', exit: values.help === true ? exitNumbers.done : exitNumbers.badInput };
    const command = commands.get(name);
    if (command === undefined) throw new AppError('invalid-input', `没有这个命令：${name}\n\n${usage}`, {});
    const result = await command({ ...world, positionals: rest, options: values });
    return { output: printable(asJson ? JSON.stringify(result.json, null, 2) : result.lines.join('\n')), complaint: '', exit: result.exit };
  } catch (error) {
    const failure = failureOf(error, world.environment);
    return { output: asJson ? printable(JSON.stringify({ error: failure }, null, 2)) : '', complaint: asJson ? '' : printable(complaintOf(failure)), exit: exitNumberOf(failure.code) };
  }
}
