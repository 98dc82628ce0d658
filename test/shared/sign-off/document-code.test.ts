import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentCode, isCodeOf, readDocumentCode } from '../../../shared/sign-off/document-code.ts';

const document = { contractId: '0190a1b2-0000-7000-8000-000000000001', deliverable: 'inspection', number: 'XJ-20240805-01', version: 1 };

/** Numbers as contracts and people make them: no star, no line breaks. */
const numbers = fc.stringMatching(/^[0-9A-Z巡检工作月-]{1,30}$/);
const documents = fc.record({ contractId: fc.uuid(), deliverable: fc.stringMatching(/^[a-z0-9-]{1,20}$/), number: numbers, version: fc.integer({ min: 1, max: 999 }) });

test('a code is short, says its number, and its version from the second on', () => {
  expect(documentCode(document)).toMatch(/^XJ-20240805-01\*[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(documentCode({ ...document, version: 2 })).toMatch(/^XJ-20240805-01\/2\*[0-9A-HJKMNP-TV-Z]{5}$/);
});

test('what was written is read, and known as the code of its document', () => {
  fc.assert(fc.property(documents, (wanted) => {
    const read = readDocumentCode(` ${documentCode(wanted)}\n`);
    expect(read).toMatchObject({ number: wanted.number, version: wanted.version });
    expect(read === undefined ? false : isCodeOf(read, wanted)).toBe(true);
  }));
});

test('the check tells the form from the list, one contract from the other, one version from the next', () => {
  const read = readDocumentCode(documentCode(document));
  if (read === undefined) throw new Error('not read');
  expect([isCodeOf(read, document), isCodeOf(read, { ...document, deliverable: 'ledger-inspection' }), isCodeOf(read, { ...document, contractId: 'another' }), isCodeOf({ ...read, version: 2 }, document), isCodeOf({ ...read, number: 'XJ-20240805-02' }, document)])
    .toEqual([true, false, false, false, false]);
});

test('the checks of many documents hardly ever meet', () => {
  const checks = Array.from({ length: 3000 }, (_, index) => documentCode({ ...document, number: `GZ-${20240000 + index}` }).slice(-5));
  expect(checks.length - new Set(checks).size).toBeLessThan(3);
});

test('other codes on a page are no codes of ours', () => {
  for (const text of ['', 'https://example.cn/a*b', 'WIFI:S:x;;', 'XJ-20240805-01', 'XJ*1234', `${'9'.repeat(61)}*ABCDE`]) expect(readDocumentCode(text)).toBeUndefined();
});
