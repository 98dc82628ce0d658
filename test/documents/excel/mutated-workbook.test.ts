import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileWorkbookTemplate } from '../../../electron/documents/excel/workbook-template.ts';
import { inflateMember, readZip } from '../../../electron/files/zip-reader.ts';
import { writeZip } from '../../../electron/files/zip-writer.ts';
import { AppError } from '../../../shared/app-error.ts';
import { richData, richWorkbook } from './rich-workbook.ts';

const folder = path.join(import.meta.dirname, '..', '..', '..', 'templates');
const shipped = readdirSync(folder).filter((name) => name.endsWith('.xlsx')).map((name) => new Uint8Array(readFileSync(path.join(folder, name))));
const rich = richWorkbook();
const records = { 记录: [{ 编号: 'A', 工时: '1.5' }, { 编号: 'B' }], ...richData };

/** Fills it, or hears in words why not; anything else is a fault of ours. */
function outcome(bytes: Uint8Array): 'filled' | 'refused' {
  try {
    compileWorkbookTemplate(bytes).render(records);
    return 'filled';
  } catch (error) {
    if (error instanceof AppError && error.code !== 'internal') return 'refused';
    throw error;
  }
}

test('shipped templates with some bytes changed are filled or refused in words', () => {
  const seen = new Set<string>();
  fc.assert(fc.property(fc.nat(), fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 }), (pick, changes) => {
    const bytes = Uint8Array.from(shipped[pick % shipped.length] ?? rich);
    for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
    seen.add(outcome(bytes));
  }), { numRuns: 400 });
  expect([...seen].sort()).toEqual(['filled', 'refused']);
});

/** What a slip of some program makes of a part: something cut out, doubled, exchanged. */
const slip = fc.record({ part: fc.nat(), at: fc.nat(), length: fc.nat({ max: 80 }), kind: fc.constantFrom('cut', 'double', 'exchange'), text: fc.constantFrom('<', '>', '"', '0', '-1', '99999999999', 'A1:', '$', "'", '{#a}', '{/a}', '}', '&', '<f>', '</c>', ':', '\u0000', '1048576', 'XFD') });

test('workbooks with everything in them, their parts damaged, are filled or refused in words', () => {
  const members = [...readZip(rich).values()].map((member) => ({ name: member.name, text: inflateMember(member).toString('utf8') }));
  fc.assert(fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), (slips) => {
    const texts = new Map(members.map(({ name, text }) => [name, text]));
    for (const { part, at, length, kind, text: inserted } of slips) {
      const { name } = members[part % members.length] ?? { name: '' };
      const text = texts.get(name) ?? '';
      const from = at % (text.length + 1);
      const taken = text.slice(from, from + length);
      texts.set(name, text.slice(0, from) + (kind === 'cut' ? '' : kind === 'double' ? taken + taken : inserted) + text.slice(from + taken.length));
    }
    expect(['filled', 'refused']).toContain(outcome(writeZip([...texts].map(([name, text]) => ({ name, bytes: Buffer.from(text) })))));
  }), { numRuns: 600 });
});
