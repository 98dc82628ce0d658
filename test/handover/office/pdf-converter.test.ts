import { execFileSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppError } from '../../../shared/app-error.ts';
import { createPdfConverter, noOfficeText, type PdfConverter } from '../../../electron/handover/office/pdf-converter.ts';
import { convertWithLibreOffice } from '../../../electron/handover/office/convert-with-libre-office.ts';
import { thisOfficeComputer, type OfficeComputer } from '../../../electron/handover/office/office-computer.ts';
import { writeZip } from '../../../electron/files/zip-writer.ts';
import { docxOf } from '../../helpers/ooxml-docx.ts';
import { hasPages } from '../../helpers/pdf-pages.ts';
import { pdfWith } from '../../helpers/pdf-files.ts';

const templates = path.resolve(import.meta.dirname, '../../../templates');
const computer = thisOfficeComputer(process.platform, homedir(), process.env);

let folder: string;
let server: Server;
const requests: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'office-'));
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', () => resolve()); });
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A converter whose folder has a name that a shell or an address would stumble over. */
async function converterIn(name: string, world: OfficeComputer = computer): Promise<{ readonly converter: PdfConverter; readonly cacheFolder: string }> {
  const cacheFolder = path.join(folder, `${name} 年底&季度'报告 $(id)`);
  return { converter: createPdfConverter({ computer: world, cacheFolder }), cacheFolder };
}

function paragraph(text: string): string {
  return `<w:p><w:r><w:rPr><w:rFonts w:eastAsia="Noto Sans CJK SC"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;
}

function textOf(file: string): string {
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

/** A document whose picture lies on a server: shown, it would tell the server that somebody has opened it. */
function withOutsidePicture(address: string): Uint8Array {
  const picture = '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="p"/>'
    + '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    + '<pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link="rId9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    + '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
  const text = (name: string, content: string): { readonly name: string; readonly bytes: Uint8Array } => ({ name, bytes: Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${content}`) });
  const relationships = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return writeZip([
    text('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'),
    text('_rels/.rels', `<Relationships ${relationships}><Relationship Id="rId1" Type="${type}/officeDocument" Target="word/document.xml"/></Relationships>`),
    text('word/_rels/document.xml.rels', `<Relationships ${relationships}><Relationship Id="rId9" Type="${type}/image" Target="${address}" TargetMode="External"/></Relationships>`),
    text('word/document.xml', `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('有一张外部图片')}${picture}</w:body></w:document>`),
  ]);
}

describe.skipIf(!hasPages)('with the LibreOffice of this computer', () => {
  test('a document becomes a PDF once; equal bytes are found again, and nothing else is left', async () => {
    const { converter, cacheFolder } = await converterIn('once');
    const bytes = docxOf(paragraph('巡检结论：全部正常'));
    const first = await converter.convertToPdf({ kind: 'docx', content: bytes });
    expect(textOf(first.file)).toContain('巡检结论：全部正常');
    const again = await converter.convertToPdf({ kind: 'docx', content: bytes });
    expect(again).toEqual(first);
    expect(first.program).toMatchObject({ id: 'libreoffice', name: 'LibreOffice', kinds: ['docx', 'xlsx'] });
    expect(await readdir(cacheFolder)).toEqual([path.basename(first.file)]);
  });

  test('many documents of both kinds come in their order; one that is none is a failure in its place', async () => {
    const { converter, cacheFolder } = await converterIn('many');
    const progress: string[] = [];
    const results = await converter.convertAllToPdf(
      [
        { kind: 'docx', content: docxOf(paragraph('甲')) },
        { kind: 'docx', content: Buffer.from('<html><body>不是文档</body></html>') },
        { kind: 'docx', content: docxOf(paragraph('乙')) },
        { kind: 'xlsx', content: path.join(templates, 'ledger-change.xlsx') },
      ],
      { onProgress: (done, total) => progress.push(`${done}/${total}`) },
    );
    expect(results.map((result) => (result.ok ? textOf(result.value.file).trim().slice(0, 1) : result.error.code))).toEqual(['甲', 'unreadable-file', '乙', '{']);
    expect(progress).toEqual(['1/4', '2/4', '3/4', '4/4']);
    expect((await readdir(cacheFolder)).filter((name) => !/^[0-9a-f]{64}-1\.pdf$/.test(name))).toEqual([]);
  });

  test('a document that links to elsewhere is refused, and LibreOffice itself would get nothing', async () => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const content = withOutsidePicture(`http://127.0.0.1:${port}/picture.png`);
    const { converter } = await converterIn('outside');
    await expect(converter.convertToPdf({ kind: 'docx', content })).rejects.toMatchObject({ code: 'render-failed', message: expect.stringContaining('链接到外部'), details: { problems: [{ place: '整份文件' }] } });

    const work = path.join(folder, 'outside-work');
    await mkdir(work);
    await writeFile(path.join(work, '0001.docx'), content);
    const program = (await converter.offices())[0]?.start;
    await convertWithLibreOffice(computer, program?.how === 'file' ? program.file : '', { folder: work, kind: 'docx', names: ['0001.docx'], timeoutMs: 60_000 });
    expect(textOf(path.join(work, '0001.pdf'))).toContain('有一张外部图片');
    expect(requests).toEqual([]);
  });

  test('conversions run side by side in profiles of their own, never more than there are lanes, and no output is missing', async () => {
    let running = 0;
    const most: number[] = [];
    const profiles: string[] = [];
    const watched: OfficeComputer = {
      ...computer,
      runProgram: async (call) => {
        running += 1;
        most.push(running);
        profiles.push(...call.args.filter((argument) => argument.startsWith('-env:UserInstallation=')));
        const ended = await computer.runProgram(call);
        running -= 1;
        return ended;
      },
    };
    const converter = createPdfConverter({ computer: watched, cacheFolder: path.join(folder, 'lanes'), lanes: 2 });
    const texts = ['一', '二', '三'];
    const [many, one] = await Promise.all([
      converter.convertAllToPdf(texts.map((text) => ({ kind: 'docx', content: docxOf(paragraph(text)) }))),
      converter.convertToPdf({ kind: 'docx', content: docxOf(paragraph('四')) }),
    ]);
    expect([...many.map((result) => (result.ok ? textOf(result.value.file).trim() : result.error.code)), textOf(one.file).trim()]).toEqual([...texts, '四']);
    expect(Math.max(...most)).toBe(2);
    expect(new Set(profiles).size).toBe(profiles.length);
    await converter.close();
  });

  test('a cancelled conversion ends the program and leaves nothing; the next one works', async () => {
    const { converter, cacheFolder } = await converterIn('cancelled');
    await converter.offices();
    const abort = new AbortController();
    const conversion = converter.convertToPdf({ kind: 'docx', content: docxOf(paragraph('不要了')) }, { signal: abort.signal });
    setTimeout(() => abort.abort(), 300);
    await expect(conversion).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(cacheFolder)).toEqual([]);
    const commands = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    expect(commands).not.toContain(encodeURIComponent(path.basename(cacheFolder)).slice(0, 40));
    expect(textOf((await converter.convertToPdf({ kind: 'docx', content: docxOf(paragraph('还要')) })).file)).toContain('还要');
  });

  test('a program that takes too long is ended and said so', async () => {
    const converter = createPdfConverter({ computer, cacheFolder: path.join(folder, 'late'), timeouts: { startMs: 50, documentMs: 0 } });
    const failure = await converter.convertToPdf({ kind: 'docx', content: docxOf(paragraph('慢')) }).catch((error: unknown) => error as AppError);
    expect(failure).toMatchObject({ code: 'render-failed', details: { end: 'timed-out', program: 'libreoffice' } });
    expect(await readdir(path.join(folder, 'late'))).toEqual([]);
  });
});

test('a computer without an office program says what to do; one that gets it is found without a restart', async () => {
  let isInstalled = false;
  const { converter } = await converterIn('none', {
    platform: 'linux', home: '/home/nobody', variables: { PATH: path.join(folder, 'later') },
    runProgram: (call) => Promise.resolve({ end: 'exited', code: 0, output: isInstalled && call.program.startsWith(folder) ? 'LibreOffice 25.2.1.1' : '', complaint: '' }),
  });
  await expect(converter.convertToPdf({ kind: 'docx', content: docxOf(paragraph('甲')) })).rejects.toMatchObject({ code: 'not-found', message: noOfficeText });
  await mkdir(path.join(folder, 'later'));
  await writeFile(path.join(folder, 'later/soffice'), '');
  isInstalled = true;
  expect((await converter.offices()).map(({ name, version }) => `${name} ${version}`)).toEqual(['LibreOffice 25.2.1.1']);
});

test('a damaged PDF in the cache is made again, work of a killed run is removed, and the oldest go first when it is full', async () => {
  const cacheFolder = path.join(folder, 'cache');
  await mkdir(path.join(cacheFolder, 'work-killed'), { recursive: true });
  await writeFile(path.join(cacheFolder, 'work-killed/0001.docx'), 'left');
  let made = 0;
  const fake: OfficeComputer = {
    platform: 'linux', home: '/', variables: { PATH: '/usr/bin' },
    runProgram: async (call) => {
      if (call.args.includes('--version')) return { end: 'exited', code: 0, output: 'LibreOffice 1.0', complaint: '' };
      made += 1;
      await writeFile(path.join(call.folder, '0001.pdf'), await pdfWith([{ text: `made ${made}` }], 1000));
      return { end: 'exited', code: 0, output: '', complaint: '' };
    },
  };
  const place = { ...fake, variables: { PATH: path.join(folder, 'later-too') } };
  await mkdir(path.join(folder, 'later-too'), { recursive: true });
  await writeFile(path.join(folder, 'later-too/soffice'), '');
  const converter = createPdfConverter({ computer: place, cacheFolder });
  const first = await converter.convertToPdf({ kind: 'docx', content: docxOf('<w:p/>') });
  expect(await readdir(cacheFolder)).toEqual([path.basename(first.file)]);
  await writeFile(first.file, '%PDF-1.7 cut off');
  const again = await converter.convertToPdf({ kind: 'docx', content: docxOf('<w:p/>') });
  expect(made).toBe(2);
  expect(again).toEqual(first);
  await converter.convertToPdf({ kind: 'docx', content: docxOf('<w:p/><w:p/>') });
  const smaller = createPdfConverter({ computer: place, cacheFolder, maximumCacheBytes: first.bytes + 500 });
  await smaller.offices();
  expect(await readdir(cacheFolder)).toHaveLength(1);
});

/** A computer whose LibreOffice writes what a test wants: for each file name of a start, the PDF or nothing. */
async function standIn(name: string, write: (files: readonly string[]) => Promise<ReadonlyMap<string, Uint8Array>>): Promise<OfficeComputer> {
  const programs = path.join(folder, `${name}-bin`);
  await mkdir(programs, { recursive: true });
  await writeFile(path.join(programs, 'soffice'), '');
  return {
    platform: 'linux', home: '/', variables: { PATH: programs },
    runProgram: async (call) => {
      if (call.args.includes('--version')) return { end: 'exited', code: 0, output: 'LibreOffice 1.0', complaint: '' };
      for (const [file, bytes] of await write(call.args.filter((argument) => argument.endsWith('.docx')))) await writeFile(file.replace(/docx$/, 'pdf'), bytes);
      return { end: 'exited', code: 0, output: '', complaint: '' };
    },
  };
}

test('a document that brings the program down takes none of its neighbours along, and is named in its place', async () => {
  const starts: number[] = [];
  // Whatever stands with the bad one in a start comes to nothing.
  const world = await standIn('bad', async (files) => {
    starts.push(files.length);
    const contents = await Promise.all(files.map(async (file) => (await readFile(file)).includes(Buffer.from('bad/'))));
    return new Map(contents.some(Boolean) ? [] : await Promise.all(files.map(async (file) => [file, await pdfWith([{ text: 'fine' }])] as const)));
  });
  const converter = createPdfConverter({ computer: world, cacheFolder: path.join(folder, 'bad'), lanes: 1 });
  const documents = ['<w:p/>', '<w:p><w:pPr/></w:p>', '<w:p><w:r/></w:p>'].map((body) => docxOf(body));
  const bad = writeZip([{ name: '[Content_Types].xml', bytes: Buffer.from('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>') }, { name: 'bad/x', bytes: Buffer.from('x') }]);
  const results = await converter.convertAllToPdf([...documents.slice(0, 2), bad, ...documents.slice(2)].map((content) => ({ kind: 'docx', content })));
  expect(results.map((result) => (result.ok ? result.value.pages : result.error.code))).toEqual([1, 1, 'render-failed', 1]);
  expect(starts).toEqual([4, 1, 1, 1, 1]);
  await converter.close();
});

test.each([
  ['a file without pages', () => pdfWith([])],
  ['a file that only looks like a PDF', async () => Buffer.from(`%PDF-1.7\n${'x'.repeat(500)}\n%%EOF\n`)],
])('%s is not taken for a finished conversion', async (_, make) => {
  const world = await standIn('none', async (files) => new Map(await Promise.all(files.map(async (file) => [file, await make()] as const))));
  const cacheFolder = await mkdtemp(path.join(folder, 'no-pages-'));
  const converter = createPdfConverter({ computer: world, cacheFolder, lanes: 1 });
  await expect(converter.convertToPdf({ kind: 'docx', content: docxOf('<w:p/>') })).rejects.toMatchObject({ code: 'unreadable-file' });
  expect(await readdir(cacheFolder)).toEqual([]);
  await converter.close();
});
