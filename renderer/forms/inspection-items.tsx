import { CheckCircleIcon, PlusIcon } from '../parts/icons.tsx';
import { Button, Checkbox, Input, type InputRef } from 'antd';
import { Fragment, useCallback, useDeferredValue, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { Hint } from '../parts/hint.tsx';
import { useShortcut } from '../state/use-shortcut.ts';
import { useContract } from '../state/workspace.ts';
import { commonWords } from '../words/common.ts';
import { inspectionWords } from '../words/forms.ts';
import { formValue } from './form-model.ts';
import { useFormProblem, useFormScope } from './form-context.ts';
import { InspectionRow } from './inspection-row.tsx';
import { changeCycle, isAbnormal, markAllNormal, needsAttention, proposeConclusion, type InspectionItem } from './inspection-values.ts';

const itemsPath = ['body', 'items'];
const cyclePath = ['body', 'cycle'];
const conclusionPath = ['body', 'conclusion'];

function itemsOf(value: unknown): readonly InspectionItem[] {
  // The draft holds rows of the inspection's table, complete or not.
  return Array.isArray(value) ? (value as readonly InspectionItem[]) : [];
}

/** What the list draws of its rows itself; everything else of a row is drawn by the row's own inputs. */
const listedColumns = ['category', 'item', 'method', 'standard', 'result'] as const;

function areListedAlike(before: readonly InspectionItem[], after: readonly InspectionItem[]): boolean {
  return before.length === after.length && before.every((item, row) => item === after[row] || listedColumns.every((column) => item[column] === after[row]?.[column]));
}

/** The rows as the list needs them: the same array while somebody only writes into the inputs of a row, so that a key draws no list. */
function useListedItems(): readonly InspectionItem[] {
  const { model } = useFormScope();
  const listed = useRef<readonly InspectionItem[]>([]);
  return useStore(model, (state) => {
    const items = itemsOf(formValue(state, itemsPath));
    if (!areListedAlike(listed.current, items)) listed.current = items;
    return listed.current;
  });
}

/** Keeps the conclusion in step with the results until a person chooses another one. */
function useProposedConclusion(): void {
  const { model, isDisabled } = useFormScope();
  useEffect(() => {
    if (isDisabled) return;
    return model.subscribe((state, previous) => {
      const items = formValue(state, itemsPath);
      const before = formValue(previous, itemsPath);
      if (items === before) return;
      const chosen = formValue(state, conclusionPath);
      const proposal = proposeConclusion(itemsOf(items));
      if ((chosen === undefined || chosen === proposeConclusion(itemsOf(before))) && chosen !== proposal) state.set(conclusionPath, proposal);
    });
  }, [model, isDisabled]);
}

/** Another cycle checks other items. */
function useItemsOfCycle(): void {
  const { model, isDisabled } = useFormScope();
  const checklist = useContract()?.profile.checklist;
  useEffect(() => {
    if (isDisabled || checklist === undefined) return;
    return model.subscribe((state, previous) => {
      const cycle = formValue(state, cyclePath);
      // Copying another record changes the items together with the cycle.
      const isChosen = cycle !== formValue(previous, cyclePath) && formValue(state, itemsPath) === formValue(previous, itemsPath);
      if (isChosen && typeof cycle === 'string') state.set(itemsPath, changeCycle(itemsOf(formValue(state, itemsPath)), checklist, cycle));
    });
  }, [model, isDisabled, checklist]);
}

/** Before the first row. */
const noRow = -1;

/** So many rows are there at once when a form opens; they fill any window. The others follow piece by piece, and no key waits for them. */
const rowsAtOnce = 30;

/** Whether an item is looked for: all words of the search, anywhere in its name or category. */
function isNamed(item: InspectionItem, wanted: string): boolean {
  const text = `${item.category ?? ''} ${item.item ?? ''}`.toLowerCase();
  return wanted.trim().toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

/** Puts the cursor on the result of the row after `row`, or before it. */
function focusRow(list: HTMLElement | null, row: number, step: 1 | -1): void {
  const groups = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const at = groups.findIndex((group) => group.dataset['row'] === String(row));
  const radios = groups[at + step]?.querySelectorAll<HTMLInputElement>('[type="radio"]') ?? [];
  ([...radios].find((radio) => radio.checked) ?? radios[0])?.focus();
}

/** The checklist of an inspection: results by key, exceptions with their details, everything else in one stroke. */
export function InspectionItems(): ReactNode {
  const { model, isDisabled } = useFormScope();
  const items = useListedItems();
  const problem = useFormProblem(itemsPath);
  const [isFiltered, setIsFiltered] = useState(false);
  const [wanted, setWanted] = useState('');
  const search = useRef<InputRef>(null);
  const list = useRef<HTMLTableSectionElement>(null);
  useProposedConclusion();
  useItemsOfCycle();

  const change = useCallback((make: (items: readonly InspectionItem[]) => readonly InspectionItem[]): void => {
    model.getState().set(itemsPath, make(itemsOf(formValue(model.getState(), itemsPath))));
  }, [model]);
  const move = useCallback((row: number, step: 1 | -1) => focusRow(list.current, row, step), []);
  const remove = useCallback((row: number) => change((rows) => rows.filter((_, other) => other !== row)), [change]);
  const markNormal = (): void => {
    change(markAllNormal);
    // From here the arrows and the keys lead on to the exceptions.
    focusRow(list.current, noRow, 1);
  };
  const pressInSearch = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    focusRow(list.current, noRow, 1);
  };
  useShortcut('Alt+A', markNormal, !isDisabled);
  useShortcut('Alt+F', () => search.current?.focus({ cursor: 'all' }));

  const shown = items.map((item, index) => ({ item, index })).filter(({ item }) => (!isFiltered || needsAttention(item)) && isNamed(item, wanted));
  const isComplete = useDeferredValue(true, false);
  const answered = items.filter((item) => item.result !== undefined).length;
  return (
    <section className="field field-wide" aria-label={inspectionWords.items}>
      <div className="inspection-bar">
        {isDisabled ? null : (
          <Hint text={inspectionWords.allNormalHint} keys="Alt+A">
            <Button icon={<CheckCircleIcon />} disabled={answered === items.length} onClick={markNormal}>{inspectionWords.allNormal}</Button>
          </Hint>
        )}
        <Hint text={inspectionWords.searchHint} keys="Alt+F">
          <Input ref={search} className="inspection-search" size="small" allowClear aria-label={inspectionWords.search} placeholder={inspectionWords.search} value={wanted} onChange={(event) => setWanted(event.target.value)} onKeyDown={pressInSearch} />
        </Hint>
        <Checkbox checked={isFiltered} onChange={(event) => setIsFiltered(event.target.checked)}>{inspectionWords.exceptionsOnly}</Checkbox>
        <output className="inspection-progress">{inspectionWords.progress(answered, items.length, items.filter(isAbnormal).length)}</output>
      </div>
      {isDisabled ? null : <div className="field-help">{items.length === 0 ? inspectionWords.noItems : inspectionWords.keysHelp}</div>}
      {problem === undefined ? null : <div className="field-problem" role="alert">{problem}</div>}
      <table className="inspection-table">
        <thead hidden={items.length === 0}>
          <tr><th scope="col">{inspectionWords.item}</th><th scope="col">{inspectionWords.result}</th><th scope="col">{inspectionWords.measured}</th><th scope="col"><span className="unseen">{commonWords.rowActions}</span></th></tr>
        </thead>
        <tbody ref={list}>
          {(isComplete ? shown : shown.slice(0, rowsAtOnce)).map(({ item, index }, position) => (
            <Fragment key={index}>
              {item.category !== shown[position - 1]?.item.category && item.category !== undefined ? (
                <tr className="inspection-category"><th colSpan={4} scope="colgroup">{item.category}</th></tr>
              ) : null}
              <InspectionRow row={index} item={item} move={move} remove={remove} />
            </Fragment>
          ))}
        </tbody>
      </table>
      {(isFiltered || wanted !== '') && shown.length === 0 && items.length > 0 ? <p className="field-help">{inspectionWords.allHidden}</p> : null}
      <Button size="small" type="dashed" icon={<PlusIcon />} disabled={isDisabled} onClick={() => change((rows) => [...rows, {}])}>{commonWords.addRow}</Button>
    </section>
  );
}
