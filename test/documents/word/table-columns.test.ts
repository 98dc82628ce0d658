import { describe, expect, it } from 'vitest';
import { compileTemplate, formOptions } from '../../../electron/documents/template.ts';
import { docxOf, paragraph } from '../../helpers/ooxml-docx.ts';
import { newLintFaults } from '../../helpers/ooxml-lint.ts';
import { newOfficeErrors } from '../../helpers/ooxml-validate.ts';
import { memberText, readZip } from '../../../electron/files/zip-reader.ts';
import { tableGrids, tableRows } from '../../helpers/word-tables.ts';

type Cell = string | { readonly text: string; readonly span?: number; readonly width?: number; readonly more?: string };

/** A table of 1000 twips per column, as wide as all of them, unless cells say otherwise. */
function grid(columns: number, rows: readonly (readonly Cell[])[]): string {
  const cell = (one: Cell): string => {
    const { text, span = 1, width = 1000 * span, more = '' } = typeof one === 'string' ? { text: one } : one;
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${more}</w:tcPr>${paragraph(text)}</w:tc>`;
  };
  return `<w:tbl><w:tblPr><w:tblW w:w="${columns * 1000}" w:type="dxa"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="1000"/>'.repeat(columns)}</w:tblGrid>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}
function rendered(body: string, data: unknown): Uint8Array {
  const template = docxOf(body);
  const bytes = compileTemplate(template, formOptions).render(data);
  expect(newLintFaults(template, bytes)).toEqual([]);
  return bytes;
}
const widths = (bytes: Uint8Array): readonly (string | undefined)[] => [...(memberText(readZip(bytes), 'word/document.xml') ?? '').matchAll(/<w:tcW w:w="(\d+)"/g)].map((match) => match[1]);
/** Rows, then grid and width of the first table. */
const seen = (body: string, data: unknown): readonly (string | undefined)[] => {
  const bytes = rendered(body, data);
  return [...(tableRows(bytes)[0] ?? []), tableGrids(bytes)[0]];
};

describe('columns that a loop repeats', () => {
  const months = grid(3, [['系统', '{-w:tc m}{.}{/m}', '合计'], ['{#r}{n}', '{#v|按列}{.}{/v}', '{s}{/r}']]);
  const data = { m: ['1月', '2月', '3月'], r: [{ n: '甲', v: [1, 2, 3], s: 6 }, { n: '乙', v: [4, 5, 6], s: 15 }] };

  it('share the width of the column; grid, cells and table agree', () => {
    expect(seen(months, data)).toEqual(['系统 / 1月 / 2月 / 3月 / 合计', '甲 / 1 / 2 / 3 / 6', '乙 / 4 / 5 / 6 / 15', '1000 333 333 334 1000 = 3000']);
    expect(widths(rendered(months, data))).toEqual(Array.from({ length: 3 }, () => ['1000', '333', '333', '334', '1000']).flat());
  });

  it('one copy leaves the table as it is, none takes the column away', () => {
    expect(seen(months, { m: ['1月'], r: [{ n: '甲', v: [1], s: 1 }] })).toEqual(['系统 / 1月 / 合计', '甲 / 1 / 1', '1000 1000 1000 = 3000']);
    expect(seen(months, { m: [], r: [{ n: '甲', v: [], s: 1 }] })).toEqual(['系统 / 合计', '甲 / 1', '1000 1000 = 2000']);
  });

  it('the longest row counts', () => {
    expect(seen(months, { m: ['1月'], r: [{ n: '甲', v: [1, 2], s: 3 }] })).toEqual(['系统 / 1月 / 合计', '甲 / 1 / 2 / 3', '1000 500 500 1000 = 3000']);
  });

  it('a cell over them spans all copies', () => {
    const titled = grid(3, [[{ text: '标题', span: 3 }], ['系统', { text: '月份', span: 2, width: 2000 }], ['{#r}{n}', '{-w:tc v}{.}{/v}', '{s}{/r}']]);
    expect(seen(titled, data)).toEqual(['标题 ×5', '系统 / 月份 ×4', '甲 / 1 / 2 / 3 / 6', '乙 / 4 / 5 / 6 / 15', '1000 333 333 334 1000 = 3000']);
    const none = rendered(titled, { r: [{ n: '甲', v: [], s: 1 }] });
    expect([tableRows(none)[0], tableGrids(none), widths(none)]).toEqual([['标题 ×2', '系统 / 月份', '甲 / 1'], ['1000 1000 = 2000'], ['2000', '1000', '1000', '1000', '1000']]);
  });

  it('a cell with only columns of the list keeps one of them', () => {
    const fixed = grid(2, [['系统', '月份'], ['{#r}{n}', '{-w:tc v}{.}{/v}{/r}']]);
    expect(seen(fixed, data)).toEqual(['系统 / 月份 ×3', '甲 / 1 / 2 / 3', '乙 / 4 / 5 / 6', '1000 333 333 334 = 2000']);
    expect(seen(fixed, { r: [{ n: '甲', v: [] }] })).toEqual(['系统 / 月份', '甲', '1000 1000 = 2000']);
  });

  it('several cells per item, two lists side by side, in tables within tables and in copies of tables', () => {
    expect(seen(grid(3, [['x', '{-w:tc m}{a}', '{b}{/m}']]), { m: [{ a: 1, b: 2 }, { a: 3, b: 4 }] })).toEqual(['x / 1 / 2 / 3 / 4', '1000 500 500 500 500 = 3000']);
    expect(seen(grid(3, [['{-w:tc a}{.}{/a}', 'x', '{-w:tc b}{.}{/b}']]), { a: [1, 2], b: [3, 4, 5, 6] })).toEqual(['1 / 2 / x / 3 / 4 / 5 / 6', '500 500 1000 250 250 250 250 = 3000']);
    const nested = grid(1, [[{ text: '{-w:tc a}', width: 900 }, 'y{/a}']]).replace(paragraph('y{/a}'), grid(1, [['{-w:tc b}{.}{/b}']]) + paragraph('{/a}')).replace('<w:gridCol w:w="1000"/>', '<w:gridCol w:w="900"/><w:gridCol w:w="1000"/>');
    expect(tableGrids(rendered(nested, { a: [{ b: [1, 2] }, { b: [1] }] }))).toEqual(['450 500 450 500 = 1000', '500 500 = 1000', '1000 = 1000']);
    const copies = rendered(paragraph('{#t}') + grid(1, [['{-w:tc b}{.}{/b}']]) + paragraph('') + paragraph('{/t}'), { t: [{ b: [1] }, { b: [] }, { b: [1, 2] }] });
    expect(tableGrids(copies)).toEqual(['1000 = 1000', '500 500 = 1000']);
  });

  it('with cells that merge downwards', () => {
    const merged = grid(2, [['{#r}{n|合并相同}', '{-w:tc v}{.}{/v}{/r}']]);
    expect(seen(merged, { r: [{ n: '甲', v: [1, 2] }, { n: '甲', v: [3, 4] }] })).toEqual(['┬甲 / 1 / 2', '│ / 3 / 4', '1000 500 500 = 2000']);
    const last = grid(2, [['{#r}{-w:tc v}{.}{/v}', '{n|合并相同}{/r}']]);
    expect(seen(last, { r: [{ n: '甲', v: [1, 2] }, { n: '甲', v: [3, 4] }] })).toEqual(['1 / 2 / ┬甲', '3 / 4 / │', '500 500 1000 = 2000']);
  });

  it('rows of tags in the same column stay rows', () => {
    expect(seen(grid(2, [['{#r}{n}', 'x'], ['{s}{/r}', 'y']]), data)).toEqual(['甲 / x', '6 / y', '乙 / x', '15 / y', '1000 1000 = 2000']);
  });

  it('where it cannot be told which columns are meant, the grid stays', () => {
    const half = grid(3, [['a', { text: 'over half', span: 2 }], [{ text: '{-w:tc m}{.}{/m}', span: 2 }, 'x']]);
    expect(seen(half, { m: [1, 2] })).toEqual(['a / over half ×2', '1 ×2 / 2 ×2 / x', '1000 1000 1000 = 3000']);
  });
});

describe('rows with merged cells', () => {
  const merge = (text: string, kind: 'restart' | 'continue'): Cell => ({ text, more: kind === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>' });

  it('a merge whose first row vanishes begins in the next', () => {
    const body = grid(2, [[merge('类别', 'restart'), '{-w:tr c}x{/c}'], [merge('', 'continue'), 'y'], [merge('', 'continue'), 'z']]);
    expect([seen(body, { c: true }).slice(0, 3), seen(body, {}).slice(0, 2)]).toEqual([['┬类别 / x', '│ / y', '│ / z'], ['┬ / y', '│ / z']]);
  });

  it('rows that go on with a merge above them go on in every copy; blocks begin anew in every copy', () => {
    expect(seen(grid(2, [[merge('类别', 'restart'), 'x'], [merge('', 'continue'), '{-w:tr l}{.}{/l}']]), { l: [1, 2] }).slice(0, 3)).toEqual(['┬类别 / x', '│ / 1', '│ / 2']);
    expect(seen(grid(2, [[merge('{#l}{.}', 'restart'), 'x'], [merge('', 'continue'), 'y{/l}']]), { l: [1, 2] }).slice(0, 4)).toEqual(['┬1 / x', '│ / y', '┬2 / x', '│ / y']);
    expect(seen(grid(2, [[merge('类别', 'restart'), 'x'], [merge('{#l}', 'continue'), '{.}'], ['', 'z{/l}']]), { l: [1, 2] }).slice(0, 5)).toEqual(['┬类别 / x', '│ / 1', ' / z', '┬ / 2', ' / z']);
  });

  it('rows keep what they say about headings and breaks', () => {
    const row = '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>';
    const xml = memberText(readZip(rendered(grid(1, [['{-w:tr l}{.}{/l}']]).replace('<w:tr>', `<w:tr>${row}`), { l: [1, 2] })), 'word/document.xml') ?? '';
    expect(xml.split(row).length).toBe(3);
  });
});

it('the validator finds nothing in repeated columns and mended merges', async () => {
  const merge = (text: string, kind: string): Cell => ({ text, more: kind });
  const template = docxOf(
    grid(3, [[{ text: '标题', span: 3 }], ['系统', '{-w:tc m}{.}{/m}', '合计'], ['{#r}{n|合并相同}', '{-w:tc v}{.}{/v}', '{s}{/r}']]) + paragraph('') +
      grid(2, [[merge('类别', '<w:vMerge w:val="restart"/>'), '{-w:tr c}x{/c}'], [merge('', '<w:vMerge/>'), 'y']]),
  );
  const compiled = compileTemplate(template, formOptions);
  const data = { m: [1, 2, 3], r: [{ n: '甲', v: [1, 2, 3], s: 6 }, { n: '甲', v: [4, 5, 6], s: 15 }] };
  const outputs = [compiled.render(data), compiled.renderMany([data, { m: [], r: [], c: true }])];
  expect((await Promise.all(outputs.map((output) => newOfficeErrors(template, output, 'docx')))).flat()).toEqual([]);
});
