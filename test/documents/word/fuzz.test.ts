import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileTemplate, formOptions, type Template, type TemplateOptions } from '../../../electron/documents/template.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { AppError } from '../../../shared/app-error.ts';
import { newLintFaults } from '../../helpers/ooxml-lint.ts';
import { newOfficeErrors, officeErrors } from '../../helpers/ooxml-validate.ts';
import { parseXml } from '../../helpers/ooxml-xml.ts';
import { mutation, type Mutation } from './fuzz-mutations.ts';
import { fuzzCase, sourceOf } from './fuzz-templates.ts';

/** Runs of each property; `FUZZ_RUNS=20000 vitest run test/documents/word/fuzz.test.ts` looks harder. */
const runs = Number(process.env['FUZZ_RUNS'] ?? 150);
const seed = process.env['FUZZ_SEED'] === undefined ? undefined : Number(process.env['FUZZ_SEED']);
const validated = process.env['FUZZ_RUNS'] === undefined ? 3 : 60;
const timeout = 120_000 + runs * 100;

/** No template of a few kilobytes may keep anyone waiting. In milliseconds. */
const longest = 10_000;

const ways: readonly TemplateOptions[] = [formOptions, {}, { paragraphLoop: true }, { linebreaks: true, syntax: { allowUnbalancedLoops: true, allowUnclosedTag: true, allowUnopenedTag: true } }, { syntax: { preserveNewlinesInTags: true } }];

/** The result, or undefined where our own error refuses; anything else is a fault of the engine. */
function orRefused<Result>(action: () => Result): Result | undefined {
  const begun = performance.now();
  const result = refusable(action);
  const taken = performance.now() - begun;
  if (taken > longest) throw new Error(`took ${taken} ms`);
  return result;
}

function refusable<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

/** The counterexample of a property, or nothing. */
function counterexample<Values>(property: fc.IProperty<Values>, times: number): string {
  return fc.defaultReportMessage(fc.check(property, { numRuns: times, ...(seed !== undefined && { seed }) })) ?? '';
}

/** What is wrong with the documents that a template gives; nothing where it is refused. */
function faultsOf(source: Uint8Array, template: Template, first: unknown, second: unknown): readonly string[] {
  const alone = orRefused(() => template.render(first));
  if (alone === undefined) return [];
  const same = [['twice', template.render(first)], ['as one of many', template.renderMany([first])]] as const;
  const many = orRefused(() => template.renderMany([first, second, first]));
  return [
    ...template.problems.map((problem) => `rendered in spite of ${problem.code}`),
    ...newLintFaults(source, alone),
    ...same.flatMap(([how, bytes]) => (Buffer.compare(alone, bytes) === 0 ? [] : [`other bytes ${how}`])),
    ...(many === undefined ? [] : newLintFaults(source, many)),
  ];
}

it('any template is refused with an error of ours or gives sound documents, the same ones every time', { timeout }, () => {
  const documents = fc.property(fuzzCase, fc.constantFrom(...ways), (made, options) => {
    const source = sourceOf(made);
    const template = orRefused(() => compileTemplate(source, options));
    expect(template === undefined ? [] : faultsOf(source, template, made.first, made.second)).toEqual([]);
  });
  expect(counterexample(documents, runs)).toBe('');
});

it('the validator finds nothing in documents of any template that it does not find in the template', { timeout: timeout + validated * 4000 }, async () => {
  const cases = fc.sample(fuzzCase, { numRuns: validated * 12, seed: seed ?? 5 });
  const outputs = cases.flatMap((made) => {
    const source = sourceOf(made);
    const template = orRefused(() => compileTemplate(source, formOptions));
    const output = template === undefined ? undefined : orRefused(() => template.renderMany([made.first, made.second]));
    return output === undefined ? [] : [{ source, output }];
  });
  const sample = outputs.slice(0, validated);
  expect(sample.length).toBe(validated);
  const errors = await Promise.all(sample.map(({ source, output }) => newOfficeErrors(source, output, 'docx')));
  expect(errors.flat()).toEqual([]);
});

const templatesFolder = path.join(import.meta.dirname, '..', '..', '..', 'templates');
const shipped: readonly Buffer[] = fs.readdirSync(templatesFolder).filter((name) => name.endsWith('.docx')).map((name) => fs.readFileSync(path.join(templatesFolder, name)));

/** Something for every name of a template: two items for every loop, the name itself for every value. */
function dataFor({ tags }: Template): unknown {
  const data: Record<string, unknown> = {};
  for (const { kind, name, within } of tags) {
    if (name === undefined) continue;
    const holders = within.reduce<readonly Record<string, unknown>[]>((found, list) => found.flatMap((holder) => itemsIn(holder, list)), [data]);
    for (const holder of holders) {
      if (kind === 'loop') itemsIn(holder, name);
      else if (!Object.hasOwn(holder, name)) holder[name] = `${name}：第一行\n<第二行>`;
    }
  }
  return data;
}

function itemsIn(holder: Record<string, unknown>, list: string): readonly Record<string, unknown>[] {
  const known = holder[list];
  if (Array.isArray(known)) return known.filter((item): item is Record<string, unknown> => typeof item === 'object' && item !== null);
  const items: Record<string, unknown>[] = [{}, {}];
  holder[list] = items;
  return items;
}

/** Parts that are no well-formed XML: those that nobody had to read are copied as they are. */
function malformedParts(bytes: Uint8Array): readonly string[] {
  const archive = readZip(bytes);
  return [...archive.keys()].filter((name) => {
    if (!/\.(?:xml|rels)$/.test(name)) return false;
    try {
      parseXml(memberText(archive, name) ?? '');
      return false;
    } catch {
      return true;
    }
  });
}

const data = shipped.map((file) => dataFor(compileTemplate(file, formOptions)));
const anyShipped = fc.nat(shipped.length - 1);

/** What became of a damaged template: the document, or undefined where it was refused. */
function outcome(file: number, damage: Mutation): { readonly damaged: Uint8Array; readonly output: Uint8Array } | undefined {
  const damaged = damage.apply(shipped[file] ?? Buffer.alloc(0));
  const output = orRefused(() => compileTemplate(damaged, formOptions).render(data[file]));
  return output === undefined ? undefined : { damaged, output };
}

it('a damaged template is refused with an error of ours or gives a document as sound as it is', { timeout }, () => {
  const damages = fc.property(anyShipped, mutation, (file, damage) => {
    const result = outcome(file, damage);
    const before = result === undefined ? [] : malformedParts(result.damaged);
    const after = result === undefined ? [] : malformedParts(result.output).filter((name) => !before.includes(name));
    const faults = result === undefined || before.length > 0 || after.length > 0 ? [] : newLintFaults(result.damaged, result.output);
    expect([...after, ...faults]).toEqual([]);
  });
  expect(counterexample(damages, Math.ceil(runs / 2))).toBe('');
});

it('what the validator passes in a damaged template, it passes in the documents made of it', { timeout: timeout + validated * 4000 }, async () => {
  const tries = fc.sample(fc.tuple(anyShipped, mutation), { numRuns: validated * 8, seed: seed ?? 5 });
  const results = tries.flatMap(([file, damage]) => outcome(file, damage) ?? []).slice(0, validated);
  expect(results.length).toBe(validated);
  const errors = await Promise.all(results.map(async ({ damaged, output }) => ((await officeErrors(damaged, 'docx')).length === 0 ? officeErrors(output, 'docx') : [])));
  expect(errors.flat()).toEqual([]);
});
