import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pastedRows } from '../../renderer/screens/settings/rows/pasted-rows.ts';
import { settingsSections } from '../../renderer/screens/settings/sections.ts';
import { duplicated, moved, without } from '../../renderer/state/reorder.ts';

describe('rows', () => {
  test('moving loses and doubles nothing, and puts the row where it was asked for', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 20 }), fc.nat(19), fc.integer({ min: -3, max: 25 }), (rows, from, to) => {
      fc.pre(from < rows.length);
      const next = moved(rows, from, to);
      expect(new Set(next)).toEqual(new Set(rows));
      expect(next.length).toBe(rows.length);
      expect(next[Math.min(Math.max(to, 0), rows.length - 1)]).toBe(rows[from]);
      expect(next.filter((row) => row !== rows[from])).toEqual(rows.filter((row) => row !== rows[from]));
    }));
  });

  test('a copy stands behind its row, changed where asked; a removed row is gone', () => {
    expect(duplicated(['a', 'b'], 0, (row) => `${row}2`)).toEqual(['a', 'a2', 'b']);
    expect(without(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
    expect([moved([], 0, 1), duplicated([], 3)]).toEqual([[], []]);
  });
});

function definitionOf(section: string) {
  const definition = settingsSections.find(({ id }) => id === section)?.blocks.flatMap(({ fields }) => fields).find((field) => field.definition.type === 'rows')?.definition;
  if (definition?.type !== 'rows') throw new Error(`no table in ${section}`);
  return definition;
}

describe('rows pasted from Excel', () => {
  test('without headings the columns stand in the order of the table', () => {
    expect(pastedRows(definitionOf('checklist'), '服务器\tCPU 使用率\t查看监控\t≤80%\r\n\r\n数据库\t表空间\r\n')).toEqual({
      rows: [
        { category: '服务器', item: 'CPU 使用率', method: '查看监控', standard: '≤80%', cycle: '日检' },
        { category: '数据库', item: '表空间', method: '', standard: '', cycle: '日检' },
      ],
      problems: [],
    });
  });

  test('headings may stand in any order; numbers and choices are read, what is none is told', () => {
    const { rows, problems } = pastedRows(definitionOf('items'), '名称\t序号\t金额\t佐证记录\n系统例查服务\t4\t60,000.00\t日常巡检记录单、走访记录单\n备份\t五\t8000\t备份');

    expect(rows).toMatchObject([{ no: 4, name: '系统例查服务', amount: 60_000, evidence: ['inspection', 'visit'] }, { name: '备份', amount: 8000 }]);
    expect(problems).toEqual([{ place: '第 2 行 序号', message: '“五”不是可用的值' }, { place: '第 2 行 佐证记录', message: '“备份”不是可用的值' }]);
  });
});
