import { describe, expect, test } from 'vitest';
import { AppError } from '../../shared/app-error.ts';
import { describeFileError, retryWhileInUse, retryWhileInUseSync } from '../../electron/files/file-errors.ts';

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: something with /a/long/path`), { code });
}

describe('what a system error means to a person', () => {
  test.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EFBIG', 'disk-full'],
    ['EBUSY', 'file-in-use'],
    ['EPERM', 'file-in-use'],
    ['EACCES', 'file-in-use'],
    ['ENOENT', 'not-found'],
    ['ENOTDIR', 'invalid-input'],
    ['EROFS', 'invalid-input'],
    ['ENAMETOOLONG', 'invalid-input'],
    ['EIO', 'unreadable-file'],
  ])('%s is %s and shows the file name only', (systemCode, code) => {
    const cause = systemError(systemCode);
    const described = describeFileError(cause, '/a/long/path/年报.docx');
    expect(described).toBeInstanceOf(AppError);
    expect(described).toMatchObject({ code, details: { file: '年报.docx', cause: systemCode }, cause });
    expect(String(described)).not.toContain('/a/long/path');
    expect(String(described)).toContain('年报.docx');
  });

  test('leaves what it does not know, and what is already described, as it is', () => {
    const unknown = systemError('EXOTIC');
    const described = new AppError('cancelled', '已取消。');
    expect(describeFileError(unknown, 'a')).toBe(unknown);
    expect(describeFileError(described, 'a')).toBe(described);
    expect(describeFileError('text', 'a')).toBe('text');
  });
});

describe('waiting for a file that another program holds', () => {
  function busyTimes(times: number, code = 'EBUSY') {
    const calls = { count: 0 };
    return {
      calls,
      action: () => {
        calls.count += 1;
        if (calls.count <= times) throw systemError(code);
        return '好';
      },
    };
  }

  test('goes on as soon as the file is free', async () => {
    const late = busyTimes(2);
    const lateSync = busyTimes(2, 'EPERM');
    expect(await retryWhileInUse('a', async () => late.action(), [1, 1, 1])).toBe('好');
    expect(retryWhileInUseSync('a', lateSync.action, [1, 1, 1])).toBe('好');
    expect([late.calls.count, lateSync.calls.count]).toEqual([3, 3]);
  });

  test('gives up with file-in-use', async () => {
    const never = busyTimes(9);
    const neverSync = busyTimes(9);
    await expect(retryWhileInUse('年报.docx', async () => never.action(), [1, 1])).rejects.toMatchObject({ code: 'file-in-use' });
    expect(() => retryWhileInUseSync('年报.docx', neverSync.action, [1, 1])).toThrow(expect.objectContaining({ code: 'file-in-use' }));
    expect([never.calls.count, neverSync.calls.count]).toEqual([3, 3]);
  });

  test('does not wait for other faults', async () => {
    const full = busyTimes(9, 'ENOSPC');
    await expect(retryWhileInUse('年报.docx', async () => full.action())).rejects.toMatchObject({ code: 'disk-full' });
    expect(full.calls.count).toBe(1);
  });
});
