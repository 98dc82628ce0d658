import { execFileSync } from 'node:child_process';
import { glob, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileTemplate, formOptions } from '../../electron/documents/template.ts';
import { discLabelData } from '../../shared/discs/disc-data.ts';
import { exampleDiscs } from '../../shared/discs/example-discs.ts';
import type { TemplateData } from '../../shared/deliverables/record-data.ts';
import { arrangeVolumes } from '../../shared/volumes/arrange-volumes.ts';
import { arrangementSchema } from '../../shared/volumes/arrangement.ts';
import { volumePaperData, volumesPaperData, type PaperSource } from '../../shared/volumes/paper-data.ts';
import { hasPages, pagesOf } from '../helpers/pdf-pages.ts';
import { testProfile } from '../helpers/records.ts';
import { boundItem } from '../shared/volumes/bound-item.ts';
import { shipped } from './shipped-files.ts';

/** The papers of a contract whose names are as long as public ones get: nothing spills onto a page of its own, nothing is cut off. */

const name = `示例市卫生健康监督执法一张图系统${'暨应急指挥调度与数据共享交换综合管理平台'.repeat(2)}2024年度运行维护项目`;
const client = '示例市卫生健康监督执法信息与应急指挥保障中心（示例市公共卫生数据管理所）';
const vendor = '示例运维科技股份有限公司政务信息化系统运行维护分公司';
const prefix = name.replace(/项目$/, '服务项目');
const profile = testProfile({ title: `2024年度${name}技术服务合同`, projectName: name, deliverablePrefix: prefix, client: { name: client }, vendor: { name: vendor } });

function sourceOf(form: 'simple' | 'archive'): PaperSource {
  const arrangement = arrangementSchema.parse({ profile: form });
  const items = Array.from({ length: 5 }, (_, index) => boundItem(`2024080${index + 1}-01 至 XJ-2024083${index}-01`, {
    title: `用户需求申请单：${'移动终端现场检查文书批量打印功能'.repeat(4)}`, deliverableTitle: '日常巡检记录单和用户需求申请单台账', responsible: vendor, note: '20 份',
  }));
  return { profile, arrangement, volumes: arrangeVolumes(items, arrangement, prefix) };
}

function volumeData(form: 'simple' | 'archive'): TemplateData {
  const source = sourceOf(form);
  const [volume] = source.volumes;
  return volume === undefined ? {} : volumePaperData(volume, source);
}

const papers: readonly (readonly [template: string, pages: number, data: TemplateData])[] = [
  ['volume-cover', 1, volumeData('simple')], ['volume-cover-archive', 1, volumeData('archive')],
  ['volume-contents', 1, volumeData('simple')], ['volume-contents-archive', 1, volumeData('archive')],
  ['volume-spines', 1, volumesPaperData(sourceOf('simple'))], ['volume-spines-archive', 1, volumesPaperData(sourceOf('archive'))],
  ['volumes-list', 1, volumesPaperData(sourceOf('archive'))], ['volumes-receipt', 1, volumesPaperData(sourceOf('simple'))],
  ['disc-labels', 2, discLabelData(profile, exampleDiscs(), 1)],
];

/** Points: where the caption over the strips of 10 mm ends, and where the first of 27 begins in the middle of A4 across. */
const [captionBottom, stripsLeft] = [45, ((297 - 270) / 2 / 25.4) * 72];
let folder: string;

beforeAll(async () => { folder = await mkdtemp(path.join(tmpdir(), 'long-names-')); });
afterAll(() => rm(folder, { recursive: true, force: true }));

test.skipIf(!hasPages)('long names take no page of their own, and spines keep their titles within the strip', async () => {
  const files = await Promise.all(papers.map(async ([template, , data]) => {
    const file = path.join(folder, `${template}.docx`);
    await writeFile(file, compileTemplate(shipped(`${template}.docx`), formOptions).render(data));
    return file;
  }));
  const made = await pagesOf(files, folder);
  expect(made.map(({ name: file, pages }) => [path.basename(file, '.docx'), pages.length])).toEqual(papers.map(([template, pages]) => [template, pages]));
  const texts = new Map(made.map(({ name: file, pages }) => [file, pages.join('\n').replace(/\s/g, '')]));
  // What tells one disc from another is on the face, the front and the back, and on both spines of the case.
  expect(texts.get('disc-labels.docx')?.match(/第1\/2盘/g)?.length).toBeGreaterThanOrEqual(3);
  for await (const file of glob(path.join(folder, 'pages-*', 'pdf', 'volume-spines*.pdf'))) {
    const words = [...execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' }).matchAll(/xMin="([\d.]+)" yMin="([\d.]+)"/g)];
    const ofStrips = words.filter(([, , top]) => Number(top) > captionBottom).map(([, left]) => Number(left));
    expect(Math.min(...ofStrips)).toBeGreaterThanOrEqual(stripsLeft);
  }
}, 120_000);
