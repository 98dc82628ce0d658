import { expect, test } from 'vitest';
import { arrangeVolumes } from '../../../shared/volumes/arrange-volumes.ts';
import { arrangementSchema, spineWidths, usualArrangement, type Arrangement } from '../../../shared/volumes/arrangement.ts';
import { exampleVolumesData } from '../../../shared/volumes/example-volumes.ts';
import { volumePaperData, volumesPaperData, type PaperSource } from '../../../shared/volumes/paper-data.ts';
import type { BoundItem } from '../../../shared/volumes/volume.ts';
import { testProfile } from '../../helpers/records.ts';
import { titleOnLines } from '../../../shared/volumes/volume-titles.ts';
import { boundItem } from './bound-item.ts';

const profile = testProfile({ deliverablePrefix: '示例项目' });

function sourceOf(items: readonly BoundItem[], arrangement: Arrangement = usualArrangement): PaperSource {
  return { profile, arrangement, volumes: arrangeVolumes(items, arrangement, '示例项目') };
}

function firstOf(source: PaperSource): ReturnType<typeof volumePaperData> {
  const [volume] = source.volumes;
  return volume === undefined ? {} : volumePaperData(volume, source);
}

function rowsOf(data: Readonly<Record<string, unknown>>, name: string): readonly Readonly<Record<string, unknown>>[] {
  const rows = data[name];
  // The tag is a list of rows.
  return Array.isArray(rows) ? rows as readonly Readonly<Record<string, unknown>>[] : [];
}

test('a contents list says of each document its number, pages and running page numbers, and is filled up to whole pages', () => {
  const items = [boundItem('a', { pages: 20, fileNumber: 'XJ-1 至 XJ-20', note: '20 份' }), boundItem('b', { pages: 1, from: '2024-09-02' })];
  const data = firstOf(sourceOf(items));
  const rows = rowsOf(data, '卷内目录');
  expect(rows).toHaveLength(15);
  expect(rows.slice(0, 2)).toEqual([
    { 序号: '1', 文件编号: 'XJ-1 至\nXJ-20', 责任者: '乙方', 文件题名: '日常巡检记录（a）', 日期: '2024年8月5日', 日期八位: '20240805', 页数: '20', 页号: '1—20', 起始页: '1', 备注: '20 份' },
    { 序号: '2', 文件编号: 'XJ-b', 责任者: '乙方', 文件题名: '日常巡检记录（b）', 日期: '2024年9月2日', 日期八位: '20240902', 页数: '1', 页号: '21', 起始页: '21', 备注: '' },
  ]);
  expect(rows[2]).toEqual({ 序号: '', 文件编号: '', 责任者: '', 文件题名: '', 日期: '', 日期八位: '', 页数: '', 页号: '', 起始页: '', 备注: '' });
  expect(rowsOf(data, '卷内文件')).toHaveLength(2);
});

test('fifteen documents are one page, sixteen two', () => {
  const rows = (count: number): number => rowsOf(firstOf(sourceOf(Array.from({ length: count }, (_, index) => boundItem(`${index}`, { pages: 1 })))), '卷内目录').length;
  expect([rows(15), rows(16)]).toEqual([15, 30]);
});

test('what was not counted is left to the hand and said so; running numbers then mean nothing', () => {
  const data = firstOf(sourceOf([boundItem('a', { pages: 20 }), boundItem('b', { pages: 3, pagesAreCounted: false })]));
  expect([data['页数'], data['备注'], rowsOf(data, '卷内文件').map((row) => [row['页数'], row['页号'], row['备注']])]).toEqual(['', '页数待核', [['20', '', ''], ['', '', '页数待核']]]);
});

test('documents that keep their own page numbers have no running ones', () => {
  const data = firstOf(sourceOf([boundItem('a')], { ...usualArrangement, pageNumbers: 'keep' }));
  expect([data['打印页号'], rowsOf(data, '卷内文件').map((row) => [row['页数'], row['页号']])]).toEqual([false, [['10', '']]]);
});

test('a volume names itself, its place among the others and who compiled it', () => {
  const arrangement = arrangementSchema.parse({ profile: 'archive', codePrefix: 'YW-2024', retention: '30年', secrecy: '内部', compiledBy: '沈亦舟', compiledOn: '2025-09-28' });
  expect(firstOf(sourceOf([boundItem('a'), boundItem('b', { from: '2025-01-06' })], arrangement))).toMatchObject({
    卷号: '1', 卷数: '1', 档号: 'YW-2024-0001', 案卷题名: '示例项目日常巡检记录', 卷内题名: '日常巡检记录', 封面题名: '日常巡检记录', 目录题名: '示例项目日常巡检记录', 起止日期: '2024年8月5日至2025年1月6日', 起止八位: '20240805—20250106', 年度: '2024—2025',
    件数: '2', 页数: '20', 编号范围: 'XJ-a 至\nXJ-b', 脊宽: '10', 保管期限: '30年', 密级: '内部', 立卷单位: profile.vendor.name, 立卷人: '沈亦舟', 立卷日期: '2025年9月28日', 按档案立卷: true, 备注: '',
  });
});

test('long texts take the room of empty rows, so that no page of empty rows follows', () => {
  const items = Array.from({ length: 5 }, (_, index) => boundItem(`${index}`, { pages: 1, title: '一'.repeat(index === 0 ? 80 : 10) }));
  const rows = (own: readonly BoundItem[], arrangement: Arrangement): number => rowsOf(firstOf(sourceOf(own, arrangement)), '卷内目录').length;
  const archive = arrangementSchema.parse({ profile: 'archive' });
  // Four lines where three have room: a third of a row is gone.
  expect(rows(items, usualArrangement)).toBe(14);
  expect(rows(items, archive)).toBe(14);
  const vendor = '北京示例运维科技股份有限公司政务信息化系统运行维护分公司';
  expect(rows(items.map((item) => ({ ...item, responsible: vendor })), archive)).toBe(11);
  // Whole pages stay whole: nothing is cut from what there is.
  expect(rows(Array.from({ length: 20 }, (_, index) => boundItem(`${index}`, { pages: 1, responsible: vendor })), archive)).toBeGreaterThanOrEqual(20);
});

test('a spine knows which names need more than one line of its narrowest strip', () => {
  const of = (projectName: string, title: string): unknown[] => {
    const items = [boundItem('a', { deliverableTitle: title })];
    const source = { ...sourceOf(items), profile: { ...profile, projectName } };
    const data = firstOf(source);
    return [data['项目名长'], data['题名长']];
  };
  expect([of('项'.repeat(38), '题'.repeat(29)), of('项'.repeat(39), '题'.repeat(30))]).toEqual([[false, false], [true, true]]);
});

test('on a spine digits stand upright among the characters', () => {
  const data = firstOf(sourceOf([boundItem('a', { deliverableTitle: '记录（2024年12月）' })]));
  expect(data['竖排题名']).toBe('记录（２０２４年１２月）');
});

test('a receipt lists the volumes and then the discs; several kinds of numbers are named by their letters', () => {
  const items = [boundItem('20240805-01'), boundItem('m', { deliverable: 'survey', kindTitle: '满意度', deliverableTitle: '满意度调查表', fileNumber: 'MY-20241015-01' })];
  const data = volumesPaperData(sourceOf(items), [{ number: '1/1', title: '电子版光盘', note: '12 个文件' }]);
  expect(rowsOf(data, '签收')).toEqual([
    { 序号: '1', 文档名称: '第1卷　日常巡检记录、满意度调查表', 形式: '纸', 份数: '1', 页数: '20', 编号范围: 'MY、XJ 各号', 备注: '2 件' },
    { 序号: '2', 文档名称: '电子版光盘', 形式: '光盘', 份数: '1', 页数: '—', 编号范围: '1/1', 备注: '12 个文件' },
  ]);
  expect([rowsOf(data, '签收目录').length, rowsOf(data, '案卷目录').length, data['合计']]).toEqual([13, 16, { 卷数: '1', 件数: '2', 页数: '20', 签收项数: '2' }]);
});

test('the disc that a contract asks for has its line on the receipt before it is made', () => {
  const source = { ...sourceOf([boundItem('a')]), profile: { ...profile, delivery: { ...profile.delivery, forms: ['纸介质', '电子版光盘'] } } };
  expect(rowsOf(volumesPaperData(source), '签收').map((row) => [row['形式'], row['文档名称'], row['编号范围']])).toEqual([['纸', '第1卷　日常巡检记录', 'XJ-a'], ['光盘', '电子版光盘', '']]);
});

test('of many kinds of numbers the contents list tells', () => {
  const items = ['GX', 'MY', 'PX', 'TS'].map((letters) => boundItem(letters, { fileNumber: `${letters}-20240805-01` }));
  expect(firstOf(sourceOf(items))['编号范围']).toBe('见卷内目录');
});

test('strips of each width fill whole pages, and there are none of a width that no volume has', () => {
  const widths = (data: Readonly<Record<string, unknown>>): unknown[] => spineWidths.map((width) => rowsOf(data, `脊背${width}`).map((page) => rowsOf(page, '条').length));
  expect(widths(exampleVolumesData(profile))).toEqual([[27], [18], [13], [9], [6], [5]]);
  expect(widths(volumesPaperData(sourceOf([boundItem('a')])))).toEqual([[27], [], [], [], [], []]);
});

test('papers of no volume at all have no rows', () => {
  expect([rowsOf(volumesPaperData(sourceOf([])), '案卷目录'), rowsOf(volumesPaperData(sourceOf([]), []), '签收目录')]).toEqual([[], []]);
});

test.each([
  ['日常巡检记录单', '日常巡检记录单'],
  ['年底总结报告、季度总结报告、服务报告台账', '年底总结报告、\n季度总结报告、服务报告台账'],
  ['满意度调查表、故障处理记录单、接诉即办处理记录单等7类', '满意度调查表、故障处理记录单、\n接诉即办处理记录单等7类'],
  ['日常工作记录单、日常工作台账（2024年8月至2025年1月）', '日常工作记录单、日常工作台账\n（2024年8月至2025年1月）'],
  ['一个没有顿号也没有括号可以断开的很长很长的题名', '一个没有顿号也没有括号可以断开的很长很长的题名'],
])('on a cover no name in the title is broken: %s', (title, lines) => {
  expect(titleOnLines(title, 17)).toBe(lines);
});

test('above a contents list the project stands on a line of its own where both do not fit on one', () => {
  const prefix = '某某市某某行业综合业务管理与监督信息系统及配套设施年度运行维护服务项目';
  const [volume] = arrangeVolumes([boundItem('a', { deliverableTitle: '用户需求申请单及确认材料' })], usualArrangement, prefix);
  const data = volume === undefined ? {} : volumePaperData(volume, { profile: testProfile({ deliverablePrefix: prefix }), arrangement: usualArrangement, volumes: [volume] });
  expect([data['案卷题名'], data['目录题名']]).toEqual([`${prefix}用户需求申请单及确认材料`, `${prefix}\n用户需求申请单及确认材料`]);
});

test('a filing note counts pages of text and the photos on them; what nobody counted is left to the hand', () => {
  const counts = (items: readonly BoundItem[]): readonly unknown[] => {
    const data = firstOf(sourceOf(items));
    return [data['文字页数'], data['图样页数'], data['照片张数'], data['照片说明']];
  };
  expect(counts([boundItem('a', { pages: 20, photos: 3 }), boundItem('b', { pages: 1, photos: 0 })])).toEqual(['21', '0', '3', '印在单据里']);
  expect(counts([boundItem('a', { pages: 20, photos: 0 })])).toEqual(['20', '0', '0', '']);
  expect(counts([boundItem('a', { pages: 20, pagesAreCounted: false, photos: 3 }), boundItem('b')])).toEqual(['', '', '', '']);
});
