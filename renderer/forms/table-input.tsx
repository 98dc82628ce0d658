import { ArrowDownIcon, ArrowUpIcon, DeleteIcon, PlusIcon } from '../parts/icons.tsx';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { FieldDefinition } from '../../shared/records/fields.ts';
import type { Path } from '../state/at-path.ts';
import { moved, without } from '../state/reorder.ts';
import { commonWords } from '../words/common.ts';
import { inputId, useFormScope, useFormValue } from './form-context.ts';
import type { InputDefinition, InputDefinitions, RowsInputDefinition } from './input-definition.ts';
import { TableCell } from './table-cell.tsx';

type TableDefinition = Extract<FieldDefinition, { type: 'table' }> | RowsInputDefinition;

function RowActions(props: { readonly row: number; readonly count: number; readonly move: (to: number) => void; readonly remove: () => void }): ReactNode {
  const { row, count, move, remove } = props;
  const { isDisabled } = useFormScope();
  const name = commonWords.row(row + 1);
  return (
    <td className="cell-actions">
      <Button type="text" size="small" icon={<ArrowUpIcon />} disabled={isDisabled || row === 0} aria-label={`${name} ${commonWords.moveUp}`} onClick={() => move(row - 1)} />
      <Button type="text" size="small" icon={<ArrowDownIcon />} disabled={isDisabled || row === count - 1} aria-label={`${name} ${commonWords.moveDown}`} onClick={() => move(row + 1)} />
      <Button type="text" size="small" danger icon={<DeleteIcon />} disabled={isDisabled} aria-label={`${name} ${commonWords.remove}`} onClick={remove} />
    </td>
  );
}

/** Rows that can be added, ordered and removed; each column is a field. */
export function TableInput(props: { readonly path: Path; readonly definition: TableDefinition }): ReactNode {
  const { path, definition } = props;
  const { model, isDisabled } = useFormScope();
  const value = useFormValue(path);
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const columns: readonly (readonly [string, InputDefinition])[] = Object.entries<InputDefinition>(definition.columns satisfies InputDefinitions);
  const change = (next: readonly unknown[]): void => model.getState().set(path, next);
  const newRow = definition.type === 'rows' ? definition.newRow : {};
  const widths: Readonly<Record<string, number>> = definition.type === 'rows' ? (definition.widths ?? {}) : {};
  // Rows that carry a number of their own need no second one.
  const isNumbered = definition.columns['no'] === undefined;
  return (
    <div className="table-input" id={inputId(path)}>
      <table>
        <thead hidden={rows.length === 0}>
          <tr>
            {isNumbered ? <th scope="col" className="row-number">{commonWords.rowNumber}</th> : null}
            {columns.map(([name, column]) => <th key={name} scope="col" style={{ minWidth: widths[name] }} className={column.required ? 'field-required' : ''}>{column.label}</th>)}
            <th scope="col"><span className="unseen">{commonWords.rowActions}</span></th>
          </tr>
        </thead>
        <tbody>
          {rows.map((_, row) => (
            // Rows have no identity of their own; every cell is controlled, so a place is identity enough.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={row}>
              {isNumbered ? <td className="row-number">{row + 1}</td> : null}
              {columns.map(([name, column]) => <td key={name} className={`cell-${column.type}`}><TableCell path={[...path, row, name]} definition={column} row={row} /></td>)}
              <RowActions row={row} count={rows.length} move={(to) => change(moved(rows, row, to))} remove={() => change(without(rows, row))} />
            </tr>
          ))}
        </tbody>
      </table>
      <Button size="small" type="dashed" icon={<PlusIcon />} disabled={isDisabled} onClick={() => change([...rows, newRow])}>{commonWords.addRow}</Button>
    </div>
  );
}
