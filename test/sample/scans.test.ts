import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { closeCore, openCore, type Core } from '../../electron/api/core.ts';
import { attachSampleScans } from '../../electron/api/operations/sample-scans.ts';
import { createSample } from '../../electron/api/operations/sample.ts';
import { signOffBoard } from '../../electron/api/operations/sign-off-board.ts';
import { drawSignedSheet } from '../../electron/sample/scans.ts';
import { readAttachment } from '../../electron/store/attachments.ts';
import { documentScans } from '../../electron/store/document-scans.ts';
import type { Contract } from '../../shared/contract/profile.ts';
import { isCodeOf, readDocumentCode } from '../../shared/sign-off/document-code.ts';
import { testEnvironment } from '../helpers/environment.ts';

/** Drawn scans of signed paper for the sample year. */

const templatesFolder = fileURLToPath(new URL('../../templates', import.meta.url));
let folder: string;
let core: Core;
let contract: Contract;
let kept: number;

beforeAll(async () => {
  const bytes = fs.readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(bytes).buffer }, fireImmediately: true });
  folder = await mkdtemp(path.join(tmpdir(), 'sample-scans-'));
  core = openCore({ dataFolder: folder, templatesFolder, environment: testEnvironment() });
  ({ contract } = await createSample(core, { seed: 3, until: '2024-10-31', gaps: false }));
  kept = await attachSampleScans(core, contract, 3);
});
afterAll(async () => {
  closeCore(core);
  await rm(folder, { recursive: true, force: true });
});

test('a good part of the signed forms has a scan, small, and counts as scanned', async () => {
  const scans = documentScans(core.store, contract.id);
  expect(scans).toHaveLength(kept);
  expect(kept).toBeGreaterThan(3);
  expect(Math.max(...scans.map(({ size }) => size))).toBeLessThan(40_000);
  const board = await signOffBoard(core, contract, core.digests);
  expect(board.filter(({ state }) => state === 'scanned')).toHaveLength(kept);
});

test('the code on each is read, and is the code of the document that has it', async () => {
  for (const { sha256, name, deliverable, version } of documentScans(core.store, contract.id)) {
    const [found] = await readBarcodes(new Uint8Array(readAttachment(core.store, sha256)), { formats: ['QRCode'], tryHarder: true });
    const code = readDocumentCode(found?.text ?? '');
    expect([name, code?.number, code?.version, code !== undefined && isCodeOf(code, { contractId: contract.id, deliverable })]).toEqual([name, name.replace('.png', ''), version, true]);
  }
});

test('the same seed draws the same sheet, another another one', () => {
  const code = [[true, false], [false, true]];
  expect(drawSignedSheet(3, 'XQ-20240812-01', code)).toEqual(drawSignedSheet(3, 'XQ-20240812-01', code));
  expect(drawSignedSheet(4, 'XQ-20240812-01', code)).not.toEqual(drawSignedSheet(3, 'XQ-20240812-01', code));
});
