import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { compileTemplate, formOptions, type Template } from '../../electron/documents/template.ts';
import { docxOf, paragraph, table } from '../helpers/ooxml-docx.ts';
import { formData, formTemplate } from '../helpers/ooxml-form.ts';
import { jpegOf } from '../helpers/pictures.ts';
import { digits, timingOf, type BenchRow } from './bench-row.ts';
import { tableData } from './engine-data.ts';
import { measureLongTable } from './engine-memory.ts';
import { tableTemplate } from './engine-templates.ts';

const forms = 1000;
const photoBytes = 120_000;
/** Files in flight: the second core writes while the first fills. */
const together = 8;

/** Long tables, a thousand forms with photos, and growth. */
export async function benchEngineVolume(): Promise<BenchRow[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-engine-'));
  try {
    return [...(await longTableRows(folder)), ...(await photoRows(folder)), ...(await growthRows())];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function longTableRows(folder: string): Promise<BenchRow[]> {
  const rounds = 5;
  const templateFile = path.join(folder, 'table.docx');
  await writeFile(templateFile, await tableTemplate());
  const measured = (['engine', 'docxtemplater', 'easy-template-x'] as const).map((engine) => ({ engine, runs: Array.from({ length: rounds }, () => measureLongTable(engine, templateFile, 5000)) }));
  const median = (values: readonly number[]): number => timingOf(values).median;
  const [ours] = measured;
  const ourTime = median(ours?.runs.map((run) => run.milliseconds) ?? []);
  const ourMemory = median(ours?.runs.map((run) => run.grownMegabytes) ?? []);
  return measured.flatMap(({ engine, runs }) => {
    const time = timingOf(runs.map((run) => run.milliseconds));
    const grown = timingOf(runs.map((run) => run.grownMegabytes));
    const peak = median(runs.map((run) => run.peakMegabytes));
    const isOurs = engine === 'engine';
    return [
      { name: `5,000 rows × 6 columns, ${engine}`, ...time, unit: 'ms', note: isOurs ? 'with compiling, in a fresh process' : `${digits(time.median / ourTime)} × the engine${engine === 'docxtemplater' ? ' (floor 5 ×)' : ''}` },
      { name: `  memory it takes, ${engine}`, ...grown, unit: 'MB', note: `peak of the process ${digits(peak)} MB${isOurs ? '' : `; engine takes ${digits(ourMemory / grown.median)} of it${engine === 'docxtemplater' ? ' (floor 0.5)' : ''}`}` },
    ];
  });
}

/** A form with a table of facts and two photos side by side. */
function photoForm(): Template {
  return compileTemplate(docxOf(paragraph('{标题}') + table([['编号', '{编号}'], ['巡检人', '{巡检人}'], ['说明', '{处理情况}']]) + table([['{%甲 7×5}', '{%乙 7×5}']])), formOptions);
}

async function photoRows(folder: string): Promise<BenchRow[]> {
  const photos = path.join(folder, 'photos');
  await mkdir(photos);
  const names = Array.from({ length: forms * 2 }, (_, index) => path.join(photos, `${index}.jpg`));
  const head = jpegOf({ width: 1600, height: 1200 });
  for (const name of names) await writeFile(name, Buffer.concat([head.subarray(0, -2), randomBytes(photoBytes), head.subarray(-2)]));
  const template = photoForm();
  const dataOf = async (index: number) => ({ ...formData(index), 甲: await readFile(names[index * 2] ?? ''), 乙: await readFile(names[index * 2 + 1] ?? '') });
  const outputs = await Promise.all(Array.from({ length: 4 }, async (_, index) => template.render(await dataOf(index))));
  const filling: number[] = [];
  const copying: number[] = [];
  for (let round = 0; round < 5; round++) {
    copying.push(await timedRun(path.join(folder, `copy-${round}`), async (target, index) => {
      await Promise.all([0, 1].map((which) => copyFile(names[index * 2 + which] ?? '', path.join(target, `${index}-${which}.jpg`))));
      await writeFile(path.join(target, `${index}.docx`), outputs[index % outputs.length] ?? '');
    }));
    filling.push(await timedRun(path.join(folder, `fill-${round}`), async (target, index) => writeFile(path.join(target, `${index}.docx`), template.render(await dataOf(index)))));
  }
  const [ours, theirs] = [timingOf(filling), timingOf(copying)];
  return [
    { name: `${forms} forms with two photos each, on disk`, ...ours, unit: 'ms', note: `${digits(ours.median / theirs.median)} × copying (floor 2 ×); photos of ${photoBytes / 1000} kB, each read from disk` },
    { name: '  copying the same photos, writing the same bytes', ...theirs, unit: 'ms', note: '' },
  ];
}

async function timedRun(target: string, make: (target: string, index: number) => Promise<unknown>): Promise<number> {
  await mkdir(target);
  const start = performance.now();
  let next = 0;
  await Promise.all(Array.from({ length: together }, async () => {
    while (next < forms) await make(target, next++);
  }));
  const taken = performance.now() - start;
  await rm(target, { recursive: true });
  return taken;
}

async function growthRows(): Promise<BenchRow[]> {
  const long = compileTemplate(await tableTemplate(), formOptions);
  const form = compileTemplate(await formTemplate(), formOptions);
  const rows = [10, 100, 1000, 10_000, 100_000].map((count) => {
    const data = tableData(count);
    const times = repeated(count, () => long.render(data));
    return { name: `table of ${count} rows × 6`, ...timingOf(times), unit: 'ms', note: `${digits((timingOf(times).median / count) * 1000)} µs per row` };
  });
  const documents = [10, 100, 1000, 10_000].map((count) => {
    const times = repeated(count, () => {
      for (let index = 0; index < count; index++) form.render(formData(index));
    });
    return { name: `${count} documents of one page`, ...timingOf(times), unit: 'ms', note: `${digits((timingOf(times).median / count) * 1000)} µs per document` };
  });
  const volumes = [10, 100, 1000, 10_000].map((count) => {
    const records = Array.from({ length: count }, (_, index) => formData(index));
    const times = repeated(count, () => form.renderMany(records));
    return { name: `${count} records in one document`, ...timingOf(times), unit: 'ms', note: `${digits((timingOf(times).median / count) * 1000)} µs per record` };
  });
  return [...rows, ...documents, ...volumes];
}

/** As often as a second or so allows, at least three times. */
function repeated(size: number, action: () => void): readonly number[] {
  const rounds = Math.max(3, Math.min(100, Math.ceil(20_000 / size)));
  action();
  return Array.from({ length: rounds }, () => {
    const start = performance.now();
    action();
    return performance.now() - start;
  });
}
