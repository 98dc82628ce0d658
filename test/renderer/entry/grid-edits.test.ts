import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../renderer/entry/grid/grid-commands.ts';
import { chooseColumns, deleteRows, fillDown, insertRows, pasteBlock, setCells, textsIn, withoutRows, type Grid, type GridContext } from '../../../renderer/entry/grid/grid-edits.ts';
import { gridCommand } from '../../../renderer/entry/grid/grid-keys.ts';
import { createGrid, selectedRange } from '../../../renderer/entry/grid/grid-model.ts';
import { columnId, entryColumns } from '../../../shared/entry/entry-row.ts';
import { testProfile } from '../../helpers/records.ts';

const profile = testProfile();
const shown = ['date', 'channel', 'description', 'hours'];

function contextOf(): GridContext {
  let ids = 0;
  return { columns: entryColumns('worklog', profile), rules: { vocabularies: profile.vocabularies, serviceItems: profile.serviceItems, period: profile.service }, newId: () => `r${++ids}` };
}

const empty: Grid = { rows: [], shown };
/** Rows with something in them, cells in the order shown. */
function filled(grid: Grid): string[][] {
  return grid.rows.filter(({ cells }) => Object.keys(cells).length > 0).map(({ cells }) => grid.shown.map((id) => cells[id] ?? ''));
}
const cell = (row: number, col: number) => ({ top: row, left: col, bottom: row, right: col });

describe('the contents of the grid', () => {
  it('has room for a screen and a row to go on with', () => {
    const context = contextOf();
    const model = createGrid(empty, context);
    expect(model.getState().grid.rows).toHaveLength(12);
    model.getState().change(setCells(model.getState().grid, cell(11, 2), '最后一行', context));
    expect(model.getState().grid.rows).toHaveLength(13);
  });

  it('takes a block at a cell, reads every text by its column, adds rows', () => {
    const result = pasteBlock(empty, cell(1, 1), [['电 话', '重置口令', '1.5小时', '多余'], ['', '第二行', '很久', '']], contextOf());
    expect(filled(result.grid)).toEqual([['', '电话', '重置口令', '1.5'], ['', '', '第二行', '很久']]);
    expect(result).toMatchObject({ range: { top: 1, left: 1, bottom: 2, right: 3 }, rows: 2, hasHeadings: false, unknown: [], lostColumns: 1, lostRows: 0 });
    expect(result.grid.rows[1]?.cells).toEqual({ channel: '电话', description: '重置口令', hours: '1.5' });
  });

  it('goes by headings in any order, shows hidden columns, names unknown ones', () => {
    const result = pasteBlock(empty, cell(0, 2), [['执行人', '服务日期*', '天气'], ['林远航', '8月5日', '晴']], contextOf());
    expect(result.grid.shown).toEqual(['date', 'channel', 'description', 'hours', 'staff']);
    expect(filled(result.grid)).toEqual([['2024-08-05', '', '', '', '林远航']]);
    expect(result).toMatchObject({ hasHeadings: true, unknown: ['天气'], rows: 1, range: { top: 0, bottom: 0, left: 0, right: 4 } });
  });

  it('fills a selected range with a single text', () => {
    const { grid } = pasteBlock(pasteBlock(empty, cell(0, 2), [['一', '1'], ['二', '2']], contextOf()).grid, { top: 0, left: 1, bottom: 1, right: 1 }, [['微信']], contextOf());
    expect(filled(grid)).toEqual([['', '微信', '一', '1'], ['', '微信', '二', '2']]);
  });

  it('fills down from the first row of the range, or from the row above a single one', () => {
    const { grid } = pasteBlock(empty, cell(0, 0), [['2024-08-05', '电话'], ['', ''], ['', '']], contextOf());
    expect(filled(fillDown(grid, { top: 0, left: 0, bottom: 2, right: 1 }, contextOf()))).toEqual([['2024-08-05', '电话', '', ''], ['2024-08-05', '电话', '', ''], ['2024-08-05', '电话', '', '']]);
    expect(filled(fillDown(grid, cell(1, 1), contextOf()))).toEqual([['2024-08-05', '电话', '', ''], ['', '电话', '', '']]);
    expect(fillDown(grid, cell(0, 0), contextOf())).toBe(grid);
  });

  it('inserts, deletes, copies, hides, and lets saved rows go', () => {
    const context = contextOf();
    const { grid } = pasteBlock(empty, cell(0, 2), [['一'], ['二'], ['三']], context);
    expect(filled(deleteRows(insertRows(grid, 1, 1, context.newId), { top: 2, left: 0, bottom: 2, right: 0 }, context.newId))).toEqual([['', '', '一', ''], ['', '', '三', '']]);
    expect(textsIn(grid, { top: 0, left: 2, bottom: 1, right: 3 })).toEqual([['一', ''], ['二', '']]);
    expect(chooseColumns(grid, ['hours', 'description'], context).shown).toEqual(['description', 'hours']);
    expect(filled(withoutRows(grid, new Set([grid.rows[1]?.id ?? '']), context.newId))).toEqual([['', '', '一', ''], ['', '', '三', '']]);
  });
});

describe('the cursor', () => {
  const press = (key: string, more: Partial<{ ctrl: boolean; shift: boolean; alt: boolean }> = {}) => gridCommand({ key, ctrl: false, shift: false, alt: false, ...more });

  function start() {
    const context = contextOf();
    const model = createGrid(pasteBlock(empty, cell(0, 0), [['2024-08-05', '电话', '一', '1'], ['2024-08-06', '电话', '二', '2']], context).grid, context);
    const run = (key: string, more = {}) => {
      const command = press(key, more);
      return command === undefined ? undefined : runCommand(model, command, context, '2024-08-09');
    };
    return { model, run, at: () => [model.getState().cursor.row, model.getState().cursor.col] };
  }

  it('moves by arrows, Tab and Enter, and goes on in the next row', () => {
    const { run, at } = start();
    for (const key of ['ArrowRight', 'ArrowRight', 'Tab', 'Tab']) run(key);
    expect(at()).toEqual([1, 0]);
    run('Tab', { shift: true });
    expect(at()).toEqual([0, 3]);
    run('Enter');
    expect(at()).toEqual([1, 3]);
    run('End', { ctrl: true });
    run('Home');
    expect(at()).toEqual([1, 0]);
    run('ArrowUp', { ctrl: true });
    expect(at()).toEqual([0, 0]);
  });

  it('leaves the grid by Tab only at its ends', () => {
    const { model, run } = start();
    expect(run('Tab', { shift: true })).toBe(false);
    model.getState().goTo({ row: 11, col: 3 });
    expect(run('Tab')).toBe(false);
  });

  it('selects with Shift, clears and undoes', () => {
    const { model, run } = start();
    run('ArrowDown', { shift: true });
    run('ArrowRight', { shift: true });
    expect(selectedRange(model.getState())).toEqual({ top: 0, left: 0, bottom: 1, right: 1 });
    run('Delete');
    expect(filled(model.getState().grid)).toEqual([['', '', '一', '1'], ['', '', '二', '2']]);
    run('z', { ctrl: true });
    expect(filled(model.getState().grid)[1]).toEqual(['2024-08-06', '电话', '二', '2']);
    run('y', { ctrl: true });
    expect(filled(model.getState().grid)[1]).toEqual(['', '', '二', '2']);
  });

  it('puts today into a date and nowhere else', () => {
    const { model, run } = start();
    run(';', { ctrl: true });
    run('ArrowRight');
    run(';', { ctrl: true });
    expect(filled(model.getState().grid)[0]).toEqual(['2024-08-09', '电话', '一', '1']);
  });

  it('asks for another row below the last one', () => {
    const { model, run } = start();
    model.getState().goTo({ row: 11, col: 0 });
    run('Enter');
    expect(model.getState().cursor.row).toBe(12);
    expect(model.getState().grid.rows).toHaveLength(13);
  });

  it('leaves letters, paste and copy to the cell', () => {
    expect([press('a'), press('中'), press('v', { ctrl: true }), press('c', { ctrl: true }), press('s', { ctrl: true }), press('1', { alt: true })]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
  });
});

it('knows every column by its id', () => {
  const ids = contextOf().columns.map(columnId);
  expect(new Set(ids).size).toBe(ids.length);
});
