import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tableData, type Data } from './engine-data.ts';
import { peakMegabytes } from './peak-memory.ts';

export type EngineName = 'engine' | 'docxtemplater' | 'easy-template-x';

/** What filling one long table costs in a process of its own, which has loaded that engine and nothing else. */
export type LongTable = { readonly milliseconds: number; readonly peakMegabytes: number; readonly grownMegabytes: number };

/** Peak of a fresh process, and how much of it came with the filling: engine, template and data are there before. */
export function measureLongTable(engine: EngineName, templateFile: string, rows: number): LongTable {
  const child = spawnSync(process.execPath, ['--expose-gc', fileURLToPath(import.meta.url), engine, templateFile, String(rows)], { encoding: 'utf8', maxBuffer: 1 << 20 });
  if (child.status !== 0) throw new Error(`${engine}: ${child.stderr}`);
  return JSON.parse(child.stdout) as LongTable;
}

type Fill = (bytes: Uint8Array, data: Data) => Uint8Array | Promise<Uint8Array>;

async function load(engine: EngineName): Promise<Fill> {
  if (engine === 'docxtemplater') return (await import('./engine-docxtemplater.ts')).docxtemplater;
  if (engine === 'easy-template-x') return (await import('./engine-easy-template-x.ts')).easyTemplateX;
  const { compileTemplate, formOptions } = await import('../../electron/documents/template.ts');
  return (bytes, data) => compileTemplate(bytes, formOptions).render(data);
}

async function run(engine: EngineName, templateFile: string, rows: number): Promise<LongTable> {
  const fill = await load(engine);
  const bytes = readFileSync(templateFile);
  const data = tableData(rows);
  // What an engine sets up once is not the table's doing.
  await fill(bytes, tableData(3));
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const start = performance.now();
  await fill(bytes, data);
  const milliseconds = performance.now() - start;
  const peak = peakMegabytes();
  return { milliseconds, peakMegabytes: peak, grownMegabytes: peak - before / (1024 * 1024) };
}

if (import.meta.main) {
  const [engine = 'engine', templateFile = '', rows = '5000'] = process.argv.slice(2);
  console.log(JSON.stringify(await run(engine as EngineName, templateFile, Number(rows))));
}
