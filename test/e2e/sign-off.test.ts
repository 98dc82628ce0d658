import { concatTransformationMatrix, drawObject, PDFDocument, popGraphicsState, pushGraphicsState } from '@cantoo/pdf-lib';
import type { Page } from '@playwright/test';
import { qrPicture } from '../../electron/documents/qr/qr-picture.ts';
import { encodePng, pngLineBytes } from '../../electron/files/png-writer.ts';
import type { ChannelCall, ChannelName, ChannelOutput } from '../../shared/ipc/contract.ts';
import type { BoardDocument } from '../../shared/sign-off/board.ts';
import { documentCode } from '../../shared/sign-off/document-code.ts';
import { expect, test } from './support/running-app.ts';

test.use({ startsWithSample: true });

async function ask<C extends ChannelName>(window: Page, channel: C, input: ChannelCall<C>): Promise<ChannelOutput<C>> {
  const result = await window.evaluate(async ({ name, body }) => (await fetch(`/api/${name}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })).text(), { name: channel, body: JSON.stringify(input) });
  // The host answers with what the channel's handler made.
  const answer = JSON.parse(result) as { readonly ok: true; readonly value: ChannelOutput<C> };
  expect(answer.ok).toBe(true);
  return answer.value;
}

function codeOf(contractId: string, { deliverable, number }: BoardDocument): Uint8Array {
  const picture = qrPicture(documentCode({ contractId, deliverable, number, version: 1 }));
  if (picture === undefined) throw new Error('no code');
  return picture;
}

/** Two signed pages in one file, as a scanner with a feeder makes it. */
async function scannedPages(first: Uint8Array, second: Uint8Array): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  for (const code of [first, second]) {
    const page = pdf.addPage([595, 842]);
    page.drawImage(await pdf.embedPng(code), { x: 510, y: 20, width: 31, height: 31 });
    // Eight white lines as a fax writes them: a page whose pictures cannot be decoded would be told on the console, which fails the test.
    const fax = pdf.context.stream(new Uint8Array([0xff, 0x00, 0x10, 0x01]), { Type: 'XObject', Subtype: 'Image', Width: 8, Height: 8, BitsPerComponent: 1, ColorSpace: 'DeviceGray', Filter: 'CCITTFaxDecode', DecodeParms: { K: -1, Columns: 8, Rows: 8 } });
    page.pushOperators(pushGraphicsState(), concatTransformationMatrix(100, 0, 0, 100, 50, 600), drawObject(page.node.newXObject('Fax', pdf.context.register(fax))), popGraphicsState());
  }
  return Buffer.from(await pdf.save());
}

/** Files that came by mistake or by malice, and what their row says. */
async function hostileScans(): Promise<readonly { readonly name: string; readonly buffer: Buffer; readonly told: string }[]> {
  const coded = (text: string): Buffer => Buffer.from(qrPicture(text) ?? []);
  const [width, height] = [30_000, 30_000];
  const wall = await PDFDocument.create();
  wall.addPage([14_400, 14_400]);
  const many = await PDFDocument.create();
  for (let page = 0; page < 501; page += 1) many.addPage([100, 100]);
  return [
    { name: '九亿像素.png', buffer: Buffer.from(encodePng({ width, height, bitsPerPixel: 1 }, Buffer.alloc(height * pngLineBytes({ width, bitsPerPixel: 1 })))), told: '读不出来' },
    { name: '一面墙.pdf', buffer: Buffer.from(await wall.save()), told: '没有对应的文件' },
    { name: '五百零一页.pdf', buffer: Buffer.from(await many.save()), told: '超过 500 页' },
    { name: '空的.pdf', buffer: Buffer.alloc(0), told: '是空文件' },
    { name: '表格.xlsx', buffer: Buffer.from('PK\x03\x04'), told: '不是 PDF、JPG 或 PNG' },
    { name: '=1+1 <b>公式.png', buffer: coded("' OR 1=1; DROP TABLE record;--*AAAAA"), told: '没有对应的文件' },
    { name: '路径.png', buffer: coded('../../../../etc/passwd*00000'), told: '没有对应的文件' },
    { name: '长.png', buffer: coded(`=HYPERLINK("http://example.invalid/${'A'.repeat(80)}")`), told: '没有对应的文件' },
  ];
}

test('signed scans find their papers by code, by name and by hand; a signed record is changed only with a reason', async ({ window }) => {
  test.setTimeout(180_000);
  await expect(window.getByRole('heading', { name: '总览', level: 1 })).toBeVisible();
  await window.keyboard.press('Alt+5');
  const contractId = (await ask(window, 'contracts.list', {}))[0]?.id ?? '';
  const visits = (await ask(window, 'signOff.board', { contractId })).documents.filter(({ deliverable }) => deliverable === 'visit');
  const [first, second, third, fourth] = visits;
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error('the sample year has four visits');
  await window.getByRole('tab', { name: '签收' }).click();

  await test.step('three files are read and proposed: one is two papers, one is known by its name, one is nobody’s', async () => {
    const choosing = window.waitForEvent('filechooser');
    await window.getByRole('button', { name: '选择扫描件' }).click();
    const plain = Buffer.from(qrPicture('https://example.cn/') ?? []);
    await (await choosing).setFiles([
      { name: '扫描0001.pdf', mimeType: 'application/pdf', buffer: await scannedPages(codeOf(contractId, first), codeOf(contractId, second)) },
      { name: `${third.number}（签字）.png`, mimeType: 'image/png', buffer: plain },
      { name: 'IMG_2031.png', mimeType: 'image/png', buffer: Buffer.concat([plain]) },
    ]);
    const lines = window.getByRole('dialog').getByRole('table', { name: '归扫描件' }).getByRole('row');
    await expect(window.getByText('共 4 份，已对应 3 份')).toBeVisible({ timeout: 30_000 });
    await expect(lines.nth(1)).toContainText(`走访记录单_${first.number}`);
    await expect(lines.nth(2)).toContainText(`走访记录单_${second.number}`);
    await expect(lines.filter({ hasText: '二维码' })).toHaveCount(2);
    await expect(lines.filter({ hasText: '文件名' })).toContainText(`走访记录单_${third.number}`);
    await expect(lines.filter({ hasText: '没有对应的文件' })).toHaveCount(1);
  });

  await test.step('the last is given its paper by hand, turned, and all are kept', async () => {
    await window.getByRole('combobox', { name: 'IMG_2031.png对应的文件' }).click();
    await window.keyboard.type(fourth.number);
    await window.keyboard.press('Enter');
    await window.getByRole('button', { name: '旋转，再把IMG_2031.png顺时针转 90°' }).click();
    await expect(window.getByRole('img', { name: '扫描页：IMG_2031.png' })).toBeVisible();
    await window.getByRole('button', { name: '归入 4 份' }).click();
    await expect(window.getByRole('button', { name: '走访记录单：已归档 4 份' })).toBeVisible({ timeout: 30_000 });
    await window.getByRole('button', { name: '走访记录单：已归档 4 份' }).click();
    await window.getByRole('button', { name: `走访记录单_${fourth.number}`, exact: true }).click();
    await expect(window.getByRole('dialog')).toContainText('IMG_2031.jpg');
    await window.keyboard.press('Escape');
  });

  await test.step('what is no scan, too much, or made to mislead is told in its row, and the window goes on', async () => {
    const choosing = window.waitForEvent('filechooser');
    await window.getByRole('button', { name: '选择扫描件' }).click();
    const files = await hostileScans();
    await (await choosing).setFiles(files.map(({ name, buffer }) => ({ name, buffer, mimeType: 'application/octet-stream' })));
    const lines = window.getByRole('dialog').getByRole('table', { name: '归扫描件' }).getByRole('row');
    await expect(lines).toHaveCount(files.length + 1, { timeout: 30_000 });
    for (const { name, told } of files) await expect(lines.filter({ hasText: name })).toContainText(told, { timeout: 30_000 });
    await expect(window.getByText(`共 ${files.length} 份，已对应 0 份`)).toBeVisible();
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
  });

  await test.step('changing a record on signed paper asks why, and the paper is to be signed anew', async () => {
    await window.goto(`${new URL(window.url()).origin}/#/records/visit?open=${first.scope}`);
    const place = window.getByLabel('走访地点');
    await place.fill('业务大厅东侧');
    await window.keyboard.press('Control+s');
    const question = window.getByRole('dialog', { name: '这条记录已印在签过字的文件上' });
    await expect(question).toContainText('已签字并归了扫描件');
    await expect(question.getByRole('button', { name: '出新版并保存' })).toBeDisabled();
    await window.keyboard.press('Escape');
    await expect(question).toBeHidden();
    expect(await ask(window, 'records.get', { id: first.scope })).toMatchObject({ revision: 1 });

    await window.keyboard.press('Control+s');
    await question.getByLabel('修改原因').fill('更正走访地点');
    await question.getByRole('button', { name: '出新版并保存' }).click();
    await expect(question).toBeHidden();
    await expect.poll(async () => (await ask(window, 'records.get', { id: first.scope })).body).toMatchObject({ place: '业务大厅东侧' });
    await window.goto(`${new URL(window.url()).origin}/#/delivery/sign-off`);
    await window.getByRole('button', { name: '走访记录单：需重新签字 1 份' }).click();
    await expect(window.getByRole('table', { name: '文件签收看板' })).toContainText('修改原因：更正走访地点');
  });
});
