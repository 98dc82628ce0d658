import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const renderer = path.resolve(import.meta.dirname, '../../renderer');

/** Comments may name the trade's terms. */
const comment = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;

/** Values of records that code compares with, formats of dates that people type, and names of fonts. */
const notForReading = new Set(['forms/inspection-values.ts', 'forms/result-keys.tsx', 'forms/inputs/date-inputs.tsx', 'screens/reports/report-dialogs.tsx', 'screens/reports/report-steps.ts', 'theme.ts']);

test('every text that people read is in renderer/words', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).map((name) => name.split(path.sep).join('/'));
  const sources = files.filter((name) => /\.(tsx?|css)$/.test(name) && !name.startsWith('words/') && !notForReading.has(name));

  const withText = sources.filter((name) => /\p{Script=Han}/u.test(readFileSync(path.join(renderer, name), 'utf8').replace(comment, '')));

  expect(withText).toEqual([]);
});
