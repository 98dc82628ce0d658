import { Button, Tooltip } from 'antd';
import { useRef, useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react';
import { inputId, useFormScope, useFormValue } from '../../../forms/form-context.ts';
import type { InputDefinition, RowsInputDefinition } from '../../../forms/input-definition.ts';
import { TableCell } from '../../../forms/table-cell.tsx';
import { CopyIcon, DeleteIcon, DragIcon, PlusIcon, SnippetsIcon } from '../../../parts/icons.tsx';
import type { Path } from '../../../state/at-path.ts';
import { duplicated, moved, without } from '../../../state/reorder.ts';
import { commonWords } from '../../../words/common.ts';
import { rowsWords as words } from '../../../words/settings-rows.ts';
import { PasteDialog } from './paste-dialog.tsx';

type RowProps = {
  readonly path: Path;
  readonly index: number;
  readonly columns: readonly (readonly [string, InputDefinition])[];
  /** Rows that carry a number of their own need no second one. */
  readonly isNumbered: boolean;
  readonly isTarget: boolean;
  readonly move: (to: number) => void;
  readonly copy: () => void;
  readonly remove: () => void;
  readonly drag: (event: DragEvent) => void;
  readonly dragEnd: () => void;
  readonly over: () => void;
  readonly drop: (event: DragEvent) => void;
};

function Row(props: RowProps): ReactNode {
  const { path, index, columns, isTarget, move, copy, remove } = props;
  const { isDisabled } = useFormScope();
  const name = commonWords.row(index + 1);
  const onKey = (event: KeyboardEvent): void => {
    if (!event.altKey || isDisabled || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(index + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <tr className={isTarget ? 'row-target' : undefined} onKeyDown={onKey} onDragOver={(event) => { event.preventDefault(); props.over(); }} onDrop={props.drop}>
      <td className="row-handle">
        <Tooltip title={words.drag(name)} mouseEnterDelay={0.6}>
          <button type="button" draggable={!isDisabled} disabled={isDisabled} aria-label={words.drag(name)} onDragStart={props.drag} onDragEnd={props.dragEnd}><DragIcon />{props.isNumbered ? index + 1 : null}</button>
        </Tooltip>
      </td>
      {columns.map(([column, definition]) => <td key={column} className={`cell-${definition.type}`}><TableCell path={[...path, index, column]} definition={definition} row={index} /></td>)}
      <td className="cell-actions">
        <Tooltip title={words.duplicate} mouseEnterDelay={0.6}><Button type="text" size="small" icon={<CopyIcon />} disabled={isDisabled} aria-label={`${name} ${words.duplicate}`} onClick={copy} /></Tooltip>
        <Button type="text" size="small" danger icon={<DeleteIcon />} disabled={isDisabled} aria-label={`${name} ${commonWords.remove}`} onClick={remove} />
      </td>
    </tr>
  );
}

type RowsEditorProps = {
  readonly path: Path;
  readonly definition: RowsInputDefinition;
  /** Makes a copied row different where two must not be the same, e.g. its code. */
  readonly copyOf?: (row: unknown, rows: readonly unknown[]) => unknown;
  /** A new row, where it depends on those that are there. */
  readonly newRow?: (rows: readonly unknown[]) => unknown;
  /** Asked before a row goes. */
  readonly mayRemove?: (row: unknown) => Promise<boolean>;
};

/** A table of the profile: rows dragged or moved by Alt and the arrow keys, copied, removed, and pasted from Excel. */
export function RowsEditor(props: RowsEditorProps): ReactNode {
  const { path, definition } = props;
  const { model, isDisabled } = useFormScope();
  const value = useFormValue(path);
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const columns = Object.entries<InputDefinition>(definition.columns);
  const widths = definition.widths ?? {};
  const isNumbered = definition.columns['no'] === undefined;
  const [isPasting, setIsPasting] = useState(false);
  const [target, setTarget] = useState<number>();
  const dragged = useRef<number>(undefined);
  const body = useRef<HTMLTableSectionElement>(null);
  const change = (next: readonly unknown[]): void => model.getState().set(path, next);

  const move = (from: number, to: number): void => {
    if (to < 0 || to >= rows.length) return;
    // The focus follows the row: the cell of the same column, or the handle.
    const cells = [...(body.current?.rows[from]?.querySelectorAll<HTMLElement>('button, input, textarea') ?? [])];
    const at = cells.findIndex((cell) => cell === document.activeElement);
    change(moved(rows, from, to));
    requestAnimationFrame(() => [...(body.current?.rows[to]?.querySelectorAll<HTMLElement>('button, input, textarea') ?? [])][at]?.focus());
  };
  const remove = async (index: number): Promise<void> => {
    if (props.mayRemove === undefined || await props.mayRemove(rows[index])) change(without(rows, index));
  };
  const drop = (event: DragEvent, to: number): void => {
    event.preventDefault();
    if (dragged.current !== undefined) change(moved(rows, dragged.current, to));
    dragged.current = undefined;
    setTarget(undefined);
  };

  return (
    <div className="table-input rows-editor" id={inputId(path)}>
      {rows.length === 0 ? <p className="muted">{words.empty}</p> : (
        <table>
          <thead>
            <tr>
              <th scope="col" className="row-number">{isNumbered ? commonWords.rowNumber : <span className="unseen">{commonWords.rowNumber}</span>}</th>
              {columns.map(([name, column]) => <th key={name} scope="col" style={{ minWidth: widths[name], width: widths[name] }} className={column.required ? 'field-required' : ''}>{column.label}</th>)}
              <th scope="col"><span className="unseen">{commonWords.rowActions}</span></th>
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map((_, index) => (
              <Row
                // Rows have no identity of their own; every cell is controlled, so a place is identity enough.
                // oxlint-disable-next-line react/no-array-index-key
                key={index}
                path={path}
                index={index}
                columns={columns}
                isNumbered={isNumbered}
                isTarget={target === index}
                move={(to) => move(index, to)}
                copy={() => change(duplicated(rows, index, (row) => props.copyOf?.(row, rows) ?? row))}
                remove={() => void remove(index)}
                drag={(event) => {
                  dragged.current = index;
                  event.dataTransfer.effectAllowed = 'move';
                }}
                dragEnd={() => setTarget(undefined)}
                over={() => setTarget(index)}
                drop={(event) => drop(event, index)}
              />
            ))}
          </tbody>
        </table>
      )}
      <div className="rows-foot">
        <Button size="small" type="dashed" icon={<PlusIcon />} disabled={isDisabled} onClick={() => change([...rows, props.newRow?.(rows) ?? definition.newRow])}>{commonWords.addRow}</Button>
        <Button size="small" type="text" icon={<SnippetsIcon />} disabled={isDisabled} onClick={() => setIsPasting(true)}>{words.paste}</Button>
      </div>
      {isPasting ? <PasteDialog definition={definition} close={() => setIsPasting(false)} take={(pasted, isReplacing) => change(isReplacing ? [...pasted] : [...rows, ...pasted])} /> : null}
    </div>
  );
}
