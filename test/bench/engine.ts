import { crc32, deflateRawSync } from 'node:zlib';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { compileTemplate, formOptions } from '../../electron/documents/template.ts';
import { inflateMember, readZip } from '../../electron/files/zip-reader.ts';
import { formData, formTemplate } from '../helpers/ooxml-form.ts';
import { digits, printRows, timed, timedInTurn, type BenchRow, type Timing } from './bench-row.ts';

const none: Timing = { median: Number.NaN, spread: '' };

/**
 * The Word engine against docxtemplater and against the limit (deflate and CRC of the changed part, copying the rest),
 * same template, same data, same run.
 */
export async function benchEngine(): Promise<BenchRow[]> {
  const bytes = await formTemplate();
  const records = Array.from({ length: 50 }, (_, index) => formData(index));
  const template = compileTemplate(bytes, formOptions);
  let turn = 0;
  const next = (): Readonly<Record<string, unknown>> => records[turn++ % records.length] ?? {};

  const [ours = none, theirs = none, limit = none] = timedInTurn([
    { rounds: 2000, action: () => template.render(next()) },
    { rounds: 200, action: () => docxtemplater(bytes, next()) },
    { rounds: 2000, action: limitOf(template.render(next())) },
  ]);
  const compiled = timed(100, 30, () => compileTemplate(bytes, formOptions));
  const many = timed(10, 3, () => template.renderMany(Array.from({ length: 250 }, (_, index) => formData(index))));

  return [
    row('one-page form, engine', ours, 'ms', `${digits(1000 / ours.median)} documents per second`),
    row('one-page form, docxtemplater', theirs, 'ms', `${digits(theirs.median / ours.median)} × the engine (floor 10 ×)`),
    row('one-page form, limit', limit, 'ms', `engine is ${digits(ours.median / limit.median)} × the limit (deflate + CRC of the changed part, copy of the rest)`),
    row('compile that template', compiled, 'ms', 'once per template'),
    row('250 forms in one document', many, 'ms', `${digits(many.median / 250)} ms per form`),
    ...tableRows(bytes),
  ];
}

function tableRows(bytes: Uint8Array): BenchRow[] {
  const template = compileTemplate(bytes, formOptions);
  return [10, 100, 1000, 10_000].map((count) => {
    const data = { ...formData(1), 检查项: Array.from({ length: count }, (_, index) => ({ 名称: `检查项${index}`, 结果: '正常', 说明: `说明 ${index}` })) };
    const timing = timed(Math.max(5, Math.min(200, 20_000 / count)), 3, () => template.render(data));
    return row(`table of ${count} rows`, timing, 'ms', `${digits((timing.median / count) * 1000)} µs per row`);
  });
}

function docxtemplater(bytes: Uint8Array, data: Readonly<Record<string, unknown>>): Uint8Array {
  const document = new Docxtemplater(new PizZip(bytes), { paragraphLoop: true, linebreaks: true, nullGetter: () => '' });
  document.render(data);
  return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** The least that any engine must do for this output with zlib: compress and checksum what changed, copy everything else. */
function limitOf(output: Uint8Array): () => void {
  const archive = readZip(output);
  const changed = archive.get('word/document.xml');
  if (changed === undefined) throw new Error('the form has a main part');
  const content = inflateMember(changed);
  const rest = Buffer.concat([...archive.values()].filter((member) => member !== changed).map((member) => member.raw));
  return () => {
    const deflated = deflateRawSync(content, { level: 6 });
    const file = Buffer.allocUnsafe(deflated.length + rest.length + 4);
    file.writeUInt32LE(crc32(content), 0);
    file.set(deflated, 4);
    file.set(rest, deflated.length + 4);
  };
}

function row(name: string, timing: Timing, unit: string, note: string): BenchRow {
  return { name, ...timing, unit, note };
}

if (import.meta.main) console.log(printRows(await benchEngine()));
