import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions, type RenderReport } from '../../../../electron/documents/template.ts';
import { inflateMember, memberText, readZip } from '../../../../electron/files/zip-reader.ts';
import { chartParts, readChart, type ReadChart } from '../../../helpers/chart-reading.ts';
import { newLintFaults, paragraphTexts } from '../../../helpers/ooxml-lint.ts';
import { newOfficeErrors, officeErrors } from '../../../helpers/ooxml-validate.ts';
import { chartDocument, chartTypes, dummyCategory, dummyName, headerChart, inLoop, titledChart } from './chart-templates.ts';

const months = ['8月', '9月', '10月', '11月', '12月'];
const monthly = { 类别: months, 系列: [{ 名称: '巡检次数', 值: [21, 20, null, 19.5, 22] }, { 名称: '异常次数', 值: [1, 0, 3, 2, 4] }] };
const slices = { 类别: months, 系列: [{ 名称: '工时', 值: [5, 4, 3, 2, 1] }] };
const cloud = { 系列: [{ 名称: '应答', 值: [{ x: 1.5, y: 2, size: 3 }, { x: 4, y: null, size: 1 }, { x: 7, y: 8.25, size: 9 }] }] };
const oneSeries = new Set(['饼图', '圆环图', '复合饼图', '折线图']);
const ofPoints = new Set(['散点图', '气泡图']);

function dataFor(type: string): unknown {
  return ofPoints.has(type) ? cloud : oneSeries.has(type) ? slices : monthly;
}

async function onlyChart(bytes: Uint8Array): Promise<ReadChart> {
  const [name = '', ...others] = chartParts(bytes);
  expect(others).toEqual([]);
  return readChart(bytes, name);
}

/** Every text of the package, workbooks in it included. */
function everyText(bytes: Uint8Array): string {
  return [...readZip(bytes).values()].map((member) => {
    const content = inflateMember(member);
    return member.name.endsWith('.xlsx') ? everyText(content) : `${member.name}\n${content.toString('utf8')}`;
  }).join('\n');
}

async function filled(type: string, data: unknown, tag = '{$数据}'): Promise<RenderReport & { readonly source: Uint8Array }> {
  const source = await chartDocument([chartTypes[type]?.(tag) ?? { type: 'column', categories: [], series: [] }]);
  return { source, ...compileTemplate(source, formOptions).renderReported(data) };
}

describe('the data of a chart', () => {
  it.each(Object.keys(chartTypes))('%s: cache and workbook are the record’s, and nothing is left of the template’s', async (type) => {
    const { source, bytes, missing, problems } = await filled(type, { 数据: dataFor(type) });
    expect({ missing, problems }).toEqual({ missing: [], problems: [] });
    const { series, fromWorkbook } = await onlyChart(bytes);
    const expected = ofPoints.has(type)
      ? [{ name: '应答', categories: [1.5, 4, 7], values: [2, null, 8.25], ...(type === '气泡图' && { sizes: [3, null, 9] }) }]
      : (oneSeries.has(type) ? slices : monthly).系列.map(({ 名称, 值 }) => ({ name: 名称, categories: months, values: 值 }));
    expect(series.map(({ name, categories, values, sizes }) => ({ name, categories, values, ...(sizes && { sizes }) }))).toEqual(expected);
    expect(fromWorkbook).toEqual(expected);
    expect(everyText(bytes)).not.toMatch(new RegExp(`${dummyName}|${dummyCategory}|987654|876543|765432`));
    expect(newLintFaults(source, bytes)).toEqual([]);
  });

  it('is valid in every type, alone and many', async () => {
    const names = Object.keys(chartTypes);
    const source = await chartDocument(names.flatMap((name) => chartTypes[name]?.(`{$${name}}`) ?? []), inLoop('份'));
    const once = Object.fromEntries(names.map((name) => [name, dataFor(name)]));
    const more = { ...once, ...Object.fromEntries(names.filter((name) => !oneSeries.has(name) && !ofPoints.has(name)).map((name) => [name, { 类别: ['一', '二'], 系列: Array.from({ length: 9 }, (_, index) => ({ 名称: `第${index}组`, 值: [index, -index], 颜色: index % 2 === 0 ? '#1F4E79' : undefined })) }])) };
    const template = compileTemplate(source, formOptions);
    const { bytes, problems } = template.renderReported({ 份: [once, more, { 饼图: { 类别: ['只有一块'], 系列: [{ 名称: '', 值: [1] }] }, 组合图: { 类别: ['a'], 系列: [{ 名称: '一', 值: [1] }] } }] });
    expect(problems).toEqual([]);
    expect(chartParts(bytes)).toHaveLength(names.length * 2 + 2);
    expect(new Set(chartParts(bytes)).size).toBe(names.length * 2 + 2);
    expect(await newOfficeErrors(source, bytes, 'docx')).toEqual([]);
    expect(newLintFaults(source, bytes)).toEqual([]);
    for (const member of [...readZip(bytes).values()].filter(({ name }) => name.endsWith('.xlsx')).slice(0, 2)) expect(await officeErrors(inflateMember(member), 'xlsx')).toEqual([]);
  });

  it('may have English keys, another library’s form, numbers as printed', async () => {
    const forms = [
      { title: 'x', categories: ['a', 'b'], series: [{ name: 's', values: ['1,234.5', '98.5%'] }] },
      { _type: 'chart', categories: { names: ['a', 'b'] }, series: [{ name: 's', values: [1234.5, 98.5] }] },
      { 类别: ['a', 'b'], 系列: [{ 名称: 's', 值: ['１２３４.５', 98.5] }] },
    ];
    for (const form of forms) {
      const { bytes, problems } = await filled('簇状柱形图', { 数据: form });
      expect(problems).toEqual([]);
      expect((await onlyChart(bytes)).fromWorkbook).toEqual([{ name: 's', categories: ['a', 'b'], values: [1234.5, 98.5] }]);
    }
  });

  it('can be a list of rows, read by the filter 图表', async () => {
    const rows = [{ 月份: '8月', 次数: '21', 异常: '—' }, { 月份: '9月', 次数: '20' }];
    const { bytes, problems } = await filled('簇状柱形图', { 月度: rows }, '{月度|图表:"月份","次数","异常"}');
    expect(problems).toEqual([]);
    expect((await onlyChart(bytes)).fromWorkbook).toEqual([{ name: '次数', categories: ['8月', '9月'], values: [21, 20] }, { name: '异常', categories: ['8月', '9月'], values: [null, null] }]);
  });

  it('cannot become a formula or break the sheet', async () => {
    const nasty = { 类别: ['=HYPERLINK("x")', '_x000D_', '<a>&"', '+1', ' 空 '], 系列: [{ 名称: '=1+1', 值: [1, 2, 3, 4, 5] }, { 名称: '=1+1', 值: [1, 2, 3, 4, 5] }] };
    const { bytes } = await filled('簇状柱形图', { 数据: nasty });
    const { fromWorkbook, series } = await onlyChart(bytes);
    expect(fromWorkbook.map(({ name, categories }) => ({ name, categories }))).toEqual(series.map(({ name, categories }) => ({ name, categories })));
    expect(series.map(({ name }) => name)).toEqual(['=1+1', '=1+1']);
    expect(everyText(bytes)).not.toContain('<f>');
  });
});

describe('series and their look', () => {
  it('go to the template’s groups in order; more of them look like the last in other colours', async () => {
    const data = { 类别: ['a'], 系列: ['一', '二', '三', '四'].map((名称, index) => ({ 名称, 值: [index] })) };
    const { series, xml } = await onlyChart((await filled('组合图', { 数据: data })).bytes);
    expect(series.map(({ group, index, order, name }) => `${group} ${index} ${order} ${name}`)).toEqual(['c:barChart 0 0 一', 'c:lineChart 1 1 二', 'c:lineChart 2 2 三', 'c:lineChart 3 3 四']);
    expect([...xml.matchAll(/<c:ser>.*?<\/c:ser>/g)].map(([one]) => /accent\d/.exec(one)?.[0])).toEqual(['accent1', 'accent2', 'accent3', 'accent4']);
  });

  it('a group without series goes with the axes that only it has', async () => {
    const { bytes } = await filled('组合图', { 数据: { 类别: ['a'], 系列: [{ 名称: '一', 值: [1] }] } });
    const { xml } = await onlyChart(bytes);
    expect([...xml.matchAll(/<c:(barChart|lineChart|catAx|valAx)>/g)].map(([, name]) => name)).toEqual(['barChart', 'catAx', 'valAx']);
  });

  it('take colours from the data', async () => {
    const data = { 类别: ['a'], 系列: [{ 名称: '一', 值: [1], 颜色: '#1f4e79' }, { 名称: '二', 值: [1], 颜色: '红' }] };
    const { bytes, problems } = await filled('组合图', { 数据: data });
    const { xml } = await onlyChart(bytes);
    expect(xml.match(/<a:srgbClr val="1F4E79"\/>/g)).toHaveLength(1);
    expect(problems.map(({ message }) => message)).toEqual(['“{$数据}”的图表数据系列“二”的颜色要写成六位十六进制数，例如 4472C4。']);
  });

  it('trend lines stay; labels that say something about the template’s figures go', async () => {
    const { xml } = await onlyChart((await filled('折线图', { 数据: slices })).bytes);
    expect(xml).toContain('<c:trendline>');
    expect([...xml.matchAll(/<c:dLbl><c:idx val="(\d)"/g)].map(([, index]) => index)).toEqual(['2']);
  });

  it('slices beyond the data lose their colours, slices beyond the template get their own', async () => {
    const slice = (count: number) => ({ 类别: months.slice(0, count), 系列: [{ 名称: '工时', 值: months.slice(0, count).map((_, index) => index + 1) }] });
    for (const count of [1, 5]) {
      const { xml } = await onlyChart((await filled('饼图', { 数据: slice(count) })).bytes);
      expect([...xml.matchAll(/<c:dPt><c:idx val="(\d)"\/>.*?(accent\d)/g)].map(([, index, accent]) => `${index} ${accent}`)).toEqual(Array.from({ length: count }, (_, index) => `${index} accent${index + 1}`));
    }
  });
});

describe('a chart without usable data', () => {
  const said = '〔缺图表数据〕';

  it.each([
    ['missing', {}, said, 1, []],
    ['null: no chart is wanted', { 数据: null }, '', 0, []],
    ['no chart data', { 数据: 5 }, said, 0, [`“{$数据}”这一项的内容不是图表数据，纸上印了“${said}”。`]],
    ['no points', { 数据: { 类别: [], 系列: [{ 名称: '一', 值: [] }] } }, '〔无数据〕', 0, []],
  ] as const)('%s', async (_, data, text, missingCount, messages) => {
    const { source, bytes, missing, problems } = await filled('簇状柱形图', data);
    expect(paragraphTexts(bytes)).toEqual(['图1', text]);
    expect(missing).toHaveLength(missingCount);
    expect(problems.map(({ message }) => message)).toEqual(messages);
    expect([...readZip(bytes).keys()].filter((name) => /chart|embed/.test(name))).toEqual([]);
    expect(memberText(readZip(bytes), '[Content_Types].xml')).not.toContain('chart');
    expect(newLintFaults(source, bytes)).toEqual([]);
  });

  it('is drawn as far as it goes when single values are wrong, and every fault is told', async () => {
    const data = { 类别: ['a', 'b', 'c'], 系列: [{ 名称: '短', 值: [1] }, { 名称: '长', 值: [1, 2, 3, 4] }, { 名称: '错', 值: [1, '两', Number.NaN] }] };
    const { bytes, problems } = await filled('簇状柱形图', { 数据: data });
    expect((await onlyChart(bytes)).fromWorkbook.map(({ values }) => values)).toEqual([[1, null, null], [1, 2, 3], [1, null, null]]);
    expect(problems.map(({ message }) => message)).toEqual([
      '“{$数据}”的图表数据系列“错”第 2 个值不是数字。', '“{$数据}”的图表数据系列“错”第 3 个值不是数字。',
      '“{$数据}”的图表数据系列“短”有 1 个值，类别有 3 个。', '“{$数据}”的图表数据系列“长”有 4 个值，类别有 3 个。',
    ]);
  });
});

describe('data without measure', () => {
  it('is cut where no page could show it, and told', async () => {
    const many = Array.from({ length: 40_000 }, (_, index) => index);
    const { bytes, problems } = await filled('折线图', { 数据: { 类别: many, 系列: Array.from({ length: 10 }, (_, index) => ({ 名称: String(index), 值: many })) } });
    expect(problems.map(({ message }) => message)).toEqual(['“{$数据}”的图表数据超过 250000 个点，只画了前 7 个系列。', '“{$数据}”的图表数据有 40000 个类别，只画了前 32000 个。']);
    const xml = memberText(readZip(bytes), chartParts(bytes)[0] ?? '') ?? '';
    expect([xml.split('<c:ser>').length - 1, new Set(xml.match(/<c:ptCount val="\d+"\/>/g))]).toEqual([7, new Set(['<c:ptCount val="1"/>', '<c:ptCount val="32000"/>'])]);
  });
});

describe('copies of a chart', () => {
  const share = (name: string, value: number) => ({ 名: name, 图: { 类别: ['a'], 系列: [{ 名称: name, 值: [value] }] } });

  it('in a loop each have a part, a workbook and an id of their own', async () => {
    const source = await chartDocument([titledChart('{$图}', '{名}的工作')], inLoop('项'));
    const template = compileTemplate(source, formOptions);
    expect(template.tags.map(({ kind, name, within }) => `${kind} ${name} ${within.join('.')}`)).toEqual(['loop 项 ', 'chart 图 项', 'value 名 项']);
    const bytes = template.render({ 项: [share('甲', 1), share('乙', 2), share('丙', 3)] });
    const charts = await Promise.all(chartParts(bytes).map((name) => readChart(bytes, name)));
    expect(charts.map(({ title, fromWorkbook }) => [title, fromWorkbook[0]?.name, fromWorkbook[0]?.values])).toEqual([['甲的工作', '甲', [1]], ['乙的工作', '乙', [2]], ['丙的工作', '丙', [3]]]);
    const ids = [...(memberText(readZip(bytes), 'word/document.xml') ?? '').matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(3);
    expect(everyText(bytes)).not.toContain(dummyName);
  });

  it('in a volume of many records are each record’s', async () => {
    const source = await chartDocument([chartTypes['饼图']?.('{$图}') ?? never()]);
    const template = compileTemplate(source, formOptions);
    const bytes = template.renderMany([share('甲', 1), share('乙', 2), { 图: null }]);
    const charts = await Promise.all(chartParts(bytes).map((name) => readChart(bytes, name)));
    expect(charts.map(({ fromWorkbook }) => fromWorkbook[0]?.name)).toEqual(['甲', '乙']);
    expect(await newOfficeErrors(source, bytes, 'docx')).toEqual([]);
    expect(template.renderMany([share('甲', 1)])).toEqual(template.render(share('甲', 1)));
  });

  it('without data of their own keep the template’s, each in a part of its own, with text tags filled', async () => {
    const source = await chartDocument([titledChart('无标记', '{名}')]);
    const template = compileTemplate(source, formOptions);
    const single = await onlyChart(template.render({ 名: '甲' }));
    expect([single.title, single.series[0]?.name]).toEqual(['甲', `${dummyName}1`]);
    const bytes = template.renderMany([{ 名: '甲' }, { 名: '乙' }]);
    const charts = await Promise.all(chartParts(bytes).map((name) => readChart(bytes, name)));
    expect(charts.map(({ title, fromWorkbook }) => [title, fromWorkbook[0]?.name])).toEqual([['甲', `${dummyName}1`], ['乙', `${dummyName}1`]]);
    expect(await newOfficeErrors(source, bytes, 'docx')).toEqual([]);
  });

  it('are the same bytes every time', async () => {
    const template = compileTemplate(await chartDocument(Object.keys(chartTypes).flatMap((name) => chartTypes[name]?.(`{$${name}}`) ?? [])), formOptions);
    const data = Object.fromEntries(Object.keys(chartTypes).map((name) => [name, dataFor(name)]));
    const first = template.render(data);
    template.render({ 饼图: slices });
    expect(template.render(data)).toEqual(first);
  });
});

describe('a chart bound by its title', () => {
  const bound = async (): Promise<Uint8Array> => chartDocument([titledChart('说明文字', '{图}')]);

  it('is filled and titled when the value is chart data', async () => {
    const bytes = compileTemplate(await bound(), formOptions).render({ 图: { 标题: '一季度 <巡检>', ...monthly } });
    const { title, fromWorkbook } = await onlyChart(bytes);
    expect([title, fromWorkbook.map(({ name }) => name)]).toEqual(['一季度 <巡检>', ['巡检次数', '异常次数']]);
  });

  it('loses its title when the data has none', async () => {
    const { title, xml } = await onlyChart(compileTemplate(await bound(), formOptions).render({ 图: monthly }));
    expect([title, xml.includes('<c:autoTitleDeleted val="1"/>'), xml.includes('<c:title>')]).toEqual(['', true, false]);
  });

  it('is an ordinary title when the value is text', async () => {
    const { title, series } = await onlyChart(compileTemplate(await bound(), formOptions).render({ 图: '标题' }));
    expect([title, series[0]?.name]).toEqual(['标题', `${dummyName}1`]);
  });
});

describe('an axis of days', () => {
  it('stays one for days, and becomes one of categories for anything else', async () => {
    const source = await chartDocument([{ type: 'line', categories: [new Date(Date.UTC(2024, 0, 1)), new Date(Date.UTC(2024, 1, 1))], series: [{ name: dummyName, values: [1, 2] }], altText: { name: '图表', description: '{$图}' } }]);
    const template = compileTemplate(source, formOptions);
    const of = (categories: readonly string[]) => ({ 图: { 类别: categories, 系列: [{ 名称: '一', 值: [1, 2] }] } });
    const days = await onlyChart(template.render(of(['2024-08-01', '2024-09-01'])));
    expect([days.xml.includes('<c:dateAx>'), days.fromWorkbook[0]?.categories]).toEqual([true, [45_505, 45_536]]);
    const bytes = template.render(of(['上旬', '下旬']));
    const texts = await onlyChart(bytes);
    expect([/<c:(?:dateAx|baseTimeUnit)/.test(texts.xml), texts.xml.includes('<c:catAx>'), texts.fromWorkbook[0]?.categories]).toEqual([false, true, ['上旬', '下旬']]);
    expect(await newOfficeErrors(source, bytes, 'docx')).toEqual([]);
  });
});

describe('where a chart stands', () => {
  it('in a header it is the document’s, in a volume each record’s', async () => {
    const header = chartTypes['饼图']?.('{$图}') ?? never();
    const source = await headerChart(header);
    const template = compileTemplate(source, formOptions);
    const of = (name: string) => ({ 图: { 类别: ['a'], 系列: [{ 名称: name, 值: [1] }] } });
    const shown = async (bytes: Uint8Array) => {
      const headers = [...readZip(bytes).keys()].filter((name) => /^word\/header[\d-]*\.xml$/.test(name));
      const charts = await Promise.all(headers.flatMap((name) => chartParts(bytes, name)).map((name) => readChart(bytes, name)));
      return charts.map(({ fromWorkbook }) => fromWorkbook[0]?.name);
    };
    expect(await shown(template.render(of('甲')))).toEqual(['甲']);
    const volume = template.renderMany([of('甲'), of('乙')]);
    expect(await shown(volume)).toEqual(['甲', '乙']);
    expect(await newOfficeErrors(source, volume, 'docx')).toEqual([]);
  });

  it('stock charts want three or four series', async () => {
    const source = await chartDocument([{ type: 'stock', categories: [dummyCategory], open: [1], high: [3], low: [1], close: [2], altText: { name: '图表', description: '{$图}' } }]);
    const template = compileTemplate(source, formOptions);
    const of = (count: number) => ({ 图: { 类别: ['a', 'b'], 系列: Array.from({ length: count }, (_, index) => ({ 名称: `价${index}`, 值: [index, index + 1] })) } });
    const four = template.renderReported(of(4));
    expect((await onlyChart(four.bytes)).fromWorkbook.map(({ name }) => name)).toEqual(['价0', '价1', '价2', '价3']);
    expect(await newOfficeErrors(source, four.bytes, 'docx')).toEqual([]);
    const two = template.renderReported(of(2));
    expect([paragraphTexts(two.bytes).at(-1), two.problems.length]).toEqual(['〔缺图表数据〕', 1]);
  });
});

function never(): never {
  throw new Error('no such chart');
}
