import { Alert, App, Button } from 'antd';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Contract } from '../../../shared/contract/profile.ts';
import { columnId, entryColumns, usualColumns, type EntryRow } from '../../../shared/entry/entry-row.ts';
import { kindOf, type KindName } from '../../../shared/records/kinds.ts';
import { CloseIcon, DownIcon, PlusIcon, SaveIcon } from '../../parts/icons.tsx';
import { Hint } from '../../parts/hint.tsx';
import { Page } from '../../parts/page.tsx';
import { FailureView, LoadingView } from '../../parts/state-views.tsx';
import { useAsk } from '../../parts/use-ask.ts';
import { useShortcut } from '../../state/use-shortcut.ts';
import { useIsReadOnly } from '../../state/workspace.ts';
import { commonWords } from '../../words/common.ts';
import { entryMenuWords, gridWords } from '../../words/entry-grid.ts';
import { usePastedText } from '../pasted-text.ts';
import { useKeptDraft, useStoredDraft } from '../use-kept-draft.ts';
import { ColumnsButton } from './columns-button.tsx';
import { EntryGrid } from './entry-grid.tsx';
import { runCommand } from './grid-commands.ts';
import { chooseColumns, isBlankRow, pasteBlock, type Grid, type GridContext, type Pasted } from './grid-edits.ts';
import { draftOfGrid, gridDraft, gridPlace } from './grid-draft.ts';
import type { GridCommand } from './grid-keys.ts';
import { createGrid, type GridModel } from './grid-model.ts';
import { ProblemPanel } from './problem-panel.tsx';
import { problemsOfRows, rememberingReader, withCoreProblems, type GridProblem } from './row-readings.ts';
import { useSaveGrid } from './use-save-grid.ts';

type GridEntryProps = { readonly contract: Contract; readonly kind: KindName; readonly close: () => void };

const problemId = 'grid-problem';

/** What a paste left out or did of itself, in sentences. */
function pasteNotes(result: Pasted): string[] {
  return [
    gridWords.pasted(result.rows, result.hasHeadings),
    ...(result.unknown.length === 0 ? [] : [gridWords.unknownHeadings(result.unknown)]),
    ...(result.lostColumns === 0 ? [] : [gridWords.lostColumns(result.lostColumns)]),
    ...(result.lostRows === 0 ? [] : [gridWords.lostRows(result.lostRows)]),
  ];
}

/** Pastes a block under the last filled row. */
function pasteBelow(model: GridModel, table: readonly (readonly string[])[], context: GridContext): Pasted {
  const state = model.getState();
  const top = state.grid.rows.findLastIndex((row) => !isBlankRow(row)) + 1;
  const result = pasteBlock(state.grid, { top, left: 0, bottom: top, right: 0 }, table, context);
  state.change(result.grid);
  model.getState().select(result.range);
  return result;
}

function LoadedGrid(props: GridEntryProps & { readonly stored: Grid | undefined }): ReactNode {
  const { contract, kind, close, stored } = props;
  const { title } = kindOf(kind);
  const { profile } = contract;
  const ask = useAsk();
  const { message } = App.useApp();
  const isReadOnly = useIsReadOnly();
  const [showsMissing, setShowsMissing] = useState(false);
  const context = useMemo((): GridContext => ({
    columns: entryColumns(kind, profile),
    rules: { vocabularies: profile.vocabularies, serviceItems: profile.serviceItems, period: profile.service },
    newId: () => crypto.randomUUID(),
  }), [kind, profile]);
  // Rows pasted on the list are brought along, below what waits from last time.
  const [begun] = useState(() => {
    const grid = createGrid(stored ?? { rows: [], shown: usualColumns(kind, context.columns).map(columnId) }, context);
    const table = usePastedText.getState().takeTable();
    return { model: grid, notes: table === undefined ? [] : pasteNotes(pasteBelow(grid, table, context)) };
  });
  const { model } = begun;
  const [notes, setNotes] = useState<readonly string[]>(begun.notes);
  const readRow = useMemo(() => rememberingReader(kind, profile, context.rules), [kind, profile, context]);
  const somethingLeft = useCallback(() => setShowsMissing(true), []);
  const saved = useCallback(() => setNotes([]), []);
  const { isSaving, coreProblems, save } = useSaveGrid({ model, contractId: contract.id, kind, columns: context.columns, read: readRow, somethingLeft, saved });
  const read = useCallback((row: EntryRow) => withCoreProblems(readRow(row), coreProblems.get(row)), [readRow, coreProblems]);
  const grid = useStore(model, (state) => state.grid);
  const content = useMemo(() => draftOfGrid(grid), [grid]);
  const place = useMemo(() => gridPlace(contract.id, kind), [contract.id, kind]);
  const kept = useKeptDraft(place, gridWords.draftLabel(content?.rows.length ?? 0), content);
  const cursor = useStore(model, (state) => state.cursor);
  const canUndo = useStore(model, (state) => state.past.length > 0);
  const pasted = useCallback((result: Pasted) => setNotes(pasteNotes(result)), []);

  // The first cell, or what was brought along, waits for the keyboard.
  useEffect(() => model.getState().goTo(model.getState().cursor), [model]);

  // The cursor moves far more often than the contents change.
  const { good, bad, all } = useMemo(() => {
    const readings = grid.rows.map(read);
    return {
      good: readings.filter(({ input, problems }) => input !== undefined && problems.size === 0).length,
      bad: readings.filter(({ problems }) => problems.size > 0).length,
      all: problemsOfRows(grid.rows, context.columns.map(columnId), read),
    };
  }, [grid, read, context]);
  const problems = all.filter((problem) => !problem.isMissing || showsMissing || problem.row !== cursor.row);
  const current = all.find((problem) => problem.row === cursor.row && problem.columnId === grid.shown[cursor.col]) ?? all.find((problem) => problem.row === cursor.row && problem.columnId === '');
  const labelOf = (id: string): string => context.columns.find((column) => columnId(column) === id)?.label ?? '';
  const goToProblem = ({ row, columnId: id }: GridProblem): void => {
    if (id !== '' && !model.getState().grid.shown.includes(id)) model.getState().change(chooseColumns(model.getState().grid, [...model.getState().grid.shown, id], context));
    model.getState().goTo({ row, col: Math.max(0, model.getState().grid.shown.indexOf(id)) });
  };
  const run = (command: GridCommand): void => void runCommand(model, command, context, '');
  const clear = async (): Promise<void> => {
    const filled = grid.rows.filter((row) => !isBlankRow(row)).length;
    if (filled === 0 || await ask({ title: gridWords.clearTitle, text: gridWords.clearText(filled), confirm: gridWords.clear, isDangerous: true })) model.getState().settle({ ...grid, rows: [] });
  };
  useShortcut('Ctrl+S', () => void save(), !isReadOnly && !isSaving);
  useEffect(() => {
    if (typeof kept !== 'string') message.warning(gridWords.notKept(kept.problem));
  }, [kept, message]);

  return (
    <Page
      title={gridWords.title(title)}
      fills
      actions={(
        <>
          <ColumnsButton columns={context.columns} shown={grid.shown} choose={(ids) => model.getState().change(chooseColumns(grid, ids, context))} />
          <Hint text={gridWords.save(good)} keys="Ctrl+S"><Button type="primary" icon={<SaveIcon />} loading={isSaving} disabled={isReadOnly} onClick={() => void save()}>{gridWords.save(good)}</Button></Hint>
          <Button icon={<CloseIcon />} onClick={close}>{entryMenuWords.backToList}</Button>
        </>
      )}
    >
      <div className="grid-page">
        <div className="grid-bar" role="toolbar" aria-label={gridWords.title(title)}>
          <Hint text={gridWords.insertRow} keys="Alt+Insert"><Button size="small" icon={<PlusIcon />} disabled={isReadOnly} onClick={() => run({ type: 'insertRow' })}>{gridWords.insertRow}</Button></Hint>
          <Hint text={gridWords.deleteRow} keys="Alt+Delete"><Button size="small" disabled={isReadOnly} onClick={() => run({ type: 'deleteRow' })}>{gridWords.deleteRow}</Button></Hint>
          <Hint text={gridWords.fillDown} keys="Ctrl+D"><Button size="small" icon={<DownIcon />} disabled={isReadOnly} onClick={() => run({ type: 'fillDown' })}>{gridWords.fillDown}</Button></Hint>
          <Hint text={gridWords.undo} keys="Ctrl+Z"><Button size="small" disabled={!canUndo} onClick={() => run({ type: 'undo' })}>{gridWords.undo}</Button></Hint>
          <Button size="small" disabled={isReadOnly} onClick={() => void clear()}>{gridWords.clear}</Button>
          <output className="grid-counts">{good + bad === 0 ? gridWords.noRows : gridWords.counts(good, bad)}</output>
          <span className="muted grid-kept">{kept === 'keeping' ? gridWords.keeping : kept === 'kept' && good + bad > 0 ? gridWords.kept : ''}</span>
        </div>
        {notes.length === 0 ? null : <Alert className="grid-notes" type={notes.length > 1 ? 'warning' : 'success'} closable={{ 'aria-label': commonWords.close, onClose: () => setNotes([]) }} title={notes.join('。')} />}
        <EntryGrid title={title} model={model} context={context} profile={profile} read={read} isReadOnly={isReadOnly} showsMissing={showsMissing} problemId={problemId} pasted={pasted} />
        <output id={problemId} className="grid-current">
          {current === undefined || (current.isMissing && !showsMissing) ? <span className="muted">{gridWords.help}</span> : <span className="field-problem">{gridWords.problemAt(current.row + 1, labelOf(current.columnId))} {current.message}</span>}
        </output>
        <ProblemPanel problems={problems} labelOf={labelOf} goTo={goToProblem} />
      </div>
    </Page>
  );
}

/** Entry of several records of one kind in a table; what is not saved waits as a draft. */
export function GridEntry(props: GridEntryProps): ReactNode {
  const { contract, kind } = props;
  const place = useMemo(() => gridPlace(contract.id, kind), [contract.id, kind]);
  const stored = useStoredDraft(place, gridDraft);
  if (stored.state === 'loading') return <LoadingView />;
  if (stored.state === 'error') return <FailureView failure={stored.failure} retry={stored.reload} />;
  return <LoadedGrid {...props} stored={stored.content} />;
}
