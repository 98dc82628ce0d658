import type { ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { ReportPeriod } from '../../../shared/ipc/report-channels.ts';
import { clockText } from '../../parts/clock-text.ts';
import { Page } from '../../parts/page.tsx';
import { ReportStateTag } from '../../parts/report-state-tag.tsx';
import { FailureView, LoadingView } from '../../parts/state-views.tsx';
import { goTo } from '../../state/navigation.ts';
import type { Route } from '../../state/route.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { reportWords } from '../../words/overview-pictures.ts';
import { reportScreenWords } from '../../words/reports.ts';
import { DigestPanels } from './digest-panels.tsx';
import { LifePanel } from './life/life-panel.tsx';
import { PeriodDetail } from './period-detail.tsx';
import { chosenPeriod, isToDo, periodName } from './report-steps.ts';
import '../../styles/reports.css';

function PeriodList(props: { readonly periods: readonly ReportPeriod[]; readonly chosen: string; readonly silenceApproves: boolean }): ReactNode {
  const { periods, chosen, silenceApproves } = props;
  return (
    <nav className="report-periods" aria-label={reportScreenWords.periods}>
      {periods.map((period) => {
        const name = periodName(period);
        return (
          <button key={name} type="button" aria-current={name === chosen ? 'true' : undefined} onClick={() => void goTo({ screen: 'reports', open: name })}>
            <span className="report-period-head"><strong>{reportWords.names[period.type](period.label)}</strong><ReportStateTag state={period.state} /></span>
            <span className="muted">{clockText(period.report === undefined ? period : { ...period, submittedOn: period.report.submittedOn }, silenceApproves)}</span>
            <ChangedNote changed={period.changed} />
          </button>
        );
      })}
    </nav>
  );
}

/** Says in the list that the records have moved away from what a report was frozen with. */
function ChangedNote(props: { readonly changed: ReportPeriod['changed'] }): ReactNode {
  const { changed } = props;
  if (changed === undefined) return null;
  return changed.isExplained ? <span className="muted">{reportScreenWords.explained(changed.count)}</span> : <span className="figure-differs">{reportScreenWords.changedSince(changed.count)}</span>;
}

/** The reports that the contract demands: where each stands, what it holds, what is missing in it, and the next step with it. */
export function ReportsScreen(props: { readonly contract: Contract; readonly route: Extract<Route, { screen: 'reports' }> }): ReactNode {
  const { contract, route } = props;
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const today = useWorkspace((workspace) => workspace.info?.today ?? '');
  const periods = useAnswer('reports.periods', { contractId: contract.id }, version);
  const title = reportScreenWords.title;
  if (periods.state === 'error') return <Page title={title}><FailureView failure={periods.failure} retry={periods.reload} /></Page>;
  if (periods.state === 'loading') return <Page title={title}><LoadingView /></Page>;
  const period = chosenPeriod(periods.value, route.open, today);
  return (
    <Page title={title} note={reportScreenWords.note(periods.value.filter(isToDo).length, periods.value.filter(({ changed }) => changed !== undefined && !changed.isExplained).length)}>
      <div className="reports">
        <PeriodList periods={periods.value} chosen={period === undefined ? '' : periodName(period)} silenceApproves={contract.profile.reporting.silenceApproves} />
        {period === undefined ? null : (
          <div className="report-content">
            <PeriodDetail key={periodName(period)} contract={contract} period={period} today={today} />
            {period.report?.status === 'final' ? <LifePanel key={period.report.id} contractId={contract.id} report={period.report} today={today} /> : null}
            {period.from > today ? null : <DigestPanels key={`digest ${periodName(period)}`} contractId={contract.id} period={period} />}
          </div>
        )}
      </div>
    </Page>
  );
}
