import { DeleteIcon } from '../parts/icons.tsx';
import { Button } from 'antd';
import { memo, useEffect, useRef, useState, type ReactNode } from 'react';
import { inspection } from '../../shared/records/kinds/inspection.ts';
import type { Fields } from '../../shared/records/fields.ts';
import { commonWords } from '../words/common.ts';
import { inspectionWords, linkWords } from '../words/forms.ts';
import { inputId, useFormPlace, useFormProblem, useFormScope, useFormValue } from './form-context.ts';
import { FormInput } from './form-input.tsx';
import type { InputDefinition } from './input-definition.ts';
import { isAbnormal, type InspectionItem } from './inspection-values.ts';
import { ResultKeys } from './result-keys.tsx';

type ColumnName = keyof InspectionItem;

const { items } = inspection.fields satisfies Fields;
const columns: Fields = items.type === 'table' ? items.columns : {};
const detailColumns: readonly ColumnName[] = ['handling', 'handledBy', 'rectifiedOn', 'remark'];

/** The form finds the record by what is typed; what is stored is its number. */
function inputDefinition(column: ColumnName): InputDefinition | undefined {
  const definition = columns[column];
  return column === 'handledBy' && definition !== undefined ? { ...definition, type: 'recordNumber' } : definition;
}

const inputs: ReadonlyMap<ColumnName, InputDefinition | undefined> = new Map((['category', 'item', 'measured', ...detailColumns] as const).map((column) => [column, inputDefinition(column)]));

function RowInput(props: { readonly row: number; readonly column: ColumnName; readonly name: string; readonly isLabelled?: boolean }): ReactNode {
  const { row, column, name, isLabelled } = props;
  const path = ['body', 'items', row, column];
  const definition = inputs.get(column);
  const place = useFormPlace(path);
  const problem = useFormProblem(path);
  if (definition === undefined) return null;
  return (
    <div className={`inspection-input inspection-${column}`} data-place={place}>
      {isLabelled === true ? <label htmlFor={inputId(path)}>{definition.label}</label> : null}
      <FormInput path={path} definition={definition} cellName={inspectionWords.inputOf(name, definition.label)} />
      {problem === undefined ? null : <div className="field-problem" role="alert">{problem}</div>}
    </div>
  );
}

/** An item of the checklist is read; one that was added on the spot is written. */
function ItemName(props: { readonly row: number; readonly item: InspectionItem; readonly name: string; readonly isAdded: boolean }): ReactNode {
  const { row, item, name, isAdded } = props;
  if (isAdded) return <div className="inspection-added"><RowInput row={row} column="category" name={name} isLabelled /><RowInput row={row} column="item" name={name} isLabelled /></div>;
  const explanation = [item.method, item.standard].filter((text) => text !== undefined).join('；');
  return <><div className="inspection-item">{item.item}</div>{explanation === '' ? null : <div className="inspection-standard">{explanation}</div>}</>;
}

/** From an abnormal item to the record that handles it. */
function HandlingButtons(props: { readonly row: number; readonly name: string }): ReactNode {
  const { row, name } = props;
  const { handleItem, isDisabled } = useFormScope();
  const number = useFormValue(['body', 'items', row, 'handledBy']);
  if (handleItem === undefined || isDisabled || (typeof number === 'string' && number !== '')) return null;
  return (
    <span className="inspection-actions">
      <Button size="small" aria-label={linkWords.newFor(name, linkWords.newWork)} onClick={() => handleItem(row, 'worklog')}>{linkWords.newWork}</Button>
      <Button size="small" aria-label={linkWords.newFor(name, linkWords.newIncident)} onClick={() => handleItem(row, 'incident')}>{linkWords.newIncident}</Button>
    </span>
  );
}

type InspectionRowProps = { readonly row: number; readonly item: InspectionItem; readonly move: (row: number, step: 1 | -1) => void; readonly remove: (row: number) => void };

/** One checked item; what was found wrong opens a line for the details. */
export const InspectionRow = memo(function InspectionRow(props: InspectionRowProps): ReactNode {
  const { row, item, move, remove } = props;
  const { model, isDisabled } = useFormScope();
  const resultPath = ['body', 'items', row, 'result'];
  const problem = useFormProblem(resultPath);
  const place = useFormPlace(resultPath);
  // Once a row is written by hand it stays so, even while its text is being completed.
  const [isAdded] = useState(item.item === undefined || item.category === undefined);
  const wantsDetails = useRef(false);
  const name = item.item ?? commonWords.row(row + 1);
  const hasDetails = isAbnormal(item);

  // The line of details exists only after the answer was drawn.
  useEffect(() => {
    if (!hasDetails || !wantsDetails.current) return;
    wantsDetails.current = false;
    document.getElementById(inputId(['body', 'items', row, 'handling']))?.focus();
  }, [hasDetails, item.result, row]);

  const answer = (result: NonNullable<InspectionItem['result']>, isByKey: boolean): void => {
    const needsDetails = isAbnormal({ result });
    wantsDetails.current = needsDetails && isByKey;
    model.getState().set(resultPath, result);
    if (isByKey && !needsDetails) move(row, 1);
  };

  return (
    <>
      <tr className={hasDetails ? 'inspection-row inspection-row-abnormal' : 'inspection-row'} data-row={row}>
        <td className="inspection-name"><ItemName row={row} item={item} name={name} isAdded={isAdded} /></td>
        <td className="inspection-result" data-place={place}>
          <ResultKeys id={inputId(resultPath)} name={inspectionWords.resultOf(name)} value={item.result} isInvalid={problem !== undefined} isDisabled={isDisabled} answer={answer} move={(step) => move(row, step)} />
          {problem === undefined ? null : <div className="field-problem" role="alert">{problem}</div>}
        </td>
        <td className="inspection-measure"><RowInput row={row} column="measured" name={name} /></td>
        <td>
          {/* The library's button is four times as much to draw, two hundred times. */}
          <button type="button" className="row-remove" disabled={isDisabled} aria-label={inspectionWords.removeItem(name)} onClick={() => remove(row)}><DeleteIcon /></button>
        </td>
      </tr>
      {hasDetails ? (
        <tr className="inspection-details">
          <td colSpan={4}><div>{detailColumns.map((column) => <RowInput key={column} row={row} column={column} name={name} isLabelled />)}</div><HandlingButtons row={row} name={name} /></td>
        </tr>
      ) : null}
    </>
  );
});
