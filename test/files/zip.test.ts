import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/app-error.ts';
import { inflateMember, memberText, readZip } from '../../electron/files/zip-reader.ts';
import { deflateMember, finishZip, prepareZip, writeZip } from '../../electron/files/zip-writer.ts';

const text = (value: string): Uint8Array => Buffer.from(value, 'utf8');
const failure = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'no error';
};

function outcome(zip: Buffer): string {
  try {
    for (const member of readZip(zip).values()) inflateMember(member);
    return 'read';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

/** A tiny archive whose header fields a test can spoil. */
function archive(): Buffer {
  return writeZip([{ name: 'a.txt', bytes: text('hello hello hello') }, { name: '资料/b.txt', bytes: text('world'), level: 0 }]);
}
const centralOf = (zip: Buffer, index: number): number => {
  let at = zip.readUInt32LE(zip.length - 6);
  for (let skip = 0; skip < index; skip++) at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  return at;
};

describe('zip written and read again', () => {
  it('keeps names, order and bytes', () => {
    const zip = readZip(archive());
    expect([...zip.keys()]).toEqual(['a.txt', '资料/b.txt']);
    expect(memberText(zip, 'a.txt')).toBe('hello hello hello');
    expect(memberText(zip, '资料/b.txt')).toBe('world');
    expect(memberText(zip, 'missing')).toBeUndefined();
  });

  it('marks only names beyond ASCII as UTF-8', () => {
    const zip = archive();
    expect([zip.readUInt16LE(centralOf(zip, 0) + 8), zip.readUInt16LE(centralOf(zip, 1) + 8)]).toEqual([0, 0x0800]);
  });

  it('is the same byte for byte every time', () => {
    expect(archive().equals(archive())).toBe(true);
  });

  it('copies kept members without touching their compressed bytes', () => {
    const source = readZip(archive());
    const base = prepareZip(source.values());
    const zip = readZip(finishZip(base, [deflateMember({ name: 'c.txt', bytes: text('new') })]));
    expect([...zip.keys()]).toEqual(['a.txt', '资料/b.txt', 'c.txt']);
    expect(Buffer.from(zip.get('a.txt')?.raw ?? [])).toEqual(Buffer.from(source.get('a.txt')?.raw ?? [1]));
    expect(memberText(zip, 'c.txt')).toBe('new');
  });

  it('holds for any names and contents', () => {
    const name = fc.stringMatching(/^[a-z一-龥][a-z0-9一-龥]{0,12}(\/[a-z一-龥]{1,8}){0,2}$/);
    fc.assert(
      fc.property(fc.uniqueArray(fc.record({ name, bytes: fc.uint8Array({ maxLength: 300 }), level: fc.constantFrom(0, 1, 6, 9) }), { selector: (file) => file.name, maxLength: 6 }), (files) => {
        const zip = readZip(writeZip(files));
        expect([...zip.values()].map((member) => [member.name, [...inflateMember(member)]])).toEqual(files.map((file) => [file.name, [...file.bytes]]));
      }),
    );
  });
});

describe('files that are refused', () => {
  it('says what an old .doc, a PDF, an RTF and an empty file are', () => {
    expect(failure(() => readZip(Buffer.from('D0CF11E0A1B11AE1', 'hex')))).toContain('旧版 Office');
    expect(failure(() => readZip(text('%PDF-1.7')))).toContain('PDF');
    expect(failure(() => readZip(text('{\\rtf1')))).toContain('RTF');
    expect(failure(() => readZip(new Uint8Array()))).toBe('文件是空的。');
    expect(failure(() => readZip(text('some text that is long enough to hold a directory')))).toContain('已损坏');
  });

  it.each(['../a', 'a/../../b', '/etc/passwd', 'C:\\a', 'a//b', './a', 'a\u0000b'])('refuses the name %j', (name) => {
    expect(failure(() => readZip(writeZip([{ name, bytes: text('x') }])))).toContain('不安全的文件名');
  });

  it('reads backslashes as slashes', () => {
    expect([...readZip(writeZip([{ name: 'word\\document.xml', bytes: text('x') }])).keys()]).toEqual(['word/document.xml']);
  });

  it('reads a GBK name that is not marked as UTF-8', () => {
    const zip = archive();
    const name = Buffer.from([0xd7, 0xca, 0xc1, 0xcf, 0x2e]);
    const one = writeZip([{ name: 'xxxx.', bytes: text('x') }]);
    name.copy(one, 30);
    name.copy(one, centralOf(one, 0) + 46);
    expect([...readZip(one).keys()]).toEqual(['资料.']);
    expect(zip.length).toBeGreaterThan(0);
  });

  it('refuses the same name twice, also in other case', () => {
    expect(failure(() => readZip(writeZip([{ name: 'a', bytes: text('1') }, { name: 'A', bytes: text('2') }])))).toContain('同名');
  });

  it('refuses encrypted members', () => {
    const zip = archive();
    zip.writeUInt16LE(1, centralOf(zip, 0) + 8);
    expect(failure(() => readZip(zip))).toContain('密码');
  });

  it('refuses unknown compression', () => {
    const zip = archive();
    zip.writeUInt16LE(14, centralOf(zip, 0) + 10);
    expect(failure(() => readZip(zip))).toContain('压缩方式');
  });

  it('refuses more members and bigger members than allowed', () => {
    expect(failure(() => readZip(archive(), { members: 1, memberBytes: 100, totalBytes: 100 }))).toContain('上限 1 个');
    expect(failure(() => readZip(archive(), { members: 9, memberBytes: 10, totalBytes: 100 }))).toContain('a.txt');
    expect(failure(() => readZip(archive(), { members: 9, memberBytes: 20, totalBytes: 20 }))).toContain('压缩包解开后');
  });

  it('refuses a member that unfolds into more than it states, without unfolding it', () => {
    const zip = writeZip([{ name: 'bomb', bytes: new Uint8Array(50_000_000) }]);
    zip.writeUInt32LE(10, centralOf(zip, 0) + 24);
    const member = readZip(zip).get('bomb');
    expect(failure(() => member && inflateMember(member))).toContain('已损坏');
  });

  it('refuses overlapping members', () => {
    const zip = archive();
    zip.writeUInt32LE(0, centralOf(zip, 1) + 42);
    expect(failure(() => readZip(zip))).toContain('已损坏');
  });

  it('notices every changed byte of a member', () => {
    const content = text('a form that must not change');
    const zip = writeZip([{ name: 'a', bytes: content, level: 0 }]);
    for (let index = 0; index < content.length; index++) {
      const changed = Buffer.from(zip);
      changed[31 + index] = (changed[31 + index] ?? 0) ^ 0x20;
      const member = readZip(changed).get('a');
      expect(failure(() => member && inflateMember(member))).toContain('校验不符');
    }
  });

  it('reads zip64 sizes that fit 32 bits and refuses those that do not', () => {
    const wide = (high: number): Buffer => {
      const content = text('x');
      const extra = Buffer.alloc(12);
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(8, 2);
      extra.writeUInt32LE(content.length, 4);
      extra.writeUInt32LE(high, 8);
      const zip = writeZip([{ name: 'a', bytes: content, level: 0 }]);
      const at = centralOf(zip, 0);
      zip.writeUInt32LE(0xffffffff, at + 24);
      zip.writeUInt16LE(extra.length, at + 30);
      const directory = Buffer.concat([zip.subarray(at, at + 47), extra]);
      const end = Buffer.from(zip.subarray(at + 47));
      end.writeUInt32LE(directory.length, 12);
      return Buffer.concat([zip.subarray(0, at), directory, end]);
    };
    expect(memberText(readZip(wide(0)), 'a')).toBe('x');
    expect(failure(() => readZip(wide(1)))).toContain('已损坏');
    expect(crc32('x')).toBe(readZip(wide(0)).get('a')?.crc);
  });

  it('answers any garbage with an AppError or an archive, never with another exception', () => {
    const source = archive();
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(source.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), (changes) => {
        const zip = Buffer.from(source);
        for (const [at, value] of changes) zip[at] = value;
        expect(['read', 'unreadable-file']).toContain(outcome(zip));
      }),
      { numRuns: 500 },
    );
  });
});
