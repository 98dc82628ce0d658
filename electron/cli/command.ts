import { AppError } from '../../shared/app-error.ts';
import { isLocalDate, type LocalDate } from '../../shared/dates.ts';
import { isKindName, kindNames, type KindName } from '../../shared/records/kinds.ts';
import type { Environment } from '../api/environment.ts';

/** What a command gets from the outside world. */
export type CommandContext = {
  readonly environment: Environment;
  /** The shipped templates. */
  readonly templatesFolder: string;
  readonly readStandardInput: () => Promise<string>;
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
};

/** What a command says: a JSON value for programs, lines for people, and the exit number. */
export type CommandResult = { readonly json: unknown; readonly lines: readonly string[]; readonly exit: number };

export type Command = (context: CommandContext) => Promise<CommandResult>;

/** A required option or positional; a missing one is `invalid-input`. */
export function needed(value: string | boolean | undefined, name: string): string {
  if (typeof value !== 'string' || value === '') throw new AppError('invalid-input', `缺少 ${name}`, { option: name });
  return value;
}

export function optional(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function dateOption(value: string | boolean | undefined, name: string): LocalDate | undefined {
  const text = optional(value);
  if (text !== undefined && !isLocalDate(text)) throw new AppError('invalid-input', `${name} 不是有效的日期：${text}，应写作 2024-08-05`, { option: name });
  return text;
}

export function kindOption(value: string | boolean | undefined): KindName {
  const name = needed(value, '--kind');
  if (!isKindName(name)) throw new AppError('invalid-input', `没有这种记录：${name}。可用：${kindNames.join('、')}`, { kind: name });
  return name;
}

export function wholeNumberOption(value: string | boolean | undefined, name: string, fallback: number): number {
  const text = optional(value);
  if (text === undefined) return fallback;
  if (!/^-?\d{1,9}$/.test(text)) throw new AppError('invalid-input', `${name} 应是整数：${text}`, { option: name });
  return Number(text);
}
