import { useMemo, type ReactNode } from 'react';
import { formatNumber } from '../../../shared/deliverables/format-value.ts';
import type { OverviewMonth } from '../../../shared/ipc/overview.ts';
import { trendWords } from '../../words/overview-pictures.ts';
import { Chart } from './charts/chart.tsx';
import { useChartColors } from './charts/chart-colors.ts';
import { monthlyTrend } from './charts/chart-options.ts';

/** Records and hours of work month by month, as a chart and, for reading aloud and copying, as a table. */
export function TrendPanel(props: { readonly months: readonly OverviewMonth[] }): ReactNode {
  const { months } = props;
  const colors = useChartColors();
  const option = useMemo(() => monthlyTrend(months, colors), [months, colors]);
  const records = months.reduce((sum, month) => sum + month.records, 0);
  const hours = months.reduce((sum, month) => sum + month.workHours, 0);
  return (
    <section className="panel" aria-label={trendWords.title}>
      <h2>{trendWords.title}</h2>
      <Chart className="trend-chart" option={option} label={trendWords.label(records, formatNumber(hours, 1))} />
      <details className="trend-table">
        <summary>{trendWords.table}</summary>
        <table className="plain-table">
          <thead><tr><th scope="col">{trendWords.month}</th><th scope="col" className="cell-count">{trendWords.records}（{trendWords.recordsUnit}）</th><th scope="col" className="cell-count">{trendWords.hours}（{trendWords.hoursUnit}）</th></tr></thead>
          <tbody>{months.map((month) => <tr key={month.key}><th scope="row">{month.label}</th><td className="cell-count">{month.records}</td><td className="cell-count">{formatNumber(month.workHours, 1)}</td></tr>)}</tbody>
        </table>
      </details>
    </section>
  );
}
