import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContract } from '../../electron/intake/read-contract.ts';

/** A contract of your own that must not be committed: `INTAKE_CONTRACT=/path/to/contract.docx vitest run test/intake/given-contract.test.ts` */
const file = process.env['INTAKE_CONTRACT'];

describe.runIf(file !== undefined)('the contract that INTAKE_CONTRACT names', () => {
  it('is read, and its items add up to its price', () => {
    const { profile, questions } = readContract(readFileSync(file ?? ''), path.basename(file ?? ''));
    expect(profile.people).toEqual([]);
    expect(profile.serviceItems.reduce((sum, item) => sum + item.amount, 0)).toBeCloseTo(profile.price.total, 2);
    expect(questions.every((question) => question.question !== '')).toBe(true);
  });
});
