import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { AppError } from '../../shared/app-error.ts';
import { passphraseBytes, passphraseFrom, passphraseProblem } from '../../shared/carried/passphrase.ts';
import { optional, type CommandContext } from './command.ts';
import { readInput } from './with-core.ts';

/** The first line of `--passphrase-file` (`-` is standard input): on the command line itself everybody on the computer could read it. */
export async function givenPassphrase({ options, readStandardInput }: Pick<CommandContext, 'options' | 'readStandardInput'>): Promise<string | undefined> {
  const file = optional(options['passphrase-file']);
  if (file === undefined) return undefined;
  const text = file === '-' ? await readStandardInput() : Buffer.from(await readInput(() => readFile(file), file)).toString('utf8');
  return text.split(/\r?\n/)[0] ?? '';
}

/** The passphrase for something new: the given one, or a strong one that is printed once. Throws `invalid-input` for a weak one. */
export async function newPassphrase(context: Pick<CommandContext, 'options' | 'readStandardInput'>): Promise<{ readonly passphrase: string; readonly lines: readonly string[] }> {
  const given = await givenPassphrase(context);
  if (given === undefined) {
    const passphrase = passphraseFrom(randomBytes(passphraseBytes));
    return { passphrase, lines: [`密码（只显示这一次，请另行转交）：${passphrase}`] };
  }
  const problem = passphraseProblem(given);
  if (problem !== undefined) throw new AppError('invalid-input', problem, { option: '--passphrase-file' });
  return { passphrase: given, lines: [] };
}
