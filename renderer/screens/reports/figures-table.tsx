import { Button } from 'antd';
import { Fragment, useState, type ReactNode } from 'react';
import { formatNumber } from '../../../shared/deliverables/format-value.ts';
import { figureChapters } from '../../../shared/figures/figure.ts';
import type { PeriodDigest, PeriodFigure, ReportPeriod } from '../../../shared/ipc/report-channels.ts';
import { goTo } from '../../state/navigation.ts';
import { reportScreenWords } from '../../words/reports.ts';
import { CountedDialog } from './counted-dialog.tsx';

function shown(value: number | undefined, figure: PeriodFigure): string {
  return value === undefined ? reportScreenWords.noValue : `${formatNumber(value, figure.decimals)} ${figure.unit}`;
}

/** `+3`, `-0.5`; nothing to say where one of both is absent. */
function changeText({ value, previous, decimals }: PeriodFigure): string {
  if (value === undefined || previous === undefined) return '';
  const change = formatNumber(value - previous, decimals);
  if (Number(change) === 0) return reportScreenWords.same;
  return value > previous ? `+${change}` : change;
}

function differs({ value, reported, decimals }: PeriodFigure): boolean {
  return reported !== undefined && (value === undefined || formatNumber(value, decimals) !== formatNumber(reported, decimals));
}

type FiguresTableProps = { readonly contractId: string; readonly period: ReportPeriod; readonly digest: PeriodDigest };

/** Every figure of the period by chapter, beside what the report says and what the period before had; each opens its records. */
export function FiguresTable(props: FiguresTableProps): ReactNode {
  const { contractId, period, digest } = props;
  const [opened, setOpened] = useState<PeriodFigure>();
  const hasReported = digest.figures.some(({ reported }) => reported !== undefined);
  const hasPrevious = digest.previousLabel !== undefined;
  const columns = 3 + Number(hasReported) + (hasPrevious ? 2 : 0);
  const open = (figure: PeriodFigure): void => {
    if (figure.list === undefined) setOpened(figure);
    else void goTo({ screen: 'records', kind: figure.list, from: period.from, to: period.to });
  };
  return (
    <div className="figures-scroll">
      <table className="plain-table figures-table" aria-label={reportScreenWords.figures}>
        <thead>
          <tr>
            <th scope="col">{reportScreenWords.figure}</th>
            <th scope="col" className="cell-count">{reportScreenWords.value}</th>
            {hasReported ? <th scope="col" className="cell-count">{reportScreenWords.reported}</th> : null}
            {hasPrevious ? <><th scope="col" className="cell-count">{reportScreenWords.previous(digest.previousLabel ?? '')}</th><th scope="col" className="cell-count">{reportScreenWords.change}</th></> : null}
            <th scope="col" className="cell-count">{reportScreenWords.records}</th>
          </tr>
        </thead>
        <tbody>
          {figureChapters.map((chapter) => (
            <Fragment key={chapter}>
              <tr><th scope="colgroup" colSpan={columns} className="figures-chapter">{chapter}</th></tr>
              {digest.figures.filter((figure) => figure.chapter === chapter).map((figure) => (
                <tr key={figure.id}>
                  <th scope="row" title={reportScreenWords.definition(figure.formula, figure.source)}>{figure.label}</th>
                  <td className="cell-count">{shown(figure.value, figure)}</td>
                  {hasReported ? <td className={differs(figure) ? 'cell-count figure-differs' : 'cell-count'}>{figure.reported === undefined ? '' : shown(figure.reported, figure)}{differs(figure) ? <span className="unseen">{reportScreenWords.differs}</span> : null}</td> : null}
                  {hasPrevious ? <><td className="cell-count muted">{shown(figure.previous, figure)}</td><td className="cell-count">{changeText(figure)}</td></> : null}
                  <td className="cell-count">{figure.records === 0 ? null : <Button type="link" size="small" aria-label={reportScreenWords.counted(figure.label, figure.records)} onClick={() => open(figure)}>{reportScreenWords.recordCount(figure.records)}</Button>}</td>
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {opened === undefined ? null : <CountedDialog contractId={contractId} period={period} figure={opened} close={() => setOpened(undefined)} />}
    </div>
  );
}
