import { App } from 'antd';
import { useState } from 'react';
import type { EntryColumn, EntryRow, RowReading } from '../../../shared/entry/entry-row.ts';
import type { KindName } from '../../../shared/records/kinds.ts';
import { call } from '../../api.ts';
import { problemsOf } from '../../state/failure-problems.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { gridWords } from '../../words/entry-grid.ts';
import { withoutRows } from './grid-edits.ts';
import type { GridModel } from './grid-model.ts';
import { placeCoreProblems, type CoreProblems } from './row-readings.ts';

type SaveGrid = { readonly isSaving: boolean; readonly coreProblems: CoreProblems; readonly save: () => Promise<void> };

type SaveGridOptions = {
  readonly model: GridModel;
  readonly contractId: string;
  readonly kind: KindName;
  readonly columns: readonly EntryColumn[];
  readonly read: (row: EntryRow) => RowReading;
  /** Called when something is left to be mended. */
  readonly somethingLeft: () => void;
  /** Called after rows were saved. */
  readonly saved: () => void;
};

/** Saves every row without a problem in one transaction; the others stay in the grid. */
export function useSaveGrid(options: SaveGridOptions): SaveGrid {
  const { model, contractId, kind, columns, read, somethingLeft, saved } = options;
  const { message } = App.useApp();
  const recordsChanged = useWorkspace((workspace) => workspace.recordsChanged);
  const [isSaving, setIsSaving] = useState(false);
  const [coreProblems, setCoreProblems] = useState<CoreProblems>(new Map());

  const save = async (): Promise<void> => {
    // What is still being typed belongs to the row.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const { rows } = model.getState().grid;
    const readings = rows.map((row) => ({ row, reading: read(row) })).filter(({ reading }) => !reading.isBlank);
    const good = readings.flatMap(({ row, reading }) => (reading.input === undefined ? [] : [{ row, input: reading.input }]));
    const left = readings.length - good.length;
    if (left > 0) somethingLeft();
    if (good.length === 0) return void message.info(left > 0 ? gridWords.leftOver(left) : gridWords.nothingToSave);
    setIsSaving(true);
    const result = await call('entry.save', { contractId, records: good.map(({ input }) => input) });
    setIsSaving(false);
    if (!result.ok) {
      setCoreProblems(placeCoreProblems(problemsOf(result.error), good.map(({ row }) => row), columns, kind));
      somethingLeft();
      return void message.error(result.error.message);
    }
    setCoreProblems(new Map());
    saved();
    model.getState().settle(withoutRows(model.getState().grid, new Set(good.map(({ row }) => row.id)), () => crypto.randomUUID()));
    const finals = result.value.filter(({ status }) => status === 'final');
    const numbers = finals.map(({ number }) => number).toSorted();
    message.success([
      ...(finals.length === 0 ? [] : [gridWords.saved(finals.length, numbers[0] ?? '', numbers.at(-1) ?? '')]),
      ...(finals.length === result.value.length ? [] : [gridWords.savedDrafts(result.value.length - finals.length)]),
    ].join('；'));
    if (left > 0) message.warning(gridWords.leftOver(left));
    recordsChanged(contractId);
  };
  return { isSaving, coreProblems, save };
}
