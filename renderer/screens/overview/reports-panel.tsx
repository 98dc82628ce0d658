import type { ReactNode } from 'react';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import type { OverviewReport } from '../../../shared/ipc/overview.ts';
import { goTo } from '../../state/navigation.ts';
import { reportWords } from '../../words/overview-pictures.ts';
import { clockText } from '../../parts/clock-text.ts';
import { ReportStateTag } from '../../parts/report-state-tag.tsx';

function ReportRow(props: { readonly report: OverviewReport; readonly silenceApproves: boolean; readonly reviewDays: number }): ReactNode {
  const { report, silenceApproves, reviewDays } = props;
  const { recordId, state, daysLeft } = report;
  const name = reportWords.names[report.type](report.label);
  const open = (): void => void goTo(recordId === undefined ? { screen: 'records', kind: 'report', open: 'new', date: report.dueOn } : { screen: 'records', kind: 'report', open: recordId });
  return (
    <li className="clock">
      <button type="button" className="clock-name" disabled={state === 'not-due'} aria-label={recordId === undefined ? reportWords.write(name) : reportWords.open(name)} onClick={open}>{name}</button>
      <ReportStateTag state={state} />
      <span className="clock-text">{clockText(report, silenceApproves)}</span>
      {state === 'in-review' && daysLeft !== undefined && reviewDays > 0 ? <meter className="clock-meter" aria-label={reportWords.states[state]} min={0} max={reviewDays} value={Math.max(0, reviewDays - daysLeft)} /> : null}
    </li>
  );
}

/** The reports that the contract demands, and what runs for each: the day it is due, the days of its review. */
export function ReportsPanel(props: { readonly reports: readonly OverviewReport[]; readonly reporting: ContractProfile['reporting'] }): ReactNode {
  const { reports, reporting } = props;
  return (
    <section className="panel" aria-label={reportWords.title}>
      <h2>{reportWords.title}</h2>
      <ul className="clocks">
        {reports.map((report) => <ReportRow key={`${report.type} ${report.from}`} report={report} silenceApproves={reporting.silenceApproves} reviewDays={reporting.reviewDays} />)}
      </ul>
    </section>
  );
}
