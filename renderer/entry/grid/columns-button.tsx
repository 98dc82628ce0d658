import { Button, Checkbox, Popover } from 'antd';
import type { ReactNode } from 'react';
import { columnId, type EntryColumn } from '../../../shared/entry/entry-row.ts';
import { UnorderedListIcon } from '../../parts/icons.tsx';
import { gridWords } from '../../words/entry-grid.ts';

/** Chooses which columns of a wide kind are shown; what must be filled cannot be hidden. */
export function ColumnsButton(props: { readonly columns: readonly EntryColumn[]; readonly shown: readonly string[]; readonly choose: (ids: readonly string[]) => void }): ReactNode {
  const { columns, shown, choose } = props;
  const choices = (
    <fieldset className="grid-columns">
      <legend className="muted">{gridWords.columnsRequired}</legend>
      {columns.map((column) => {
        const id = columnId(column);
        return (
          <Checkbox key={id} checked={shown.includes(id)} disabled={column.required} onChange={(event) => choose(event.target.checked ? [...shown, id] : shown.filter((other) => other !== id))}>
            {column.label}
          </Checkbox>
        );
      })}
    </fieldset>
  );
  return <Popover trigger="click" placement="bottomRight" content={choices}><Button icon={<UnorderedListIcon />}>{gridWords.columns}</Button></Popover>;
}
