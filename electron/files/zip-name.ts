import { AppError } from '../../shared/app-error.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030');

/** Chinese zip programs on Windows write GBK names without saying so; bit 11 promises UTF-8. */
export function decodeZipName(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return gb18030.decode(bytes);
  }
}

/**
 * The name with forward slashes, or an error: some old .NET programs write backslashes, which is harmless,
 * but a name that leaves the archive's own folder is only ever an attack.
 */
export function safeZipName(written: string): string {
  const name = written.replaceAll('\\', '/');
  const folders = name.split('/');
  if (folders.at(-1) === '') folders.pop();
  const escapes = folders.some((folder) => folder === '' || folder === '.' || folder === '..');
  // eslint-disable-next-line no-control-regex
  if (folders.length === 0 || escapes || /^[A-Za-z]:/.test(name) || /[\u0000-\u001f]/.test(name)) {
    throw new AppError('unreadable-file', `压缩包里有不安全的文件名“${written.slice(0, 80)}”，已拒绝打开。`, { member: written.slice(0, 200) });
  }
  return name;
}
