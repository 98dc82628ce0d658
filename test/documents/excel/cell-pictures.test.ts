import { describe, expect, test } from 'vitest';
import { compileWorkbookTemplate } from '../../../electron/documents/excel/workbook-template.ts';
import { readZip } from '../../../electron/files/zip-reader.ts';
import { newOfficeErrors } from '../../helpers/ooxml-validate.ts';
import { pngOf } from '../../helpers/pictures.ts';
import { richDrawing } from './rich-workbook.ts';
import { cellsOf, partOf, relationships, writtenRow, writtenWorkbook } from './written-workbook.ts';

const wide = pngOf(200, 100);
const tall = pngOf(50, 100, 7);

function anchors(xml: string): readonly unknown[] {
  return [...xml.matchAll(/<xdr:oneCellAnchor.*?<\/xdr:oneCellAnchor>/gs)].filter(([anchor]) => anchor.includes('<xdr:pic>')).map(([anchor]) => ({
    name: / name="([^"]+)" descr="([^"]*)"/.exec(anchor)?.slice(1).join(' '),
    at: ['col', 'colOff', 'row', 'rowOff'].map((marker) => Number(new RegExp(`<xdr:${marker}>(\\d+)<`).exec(anchor)?.[1])),
    size: /<xdr:ext cx="(\d+)" cy="(\d+)"/.exec(anchor)?.slice(1).map(Number),
    picture: /r:embed="([^"]+)"/.exec(anchor)?.[1],
  }));
}

const columns = '<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="4" width="20" customWidth="1"/></cols>';
/** 140 pixels wide, 60 points high. */
const [cellWidth, cellHeight] = [140 * 9525, 60 * 12_700];

describe('{%照片} in a cell', () => {
  const template = writtenWorkbook({ sheets: [{
    name: '照片',
    head: columns,
    rows: [writtenRow(1, ['{#项}{名称}', '{%照片}', '{/项}'], ' ht="60" customHeight="1"'), writtenRow(2, ['{%合照}'], ' ht="60"'), writtenRow(3, [], ' ht="60"'), writtenRow(4, ['{%签名 2×1厘米}'])],
    tail: '<mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
  }] });
  const compiled = compileWorkbookTemplate(template);
  const data = { 项: [{ 名称: '甲', 照片: { bytes: wide, description: '机房<1>' } }, { 名称: '乙', 照片: [wide, tall] }], 合照: tall, 签名: wide };

  test('fills its cell in its own ratio, or the merged cells, or the size that the tag names; the same picture is stored once', async () => {
    expect(compiled.problems).toEqual([]);
    const output = compiled.render(data);
    const drawing = partOf(output, 'xl/drawings/added1.xml');
    const room = { width: cellWidth - 38_100, height: cellHeight - 38_100 };
    const first = { width: room.width, height: Math.round(room.width / 2) };
    const half = { width: cellWidth / 2 - 38_100, height: Math.round((cellWidth / 2 - 38_100) / 2) };
    const upright = { width: Math.round(room.height / 2), height: room.height };
    const merged = { width: Math.round((2 * cellHeight - 38_100) / 2), height: 2 * cellHeight - 38_100 };
    expect(anchors(drawing)).toEqual([
      { name: '照片 1 机房&lt;1&gt;', at: [1, 19_050, 0, Math.round((cellHeight - first.height) / 2)], size: [first.width, first.height], picture: 'added1' },
      { name: '照片 2 ', at: [1, 19_050, 1, Math.round((cellHeight - half.height) / 2)], size: [half.width, half.height], picture: 'added1' },
      { name: '照片 3 ', at: [1, Math.round(cellWidth / 2 + (cellWidth / 2 - upright.width) / 2), 1, 19_050], size: [upright.width, upright.height], picture: 'added2' },
      { name: '照片 4 ', at: [0, Math.round((2 * cellWidth - merged.width) / 2), 2, 19_050], size: [merged.width, merged.height], picture: 'added2' },
      { name: '照片 5 ', at: [0, Math.round((cellWidth - 720_000) / 2), 4, 19_050], size: [720_000, 360_000], picture: 'added1' },
    ]);
    expect([...readZip(output).keys()].filter((name) => name.includes('added'))).toEqual(['xl/drawings/_rels/added1.xml.rels', 'xl/drawings/added1.xml', 'xl/media/added2.png', 'xl/media/added3.png']);
    expect(/<row r="5"[^<>]*>/.exec(partOf(output, 'xl/worksheets/sheet1.xml'))?.[0]).toBe('<row r="5" ht="32">');
    expect(await newOfficeErrors(template, output, 'xlsx')).toEqual([]);
    expect(compiled.render(data)).toEqual(output);
  });

  test('that is missing or damaged shows as lacking and is reported; none is none', () => {
    const missing: string[] = [];
    const doubts: string[] = [];
    const output = compiled.render({ 项: [{ 名称: '甲' }, { 名称: '乙', 照片: null }, { 名称: '丙', 照片: 'x' }, { 名称: '丁', 照片: new Uint8Array([1, 2, 3]) }], 合照: [], 签名: '' }, { onMissing: (tag) => missing.push(tag), onDoubt: (_tag, message) => doubts.push(message) });
    const cells = cellsOf(output);
    expect(['B1', 'B2', 'B3', 'B4'].map((place) => cells[place])).toEqual(['〔缺照片〕', undefined, '〔缺照片〕', '〔缺照片〕']);
    expect([missing, doubts]).toEqual([['{%照片}'], ['“{%照片}”这一项的内容不是照片，纸上印了“〔缺照片〕”。', '“{%照片}”的照片不是完好的 JPEG 或 PNG 文件，纸上印了“〔缺照片〕”。']]);
    expect(partOf(output, 'xl/worksheets/sheet1.xml')).not.toContain('<drawing');
  });

  test('joins the shapes that the sheet has', async () => {
    const drawn = writtenWorkbook({
      sheets: [{ name: '照片', head: columns, rows: [writtenRow(1, ['{#项}{%照片}', '{/项}'], ' ht="60"'), writtenRow(2, ['止'])], tail: '<drawing r:id="rId1"/>', related: { rId1: ['drawing', '../drawings/drawing1.xml'] } }],
      parts: { 'xl/drawings/drawing1.xml': richDrawing.replace(/<xdr:twoCellAnchor>(?:(?!<xdr:twoCellAnchor>).)*<xdr:graphicFrame.*<\/xdr:twoCellAnchor>/s, ''), 'xl/drawings/_rels/drawing1.xml.rels': relationships({}) },
      types: { 'xl/drawings/drawing1.xml': 'application/vnd.openxmlformats-officedocument.drawing+xml' },
    });
    const output = compileWorkbookTemplate(drawn).render({ 项: [{ 照片: wide }, { 照片: wide }] });
    expect(anchors(partOf(output, 'xl/drawings/drawing1.xml')).length).toBe(2);
    expect(await newOfficeErrors(drawn, output, 'xlsx')).toEqual([]);
  });

  test('wants the cell for itself', () => {
    const bytes = writtenWorkbook({ sheets: [{ name: '照片', rows: [writtenRow(1, ['图：{%照片}', '{#照片}{%.}{/照片}', ' {%照片} '])], tail: '<headerFooter><oddHeader>{%照片}</oddHeader></headerFooter>' }] });
    expect(compileWorkbookTemplate(bytes).problems.map(({ place, code }) => `${place} ${code}`)).toEqual(['A1 picture-place', 'B1 picture-place', '页眉页脚 picture-place']);
  });
});
