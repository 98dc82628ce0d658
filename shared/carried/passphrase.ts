/** 32 letters and digits that nobody mistakes for one another: no 0 and O, no 1 and I. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const groupLength = 4;
/** Random bytes that one passphrase takes. */
export const passphraseBytes = 20;
const shortestOwn = 12;

/**
 * A passphrase of 100 bits in five groups, `K7MQ-3XWF-9TRD-HN4C-V2JP`: ASCII, so that every 7-Zip of every language types it alike.
 * `random` are 20 bytes of a cryptographic source.
 */
export function passphraseFrom(random: Uint8Array): string {
  if (random.length !== passphraseBytes) throw new RangeError(`a passphrase takes ${passphraseBytes} random bytes`);
  const text = [...random].map((byte) => letters.charAt(byte & 31)).join('');
  return Array.from({ length: passphraseBytes / groupLength }, (_, index) => text.slice(index * groupLength, (index + 1) * groupLength)).join('-');
}

/** Rows of the keyboard, the alphabet and the digits, both ways. */
const runs = ['abcdefghijklmnopqrstuvwxyz', 'zyxwvutsrqponmlkjihgfedcba', 'qwertyuiopasdfghjklzxcvbnm', 'mnbvcxzlkjhgfdsapoiuytrewq', '01234567890', '09876543210'];
const common = /passw|admin|yunwei|letmein|iloveyou|welcome/i;

function holdsRun(text: string): boolean {
  const lower = text.toLowerCase();
  for (let at = 0; at + 5 <= lower.length; at += 1) {
    const part = lower.slice(at, at + 5);
    if (runs.some((run) => run.includes(part))) return true;
  }
  return false;
}

/** What is wrong with a passphrase that a person thought of; undefined when it is good enough. */
export function passphraseProblem(passphrase: string): string | undefined {
  if (passphrase === '') return '请输入密码';
  if (!/^[\x20-\x7e]+$/.test(passphrase)) return '密码只能用英文字母、数字和符号：中文密码在别的电脑上可能打不开';
  if (passphrase !== passphrase.trim()) return '密码的首尾不能是空格';
  if (passphrase.length < shortestOwn) return `密码至少 ${shortestOwn} 个字符`;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(passphrase)).length;
  if (kinds < 3 && passphrase.length < 20) return '密码要含大写、小写、数字、符号中的三种，或者不少于 20 个字符';
  if (new Set(passphrase).size < 8) return '密码里重复的字符太多';
  return holdsRun(passphrase) || common.test(passphrase) ? '密码里有太容易猜到的部分，例如 12345、abcde、qwert、password' : undefined;
}
