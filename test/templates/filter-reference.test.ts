import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { filterLines, withFilterReference } from '../../build/scripts/templates/filter-reference.ts';
import { filterReference } from '../../electron/documents/tags/filters/filter-table.ts';
import { compileTemplate, formOptions } from '../../electron/documents/template.ts';
import { docxOf, paragraph } from '../helpers/ooxml-docx.ts';
import { paragraphTexts } from '../helpers/ooxml-lint.ts';

test('the README lists every filter with its example', () => {
  const readme = fs.readFileSync(path.join(import.meta.dirname, '..', '..', 'templates', 'README.md'), 'utf8');
  expect(withFilterReference(readme)).toBe(readme);
  const section = readme.split('### 表达式与过滤器')[1]?.split('### 勾选框')[0] ?? '';
  expect(filterReference.filter(({ name, aliases, example }) => ![`\`${name}`, ...aliases.map((alias) => `\`${alias}\``), `\`${example.tag}\``].every((wanted) => section.includes(wanted))).map(({ name }) => name)).toEqual([]);
  expect(filterLines().split('\n').length).toBe(filterReference.length);
});

/** Their result is not text: what it looks like is told in words. */
const toldInWords = ['图表', '二维码'];

test('every example prints what it says', () => {
  const examples = filterReference.filter(({ name }) => !toldInWords.includes(name));
  const printed = examples.map(({ name, example }) => {
    const template = compileTemplate(docxOf(paragraph(example.tag)), { ...formOptions, linebreaks: false });
    const { bytes, missing, problems } = template.renderReported(example.data);
    return { name, text: paragraphTexts(bytes).join('\n'), missing, problems };
  });
  expect(printed).toEqual(examples.map(({ name, example }) => ({ name, text: example.result, missing: [], problems: [] })));
});

test('no name stands for two filters, and names can be written in a tag', () => {
  const names = filterReference.flatMap(({ name, aliases }) => [name, ...aliases].map((one) => one.toLowerCase()));
  expect([names.length - new Set(names).size, names.filter((name) => !/^[\p{Script=Han}a-z]+$/u.test(name))]).toEqual([0, []]);
});
