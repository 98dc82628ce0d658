import { crc32, deflateRawSync } from 'node:zlib';
import { compileTemplate, formOptions } from '../../electron/documents/template.ts';
import { inflateMember, readZip } from '../../electron/files/zip-reader.ts';
import { formData } from '../helpers/ooxml-form.ts';
import { digits, printRows, timed, timedInTurn, timingOf, type BenchRow, type Timing } from './bench-row.ts';
import { docxtemplater } from './engine-docxtemplater.ts';
import { easyTemplateX } from './engine-easy-template-x.ts';
import { peerForm } from './engine-templates.ts';
import { benchEngineVolume } from './engine-volume.ts';

const none: Timing = { median: Number.NaN, spread: '' };

/**
 * The Word engine against docxtemplater, easy-template-x and the limit (deflate and CRC of the changed part, copying the rest),
 * same template, same data, same run.
 */
export async function benchEngine(): Promise<BenchRow[]> {
  const bytes = await peerForm();
  const records = Array.from({ length: 50 }, (_, index) => ({ ...formData(index), 系统名称: '综合业务平台' }));
  const template = compileTemplate(bytes, formOptions);
  let turn = 0;
  const next = (): Readonly<Record<string, unknown>> => records[turn++ % records.length] ?? {};

  const [ours = none, limit = none, theirs = none] = timedInTurn([
    { rounds: 4000, action: () => template.render(next()) },
    { rounds: 4000, action: limitOf(template.render(next())) },
    { rounds: 200, action: () => docxtemplater(bytes, next()) },
  ]);
  const other = await timedAsync(200, () => easyTemplateX(bytes, next()));
  const compiled = timed(100, 30, () => compileTemplate(bytes, formOptions));
  const many = timed(10, 3, () => template.renderMany(Array.from({ length: 250 }, (_, index) => formData(index))));

  return [
    row('one-page form, engine', ours, 'ms', `${digits(1000 / ours.median)} documents per second`),
    row('one-page form, docxtemplater', theirs, 'ms', `${digits(theirs.median / ours.median)} × the engine (floor 25 ×)`),
    row('one-page form, easy-template-x', other, 'ms', `${digits(other.median / ours.median)} × the engine (floor 12 ×)`),
    row('one-page form, limit', limit, 'ms', `engine is ${digits(ours.median / limit.median)} × the limit (floor 2 ×; deflate + CRC of the changed part, copy of the rest)`),
    row('compile that template', compiled, 'ms', 'once per template'),
    row('250 forms in one document', many, 'ms', `${digits(many.median / 250)} ms per form`),
    ...(await benchEngineVolume()),
  ];
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

async function timedAsync(rounds: number, action: () => Promise<unknown>): Promise<Timing> {
  for (let round = 0; round < rounds * 0.3; round++) await action();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await action();
    times.push(performance.now() - start);
  }
  return timingOf(times);
}

function row(name: string, timing: Timing, unit: string, note: string): BenchRow {
  return { name, ...timing, unit, note };
}

if (import.meta.main) console.log(printRows(await benchEngine()));
