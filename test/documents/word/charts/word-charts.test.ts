import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../../electron/documents/template.ts';
import { inflateMember, memberText, readZip } from '../../../../electron/files/zip-reader.ts';
import { writeZip } from '../../../../electron/files/zip-writer.ts';
import { chartParts, readChart } from '../../../helpers/chart-reading.ts';
import { docxOf, paragraph } from '../../../helpers/ooxml-docx.ts';
import { newLintFaults } from '../../../helpers/ooxml-lint.ts';
import { newOfficeErrors } from '../../../helpers/ooxml-validate.ts';
import { dayCategories, wordChartDocument, wordChartXml, wordWorkbook } from './word-chart.ts';

const data = { 单位: '月份', 图: { 标题: '各月工时', 类别: ['8月', '9月', '10月'], 系列: [{ 名称: '工时', 值: [1, 2, 3] }, { 名称: '条数', 值: [4, 5, 6] }, { 名称: '第三个', 值: [7, 8, 9] }] } };
const dummies = /样例|987654|876543/;

function members(bytes: Uint8Array): readonly string[] {
  return [...readZip(bytes).keys()].filter((name) => /chart|embed|drawings/.test(name)).toSorted();
}

describe('a chart as Word saves it', () => {
  it('keeps its look and loses everything that speaks of the template’s figures', async () => {
    const source = wordChartDocument({ workbook: await wordWorkbook() });
    const { bytes, problems } = compileTemplate(source, formOptions).renderReported(data);
    expect(problems).toEqual([]);
    const [name = ''] = chartParts(bytes);
    const { xml, series, fromWorkbook, title } = await readChart(bytes, name);
    expect(series).toEqual([0, 1, 2].map((index) => ({ group: 'c:barChart', index, order: index, name: data.图.系列[index]?.名称, categories: data.图.类别, values: data.图.系列[index]?.值, format: '0.0"人时"' })));
    expect(fromWorkbook).toEqual(series.map(({ name: called, categories, values }) => ({ name: called, categories, values })));
    expect(title).toBe('各月工时');
    expect(xml).not.toMatch(dummies);
    expect(xml).not.toMatch(/c15:(?:filtered|ser|datalabelsRange)|multiLvl|c:dPt|legendEntry|autoUpdate val="1"/);
    expect([...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text)).toEqual(['各月工时', '月份']);
    expect(xml.match(/c16:uniqueId val/g)).toHaveLength(2);
    expect(xml.match(/showDataLabelsRange val="0"/g)).toHaveLength(3);
    expect([...xml.matchAll(/<c:f>([^<]*)<\/c:f>/g)].map(([, formula]) => formula).slice(0, 3)).toEqual(["'数据 表'!$B$1", "'数据 表'!$A$2:$A$4", "'数据 表'!$B$2:$B$4"]);
    expect(members(bytes)).toEqual(members(source));
    expect(await newOfficeErrors(source, bytes, 'docx')).toEqual([]);
    expect(newLintFaults(source, bytes)).toEqual([]);
  });

  it('keeps styles, widths, sheet name and table of its workbook, and none of its cells', async () => {
    const bytes = compileTemplate(wordChartDocument({ workbook: await wordWorkbook() }), formOptions).render(data);
    const member = readZip(bytes).get('word/embeddings/Microsoft_Excel_Worksheet.xlsx');
    const content = inflateMember(member ?? never());
    expect([...readZip(content).values()].map((one) => inflateMember(one).toString('utf8')).join('')).not.toMatch(/样例|987654|876543|<f>/);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(new Uint8Array(content).buffer);
    const sheet = workbook.getWorksheet('数据 表') ?? never();
    expect([sheet.getColumn(1).width, sheet.getCell('B2').numFmt, sheet.getCell('D2').numFmt, sheet.getCell('A1').value, sheet.rowCount, sheet.columnCount]).toEqual([33, '0.00', undefined, '期间', 4, 4]);
    expect(memberText(readZip(content), 'xl/tables/table1.xml')).toContain('ref="A1:D4"');
  });

  it('shows days where the template does, counted as its workbook counts them', async () => {
    for (const isDate1904 of [false, true]) {
      const source = wordChartDocument({ chart: wordChartXml(dayCategories, isDate1904), workbook: await wordWorkbook() });
      const { bytes } = compileTemplate(source, formOptions).renderReported({ 图: { 类别: ['2024-08-05', '2024年9月1日', new Date(Date.UTC(2024, 9, 1, 12))], 系列: [{ 名称: '工时', 值: [1, 2, 3] }] } });
      const { xml, fromWorkbook, series } = await readChart(bytes, chartParts(bytes)[0] ?? '');
      const first = isDate1904 ? 45_509 - 1462 : 45_509;
      expect(series[0]?.categories).toEqual([first, first + 27, first + 57.5]);
      expect(fromWorkbook[0]?.categories).toEqual(series[0]?.categories);
      expect(xml).toContain('<c:formatCode>yyyy&quot;年&quot;m&quot;月&quot;</c:formatCode>');
    }
  });

  it('shows other categories as text even there', async () => {
    const source = wordChartDocument({ chart: wordChartXml(dayCategories), workbook: await wordWorkbook() });
    const bytes = compileTemplate(source, formOptions).render({ 图: { 类别: ['上旬', '2024-08-15'], 系列: [{ 名称: '工时', 值: [1, 2] }] } });
    expect((await readChart(bytes, chartParts(bytes)[0] ?? '')).fromWorkbook[0]?.categories).toEqual(['上旬', '2024-08-15']);
  });

  it('copies its style, colours and shapes for every copy of it', async () => {
    const source = wordChartDocument({ workbook: await wordWorkbook(), before: paragraph('{#项}'), after: paragraph('{/项}') });
    const bytes = compileTemplate(source, formOptions).render({ 项: [data, data, data] });
    const relationships = [...readZip(bytes).keys()].filter((name) => name.startsWith('word/charts/_rels/')).map((name) => [...(memberText(readZip(bytes), name) ?? '').matchAll(/Target="\/([^"]+)"/g)].map(([, target]) => target));
    expect(relationships.map((targets) => targets.length)).toEqual([4, 4, 4]);
    expect(new Set(relationships.flat()).size).toBe(12);
    expect(relationships.flat().filter((target) => !readZip(bytes).has(target ?? ''))).toEqual([]);
    expect(await newOfficeErrors(source, bytes, 'docx')).toEqual([]);
  });
});

describe('a workbook that cannot be kept', () => {
  const hostile = writeZip([{ name: '[Content_Types].xml', bytes: Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><Types/>') }, { name: '_rels/.rels', bytes: Buffer.from('<!DOCTYPE x><Relationships/>') }]);

  it.each([
    ['missing', undefined, 'Microsoft_Excel_Worksheet.xlsx'],
    ['no zip at all', Buffer.from('样例'), 'Microsoft_Excel_Worksheet.xlsx'],
    ['hostile', hostile, 'Microsoft_Excel_Worksheet.xlsx'],
    ['binary', Buffer.from('PK样例'), 'Microsoft_Excel_Binary_Worksheet.xlsb'],
  ] as const)('%s: a new one with the record’s figures takes its place', async (_, workbook, workbookName) => {
    const source = wordChartDocument({ ...(workbook && { workbook }), workbookName });
    const bytes = compileTemplate(source, formOptions).render(data);
    const { fromWorkbook } = await readChart(bytes, chartParts(bytes)[0] ?? '');
    expect(fromWorkbook.map(({ name, values }) => [name, values])).toEqual(data.图.系列.map(({ 名称, 值 }) => [名称, 值]));
    expect(members(bytes).filter((name) => name.includes('embed'))).toHaveLength(1);
    expect(members(bytes).some((name) => name.endsWith('.xlsb'))).toBe(false);
    expect(newLintFaults(source, bytes)).toEqual([]);
  });
});

describe('whatever the figures are', () => {
  it('cache, workbook and data say the same', async () => {
    const template = compileTemplate(wordChartDocument({ workbook: await wordWorkbook() }), formOptions);
    const text = fc.string({ unit: fc.constantFrom('a', '月', '<', '&', '"', "'", '_x000A_', '=', ' ', '😀', '\n'), minLength: 1, maxLength: 8 });
    const number = fc.oneof(fc.constant(null), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
    await fc.assert(fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), fc.array(text, { minLength: 1, maxLength: 5 }), fc.infiniteStream(number), async (categories, names, numbers) => {
      const series = names.map((名称) => ({ 名称, 值: categories.map(() => numbers.next().value) }));
      const { bytes, problems } = template.renderReported({ 图: { 类别: categories, 系列: series } });
      expect(problems).toEqual([]);
      const chart = await readChart(bytes, chartParts(bytes)[0] ?? '');
      const expected = series.map(({ 名称, 值 }) => ({ name: 名称, categories, values: 值.map((value) => (value === null ? null : value + 0)) }));
      expect(chart.series.map(({ name, categories: shown, values }) => ({ name, categories: shown, values }))).toEqual(expected);
      expect(chart.fromWorkbook).toEqual(expected);
    }), { numRuns: 60 });
  });
});

describe('the check of a template', () => {
  it('finds the tags of charts', async () => {
    const { tags, problems } = compileTemplate(wordChartDocument({ workbook: await wordWorkbook(), tag: '＄图' }), formOptions);
    expect([tags.map(({ kind, name }) => `${kind} ${name}`), problems]).toEqual([['value 单位'], []]);
    expect(compileTemplate(wordChartDocument({ tag: '工时：{＄图表.各月}' }), formOptions).tags.map(({ kind, name, tag }) => `${kind} ${name} ${tag}`)).toEqual(['chart 图表.各月 {＄图表.各月}', 'value 单位 {单位}']);
  });

  it('names a chart’s tag in the text', () => {
    const { doubts, problems } = compileTemplate(docxOf(paragraph('{$图表.各月} {$序号}')), formOptions);
    expect([problems, doubts]).toEqual([[], [{ part: '正文', place: '第1段', tag: '{$图表.各月}', message: '“{$图表.各月}”是图表标签，写在文字里不会变成图表。', suggestion: '写进图表的可选文字' }]]);
  });

  it('names a chart’s tag at a drawing that is none, and a filter that does not exist', () => {
    const shape = '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="x" descr="{$图}"/><a:graphic><a:graphicData uri="x"/></a:graphic></wp:inline></w:drawing></w:r></w:p>';
    expect(compileTemplate(docxOf(shape), formOptions).problems).toEqual([{ code: 'chart-place', part: '正文', place: '第1段', tag: '{$图}', message: '“{$图}”是图表标签，这里却没有可以填数据的图表。', suggestion: '先在 Word 里插入图表，再把标签写进图表的可选文字' }]);
    expect(compileTemplate(wordChartDocument({ tag: '{月度|图标:月份}' }), formOptions).problems.map(({ code, place }) => `${code} ${place}`)).toEqual(['bad-expression 第1段']);
  });

  it('a workbook linked from elsewhere does not matter where documents have their own', () => {
    const source = wordChartDocument({});
    const linked = writeZip([...readZip(source).values()].map((member) => (member.name === 'word/charts/_rels/chart1.xml.rels' ? { name: member.name, bytes: Buffer.from(inflateMember(member).toString('utf8').replace(/Target="\.\.\/embeddings[^"]*"/, 'Target="file:///C:/x.xlsx" TargetMode="External"')) } : member)));
    const template = compileTemplate(linked, formOptions);
    expect(template.problems).toEqual([]);
    expect([...readZip(template.render(data)).values()].map((member) => inflateMember(member).toString('utf8')).join('')).not.toContain('file:///');
  });
});

function never(): never {
  throw new Error('not there');
}
