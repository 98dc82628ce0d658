import { Button, Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { formatChineseDate } from '../../../shared/dates.ts';
import { kindOf } from '../../../shared/records/kinds.ts';
import { takenOverKind } from '../../../shared/renewal/taken-over.ts';
import type { Unsettled } from '../../../shared/renewal/unsettled.ts';
import { unsettledWords as words } from '../../words/first-run.ts';

/** Names a matter among the unfinished ones of a contract. */
export function matterKey({ recordId, row }: Pick<Unsettled, 'recordId' | 'row'>): string {
  return `${recordId} ${row ?? ''}`;
}

type UnsettledListProps = { readonly matters: readonly Unsettled[]; readonly left: ReadonlySet<string>; readonly change: (left: ReadonlySet<string>) => void };

/** What the former service year leaves unfinished: everything goes on in the next one unless somebody leaves it out. */
export function UnsettledList(props: UnsettledListProps): ReactNode {
  const { matters, left, change } = props;
  const taken = matters.length - left.size;
  const toggle = (key: string, isTaken: boolean): void => change(new Set(isTaken ? [...left].filter((other) => other !== key) : [...left, key]));
  if (matters.length === 0) return <p className="muted">{words.none}</p>;
  return (
    <>
      <p className="muted">{words.note}</p>
      <div className="unsettled-head">
        <strong>{words.count(taken, matters.length)}</strong>
        <Button size="small" disabled={left.size === 0} onClick={() => change(new Set())}>{words.all}</Button>
        <Button size="small" disabled={taken === 0} onClick={() => change(new Set(matters.map(matterKey)))}>{words.nothing}</Button>
      </div>
      <ul className="unsettled" aria-label={words.title}>
        {matters.map((matter) => {
          const { kind, number, date, title, why } = matter;
          const key = matterKey(matter);
          return (
            <li key={key}>
              <Checkbox checked={!left.has(key)} onChange={(event) => toggle(key, event.target.checked)}>
                <strong>{number === '' ? kindOf(kind).title : number}</strong> {title}
                <span className="muted">　{formatChineseDate(date)}，{why}；{words.becomes(kindOf(takenOverKind(kind)).title)}</span>
              </Checkbox>
            </li>
          );
        })}
      </ul>
    </>
  );
}
