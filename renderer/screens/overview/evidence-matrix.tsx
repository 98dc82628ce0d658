import { Dropdown, Tag } from 'antd';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { EvidenceCount, EvidenceRow, Overview, OverviewMonth } from '../../../shared/ipc/overview.ts';
import { kindOf } from '../../../shared/records/kinds.ts';
import { EmptyView } from '../../parts/state-views.tsx';
import { goTo } from '../../state/navigation.ts';
import { calendarWords, evidenceWords } from '../../words/overview-pictures.ts';
import { countRoute, emptyCellRoute, isAhead, shadeOf, totalOf, yearSpans } from './evidence-cells.ts';
import { focusCell, moveInTable, moveOf } from '../../parts/roving-focus.ts';

type CellProps = { readonly row: EvidenceRow; readonly month: OverviewMonth; readonly counts: readonly EvidenceCount[]; readonly name: string; readonly isActive: boolean };

/** One number. Records of several kinds are asked apart first, because lists are of one kind. */
function Cell(props: CellProps): ReactNode {
  const { row, month, counts, name, isActive } = props;
  const count = totalOf(counts);
  const label = evidenceWords.cell(row.name, calendarWords.month(month.key), count);
  const [only, ...others] = counts;
  const route = only === undefined ? emptyCellRoute(row, month) : others.length === 0 ? countRoute(row, only) : undefined;
  const button = (
    <button
      type="button"
      className={`evidence-cell evidence-${shadeOf(count)}`}
      data-cell={name}
      tabIndex={isActive ? 0 : -1}
      title={[label, ...counts.map((entry) => evidenceWords.kind(kindOf(entry.kind).title, entry.count))].join('\n')}
      aria-label={label}
      onClick={route === undefined ? undefined : () => void goTo(route)}
    >
      {count}
    </button>
  );
  if (route !== undefined) return button;
  const items = counts.map((entry) => ({ key: entry.kind, label: evidenceWords.kind(kindOf(entry.kind).title, entry.count), onClick: () => void goTo(countRoute(row, entry)) }));
  // A menu that opens on a key must be reachable by keys.
  // oxlint-disable-next-line jsx-a11y/no-autofocus
  return <Dropdown trigger={['click']} autoFocus menu={{ items }}>{button}</Dropdown>;
}

/** Priced service items × months, with the number of records that prove each: where a row or a month is empty something is missing. */
export function EvidenceMatrix(props: { readonly overview: Overview }): ReactNode {
  const { evidence, months, today } = props.overview;
  const [active, setActive] = useState({ row: 0, column: 0 });

  const follow = (event: KeyboardEvent<HTMLTableElement>): void => {
    const move = moveOf(event);
    const current = event.target instanceof HTMLElement ? event.target.dataset['cell'] : undefined;
    if (move === undefined || current === undefined) return;
    event.preventDefault();
    const [row = 0, column = 0] = current.split('-').map(Number);
    const ahead = months.findIndex((month, position) => evidence.every(({ cells }) => isAhead(month, cells[position] ?? [], today)));
    const target = moveInTable(move, row, column, evidence.length, ahead === -1 ? months.length : Math.max(1, ahead));
    setActive(target);
    focusCell(event.currentTarget, `${target.row}-${target.column}`);
  };

  return (
    <section className="panel" aria-label={evidenceWords.title}>
      <header className="panel-head"><h2>{evidenceWords.title}</h2><span className="muted">{evidenceWords.note}</span></header>
      {evidence.length === 0 ? <EmptyView text={evidenceWords.noItems} /> : (
        <div className="evidence-scroll">
          {/* Keys on a cell bubble up to here. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
          <table className="evidence" aria-label={evidenceWords.title} aria-description={evidenceWords.keys} onKeyDown={follow}>
            <thead>
              <tr>
                <th rowSpan={2} scope="col">{evidenceWords.item}</th>
                {yearSpans(months).map((span) => <th key={span.year} colSpan={span.months} scope="colgroup">{evidenceWords.year(span.year)}</th>)}
                <th rowSpan={2} scope="col">{evidenceWords.total}</th>
              </tr>
              <tr>{months.map((month) => <th key={month.key} scope="col">{evidenceWords.month(month.key)}</th>)}</tr>
            </thead>
            <tbody>
              {evidence.map((row, position) => (
                <tr key={row.no} className={row.total === 0 ? 'evidence-none' : undefined}>
                  <th scope="row" title={row.name}><span>{row.no}. {row.name}</span></th>
                  {months.map((month, column) => {
                    const counts = row.cells[column] ?? [];
                    return (
                      <td key={month.key}>
                        {isAhead(month, counts, today) ? null : <Cell row={row} month={month} counts={counts} name={`${position}-${column}`} isActive={active.row === position && active.column === column} />}
                      </td>
                    );
                  })}
                  <td className="evidence-total">{row.total === 0 ? <Tag color="red">{evidenceWords.none}</Tag> : row.total}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
