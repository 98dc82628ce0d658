import { Button, Checkbox, Popover } from 'antd';
import type { ReactNode } from 'react';
import { availableColumns, type ListColumn } from '../../../shared/records/list-columns.ts';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import type { KindName } from '../../../shared/records/kinds.ts';
import { ArrowDownIcon, ArrowUpIcon, ColumnsIcon } from '../../parts/icons.tsx';
import { commonWords } from '../../words/common.ts';
import { listWords } from '../../words/records.ts';
import { movedTo } from '../../attachments/moved-to.ts';

type ColumnsButtonProps = { readonly kind: KindName; readonly profile: ContractProfile; readonly shown: readonly ListColumn[]; readonly change: (columns: readonly string[] | undefined) => void };

function Choice(props: ColumnsButtonProps): ReactNode {
  const { kind, profile, shown, change } = props;
  const names = shown.map(({ name }) => name);
  const hidden = availableColumns(kind, profile).filter(({ name }) => !names.includes(name));
  return (
    <div className="column-choice">
      <ul aria-label={listWords.shownColumns}>
        {shown.map(({ name, label }, index) => (
          <li key={name}>
            <Checkbox checked disabled={shown.length === 1} onChange={() => change(names.filter((other) => other !== name))}>{label}</Checkbox>
            <span className="column-moves">
              <Button size="small" type="text" icon={<ArrowUpIcon />} disabled={index === 0} aria-label={listWords.moveColumn(commonWords.moveUp, label)} onClick={() => change(movedTo(names, index, index - 1))} />
              <Button size="small" type="text" icon={<ArrowDownIcon />} disabled={index === shown.length - 1} aria-label={listWords.moveColumn(commonWords.moveDown, label)} onClick={() => change(movedTo(names, index, index + 1))} />
            </span>
          </li>
        ))}
      </ul>
      {hidden.length === 0 ? null : (
        <ul aria-label={listWords.hiddenColumns} className="column-hidden">
          {hidden.map(({ name, label }) => <li key={name}><Checkbox checked={false} onChange={() => change([...names, name])}>{label}</Checkbox></li>)}
        </ul>
      )}
      <Button size="small" type="link" onClick={() => change(undefined)}>{listWords.usualColumns}</Button>
    </div>
  );
}

/** Which columns the list shows, and in which order. */
export function ColumnsButton(props: ColumnsButtonProps): ReactNode {
  return (
    <Popover trigger="click" placement="bottomRight" title={listWords.columns} content={<Choice {...props} />} classNames={{ root: 'list-popover' }}>
      <Button icon={<ColumnsIcon />}>{listWords.columns}</Button>
    </Popover>
  );
}
