import { Button, Checkbox, Tag } from 'antd';
import type { ReactNode } from 'react';
import { carriedStateTitles, isOverdue, type CarriedItem, type CarriedState } from '../../../../shared/carried/carried-item.ts';
import { daysBetween } from '../../../../shared/dates.ts';
import { carriedWords } from '../../../words/carried.ts';

const stateColors: Readonly<Record<CarriedState, string>> = { out: 'processing', returned: 'success', destroyed: 'success', void: 'default' };

/** 在外, and for how many days too long; or how it ended. */
export function CarriedStateTag(props: { readonly item: CarriedItem; readonly today: string }): ReactNode {
  const { item, today } = props;
  if (isOverdue(item, today)) return <Tag color="error">{carriedStateTitles.out}　{carriedWords.daysLate(daysBetween(item.permission.dueOn, today))}</Tag>;
  return <Tag color={stateColors[item.state]}>{carriedStateTitles[item.state]}</Tag>;
}

type InventoryTableProps = {
  readonly items: readonly CarriedItem[];
  readonly today: string;
  readonly isReadOnly: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly choose: (ids: readonly string[], isChosen: boolean) => void;
  readonly look: (item: CarriedItem) => void;
  readonly close: (item: CarriedItem) => void;
};

/** 台账: every carried item with what it is on, who has it, until when, and where it stands. */
export function InventoryTable(props: InventoryTableProps): ReactNode {
  const { items, today, isReadOnly, chosen, choose, look, close } = props;
  const out = items.filter(({ state }) => state === 'out').map(({ id }) => id);
  const areAll = out.length > 0 && out.every((id) => chosen.has(id));
  return (
    <div className="table-scroll">
      <table className="plain-table carried-table" aria-label={carriedWords.inventory}>
        <thead>
          <tr>
            {isReadOnly ? null : <th scope="col" className="plan-choice"><Checkbox checked={areAll} indeterminate={!areAll && out.some((id) => chosen.has(id))} disabled={out.length === 0} aria-label={carriedWords.chooseAll} onChange={(event) => choose(out, event.target.checked)} /></th>}
            {[carriedWords.number, carriedWords.title, carriedWords.medium, carriedWords.carrier, carriedWords.days, carriedWords.encryption, carriedWords.state].map((title) => <th key={title} scope="col">{title}</th>)}
            <th scope="col"><span className="unseen">{carriedWords.look}</span></th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const { permission, file } = item;
            return (
              <tr key={item.id} className={item.state === 'void' ? 'carried-void' : undefined}>
                {isReadOnly ? null : <td className="plan-choice">{item.state === 'out' ? <Checkbox checked={chosen.has(item.id)} aria-label={carriedWords.choose(item.number)} onChange={(event) => choose([item.id], event.target.checked)} /> : null}</td>}
                <th scope="row">{item.number}</th>
                <td>{permission.title}{file === undefined ? null : <span className="template-file">{file.name}</span>}</td>
                <td>{permission.medium} {permission.mediumNumber}</td>
                <td>{carriedWords.takenTo(permission.carrier, permission.recipient)}</td>
                <td className="carried-days">{carriedWords.span(permission.takenOn, permission.dueOn)}</td>
                <td>{item.isEncrypted ? carriedWords.encrypted : <Tag color="warning" title={item.openReason}>{carriedWords.open}</Tag>}</td>
                <td><CarriedStateTag item={item} today={today} /></td>
                <td className="cell-actions">
                  <Button size="small" type="link" aria-label={carriedWords.lookOne(item.number)} onClick={() => look(item)}>{carriedWords.look}</Button>
                  {item.state !== 'out' || isReadOnly ? null : <Button size="small" type="link" aria-label={carriedWords.closeOne(item.number)} onClick={() => close(item)}>{carriedWords.close}</Button>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
