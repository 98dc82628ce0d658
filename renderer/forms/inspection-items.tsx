import { CheckCircleIcon, PlusIcon } from '../parts/icons.tsx';
import { Button, Checkbox } from 'antd';
import { Fragment, useEffect, useRef, useState, type ReactNode } from 'react';
import { Hint } from '../parts/hint.tsx';
import { useShortcut } from '../state/use-shortcut.ts';
import { useContract } from '../state/workspace.ts';
import { commonWords } from '../words/common.ts';
import { inspectionWords } from '../words/forms.ts';
import { formValue } from './form-model.ts';
import { useFormProblem, useFormScope, useFormValue } from './form-context.ts';
import { InspectionRow } from './inspection-row.tsx';
import { changeCycle, isAbnormal, markAllNormal, needsAttention, proposeConclusion, type InspectionItem } from './inspection-values.ts';

const itemsPath = ['body', 'items'];
const cyclePath = ['body', 'cycle'];
const conclusionPath = ['body', 'conclusion'];

function itemsOf(value: unknown): readonly InspectionItem[] {
  // The draft holds rows of the inspection's table, complete or not.
  return Array.isArray(value) ? (value as readonly InspectionItem[]) : [];
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
  const items = itemsOf(useFormValue(itemsPath));
  const problem = useFormProblem(itemsPath);
  const [isFiltered, setIsFiltered] = useState(false);
  const list = useRef<HTMLTableSectionElement>(null);
  useProposedConclusion();
  useItemsOfCycle();

  const change = (next: readonly InspectionItem[]): void => model.getState().set(itemsPath, next);
  const markNormal = (): void => change(markAllNormal(items));
  useShortcut('Alt+A', markNormal, !isDisabled);

  const shown = items.map((item, index) => ({ item, index })).filter(({ item }) => !isFiltered || needsAttention(item));
  const answered = items.filter((item) => item.result !== undefined).length;
  return (
    <section className="field field-wide" aria-label={inspectionWords.items}>
      <div className="inspection-bar">
        <Hint text={inspectionWords.allNormalHint} keys="Alt+A">
          <Button icon={<CheckCircleIcon />} disabled={isDisabled || answered === items.length} onClick={markNormal}>{inspectionWords.allNormal}</Button>
        </Hint>
        <Checkbox checked={isFiltered} onChange={(event) => setIsFiltered(event.target.checked)}>{inspectionWords.exceptionsOnly}</Checkbox>
        <output className="inspection-progress">{inspectionWords.progress(answered, items.length, items.filter(isAbnormal).length)}</output>
      </div>
      <div className="field-help">{items.length === 0 ? inspectionWords.noItems : inspectionWords.keysHelp}</div>
      {problem === undefined ? null : <div className="field-problem" role="alert">{problem}</div>}
      <table className="inspection-table">
        <thead hidden={items.length === 0}>
          <tr><th scope="col">{inspectionWords.item}</th><th scope="col">{inspectionWords.result}</th><th scope="col">{inspectionWords.measured}</th><th scope="col"><span className="unseen">{commonWords.rowActions}</span></th></tr>
        </thead>
        <tbody ref={list}>
          {shown.map(({ item, index }, position) => (
            <Fragment key={index}>
              {item.category !== shown[position - 1]?.item.category && item.category !== undefined ? (
                <tr className="inspection-category"><th colSpan={4} scope="colgroup">{item.category}</th></tr>
              ) : null}
              <InspectionRow row={index} item={item} move={(step) => focusRow(list.current, index, step)} remove={() => change(items.filter((_, other) => other !== index))} />
            </Fragment>
          ))}
        </tbody>
      </table>
      {isFiltered && shown.length === 0 && items.length > 0 ? <p className="field-help">{inspectionWords.allHidden}</p> : null}
      <Button size="small" type="dashed" icon={<PlusIcon />} disabled={isDisabled} onClick={() => change([...items, {}])}>{commonWords.addRow}</Button>
    </section>
  );
}
