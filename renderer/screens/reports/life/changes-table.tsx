import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { formatNumber } from '../../../../shared/deliverables/format-value.ts';
import type { FigureChange, RecordCause } from '../../../../shared/figures/frozen-figures.ts';
import type { ChangedRecord, ExplainedDifference } from '../../../../shared/ipc/report-life-channels.ts';
import { goTo } from '../../../state/navigation.ts';
import { lifeWords } from '../../../words/report-life.ts';

/** A frozen or present value with its unit. */
export function figureText(value: number | null, { decimals, unit }: Pick<ExplainedDifference, 'decimals' | 'unit'>): string {
  return value === null ? lifeWords.noValue : `${formatNumber(value, decimals)} ${unit}`;
}

/** So many records are named at once. */
const shownCauses = 4;

const causeOrder = { removed: 0, added: 1, changed: 2 } satisfies Record<RecordCause['change'], number>;

function Causes(props: { readonly change: FigureChange; readonly recordOf: ReadonlyMap<string, ChangedRecord> }): ReactNode {
  const { change, recordOf } = props;
  // What came or went moves a count; it is not to hide behind corrections.
  const causes = change.causes.toSorted((a, b) => causeOrder[a.change] - causeOrder[b.change]);
  const [isOpen, setIsOpen] = useState(false);
  if (causes.length === 0) return <span className="muted">{lifeWords.noCause}</span>;
  const shown = isOpen ? causes : causes.slice(0, shownCauses);
  return (
    <ul className="life-causes">
      {shown.map(({ id, change: cause }) => {
        const record = recordOf.get(id);
        const { kind } = record ?? {};
        const number = record === undefined || record.number === '' ? lifeWords.unnamed : record.number;
        return (
          <li key={id}>
            <span className="muted">{lifeWords.causeNames[cause]}</span>{' '}
            {kind === undefined ? number : <Button type="link" size="small" title={record?.title} aria-label={lifeWords.openRecord(number)} onClick={() => void goTo({ screen: 'records', kind, open: id })}>{number}</Button>}
          </li>
        );
      })}
      {shown.length === causes.length ? null : <li><Button type="link" size="small" aria-expanded={false} onClick={() => setIsOpen(true)}>{lifeWords.moreCauses(causes.length - shown.length)}</Button></li>}
    </ul>
  );
}

/** What a frozen report said and what the records say now, figure by figure, with the records behind each difference. */
export function ChangesTable(props: { readonly changes: readonly FigureChange[]; readonly records: readonly ChangedRecord[] }): ReactNode {
  const recordOf = new Map(props.records.map((record) => [record.id, record]));
  return (
    <div className="figures-scroll">
      <table className="plain-table life-changes" aria-label={lifeWords.changes}>
        <thead>
          <tr>
            <th scope="col">{lifeWords.figure}</th>
            <th scope="col" className="cell-count">{lifeWords.before}</th>
            <th scope="col" className="cell-count">{lifeWords.after}</th>
            <th scope="col">{lifeWords.causes}</th>
          </tr>
        </thead>
        <tbody>
          {props.changes.map((change) => (
            <tr key={change.figure}>
              <th scope="row">{change.label}</th>
              <td className="cell-count">{figureText(change.before, change)}</td>
              <td className="cell-count figure-differs">{figureText(change.after, change)}</td>
              <td><Causes change={change} recordOf={recordOf} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
