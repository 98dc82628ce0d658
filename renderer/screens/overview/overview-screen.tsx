import { Button } from 'antd';
import { useRef, type ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { Overview } from '../../../shared/ipc/overview.ts';
import { kindNames } from '../../../shared/records/kinds.ts';
import type { Finding } from '../../../shared/rules/finding.ts';
import { Hint } from '../../parts/hint.tsx';
import { PlusIcon, ReloadIcon } from '../../parts/icons.tsx';
import { Page } from '../../parts/page.tsx';
import { FailureView, LoadingView } from '../../parts/state-views.tsx';
import { goTo } from '../../state/navigation.ts';
import { useAnswer, type Answer } from '../../state/use-answer.ts';
import { useShortcut } from '../../state/use-shortcut.ts';
import { useIsReadOnly, useWorkspace } from '../../state/workspace.ts';
import { findingWords } from '../../words/findings.ts';
import { emptyWords } from '../../words/overview-pictures.ts';
import { overviewWords } from '../../words/overview.ts';
import { dayRoute } from './calendar-months.ts';
import { CountsPanel } from './counts-panel.tsx';
import { EvidenceMatrix } from './evidence-matrix.tsx';
import { FindingsPanel } from '../../findings/findings-panel.tsx';
import { ReadinessNotes } from '../../findings/readiness-notes.tsx';
import { InspectionCalendar } from './inspection-calendar.tsx';
import { NextStepBar } from './next-step-bar.tsx';
import { ReportsPanel } from './reports-panel.tsx';
import { SchedulePanel } from './schedule-panel.tsx';
import { ServiceLevelPanel } from './service-level-panel.tsx';
import { Tiles } from './tiles.tsx';
import { TrendPanel } from './trend-panel.tsx';
import '../../styles/overview.css';

function ContractStrip(props: { readonly contract: Contract }): ReactNode {
  const { profile } = props.contract;
  return (
    <section className="contract-strip">
      <h2>{profile.title}</h2>
      <dl>
        <div><dt>{overviewWords.client}</dt><dd>{profile.client.name}</dd></div>
        <div><dt>{overviewWords.vendor}</dt><dd>{profile.vendor.name}</dd></div>
        <div><dt>{overviewWords.servicePeriod}</dt><dd>{overviewWords.period(profile.service.from, profile.service.to)}</dd></div>
      </dl>
    </section>
  );
}

/** A contract that nobody has recorded anything for yet. */
function FirstRecords(): ReactNode {
  return (
    <section className="panel first-records" aria-label={emptyWords.title}>
      <h2>{emptyWords.title}</h2>
      <p className="muted">{emptyWords.text}</p>
      <Button onClick={() => void goTo({ screen: 'records', kind: 'inspection', open: 'new' })}>{emptyWords.inspect}</Button>
      <Button onClick={() => void goTo({ screen: 'records', kind: 'worklog' })}>{emptyWords.importWork}</Button>
    </section>
  );
}

type Check = Answer<readonly Finding[]> & { readonly reload: () => void };

function Content(props: { readonly overview: Overview; readonly check: Check }): ReactNode {
  const { overview, check } = props;
  const findingsPanel = useRef<HTMLElement>(null);
  const findings = check.state === 'ready' ? check.value : undefined;
  const { profile } = overview.contract;
  const isReadOnly = useIsReadOnly();
  const isEmpty = kindNames.every((kind) => overview.counts[kind] === 0);
  const showFindings = (): void => {
    findingsPanel.current?.scrollIntoView({ block: 'start' });
    findingsPanel.current?.focus({ preventScroll: true });
  };
  return (
    <div className="overview">
      <ContractStrip contract={overview.contract} />
      {check.state === 'error' ? null : <NextStepBar overview={overview} findings={findings} />}
      <Tiles overview={overview} findings={findings} hasCheckFailed={check.state === 'error'} showFindings={showFindings} />
      {isEmpty && !isReadOnly ? <FirstRecords /> : null}
      <InspectionCalendar overview={overview} />
      <div className="overview-pair">
        <ReportsPanel reports={overview.reports} reporting={profile.reporting} />
        <SchedulePanel overview={overview} errors={findings?.filter(({ severity }) => severity === 'error').length} />
      </div>
      <EvidenceMatrix overview={overview} />
      {isEmpty ? null : (
        <div className="overview-pair">
          <TrendPanel months={overview.months} />
          <ServiceLevelPanel serviceLevel={overview.serviceLevel} limits={profile.serviceLevel} />
        </div>
      )}
      <div className="overview-columns">
        <section className="panel" aria-label={findingWords.title} tabIndex={-1} ref={findingsPanel}>
          <h2>{findingWords.title}</h2>
          {check.state === 'loading' ? <LoadingView /> : check.state === 'error' ? <FailureView failure={check.failure} retry={check.reload} /> : <FindingsPanel findings={check.value} />}
          <ReadinessNotes contractId={overview.contract.id} />
        </section>
        <section className="panel" aria-label={overviewWords.counts}>
          <h2>{overviewWords.counts}</h2>
          <CountsPanel counts={overview.counts} />
        </section>
      </div>
    </div>
  );
}

/** Days left, what is missing, what is next; then the year in pictures, and what the check found. */
export function OverviewScreen(props: { readonly contract: Contract }): ReactNode {
  const contractId = props.contract.id;
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const overview = useAnswer('overview.get', { contractId }, version);
  const check = useAnswer('check.run', { contractId }, version);
  const reload = (): void => {
    overview.reload();
    check.reload();
  };
  const today = overview.state === 'ready' ? overview.value.today : undefined;
  const inspect = (): void => {
    const day = overview.state === 'ready' ? overview.value.inspectionDays.find(({ date }) => date === today) : undefined;
    void goTo((day === undefined || today === undefined ? undefined : dayRoute(day, today)) ?? { screen: 'records', kind: 'inspection', open: 'new', date: today });
  };
  const isReadOnly = useIsReadOnly();
  useShortcut('Alt+N', inspect, !isReadOnly);
  useShortcut('Alt+R', reload);
  const title = overviewWords.title;
  if (overview.state === 'error') return <Page title={title}><FailureView failure={overview.failure} retry={reload} /></Page>;
  if (overview.state === 'loading') return <Page title={title}><LoadingView /></Page>;
  return (
    <Page
      title={title}
      note={overviewWords.today(overview.value.today)}
      actions={(
        <>
          <Hint text={overviewWords.inspect} keys="Alt+N"><Button icon={<PlusIcon />} disabled={isReadOnly} onClick={inspect}>{overviewWords.inspect}</Button></Hint>
          <Hint text={overviewWords.rerun} keys="Alt+R"><Button icon={<ReloadIcon />} onClick={reload}>{overviewWords.rerun}</Button></Hint>
        </>
      )}
    >
      <Content overview={overview.value} check={check} />
    </Page>
  );
}
