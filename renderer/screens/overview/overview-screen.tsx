import { ReloadIcon, RightCircleIcon } from '../../parts/icons.tsx';
import { Button } from 'antd';
import { useMemo, type ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { Overview } from '../../../shared/ipc/overview.ts';
import type { Finding } from '../../../shared/rules/finding.ts';
import { Page } from '../../parts/page.tsx';
import { FailureView, LoadingView } from '../../parts/state-views.tsx';
import { goTo } from '../../state/navigation.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { overviewWords } from '../../words/overview.ts';
import { CountsPanel } from './counts-panel.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { MendingButton } from './mending-button.tsx';
import { nextStep } from './next-step.ts';
import { Tiles } from './tiles.tsx';

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

function NextStepBar(props: { readonly overview: Overview; readonly findings: readonly Finding[] }): ReactNode {
  const step = useMemo(() => nextStep(props.overview, props.findings), [props.overview, props.findings]);
  const { route, finding } = step;
  const [mending] = finding?.mending ?? [];
  return (
    <section className="next-step" aria-label={overviewWords.nextStep}>
      <RightCircleIcon />
      <strong>{overviewWords.nextStep}</strong>
      <span>{step.text}</span>
      {route === undefined ? null : <Button type="primary" size="small" onClick={() => void goTo(route)}>{overviewWords.openAll}</Button>}
      {mending === undefined ? null : <MendingButton mending={mending} isPrimary />}
    </section>
  );
}

/** Days left, what is missing, what is next. */
export function OverviewScreen(props: { readonly contract: Contract }): ReactNode {
  const contractId = props.contract.id;
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const overview = useAnswer('overview.get', { contractId }, version);
  const check = useAnswer('check.run', { contractId }, version);
  const reload = (): void => {
    overview.reload();
    check.reload();
  };
  const title = overviewWords.title;
  if (overview.state === 'error') return <Page title={title}><FailureView failure={overview.failure} retry={reload} /></Page>;
  if (overview.state === 'loading') return <Page title={title}><LoadingView /></Page>;
  return (
    <Page title={title} note={overviewWords.today(overview.value.today)} actions={<Button icon={<ReloadIcon />} onClick={reload}>{overviewWords.rerun}</Button>}>
      <ContractStrip contract={overview.value.contract} />
      <Tiles overview={overview.value} />
      {check.state === 'ready' ? <NextStepBar overview={overview.value} findings={check.value} /> : null}
      <div className="overview-columns">
        <section className="panel" aria-label={overviewWords.findings}>
          <h2>{overviewWords.findings}</h2>
          {check.state === 'loading' ? <LoadingView /> : check.state === 'error' ? <FailureView failure={check.failure} retry={check.reload} /> : <FindingsPanel findings={check.value} />}
        </section>
        <section className="panel" aria-label={overviewWords.counts}>
          <h2>{overviewWords.counts}</h2>
          <CountsPanel counts={overview.value.counts} />
        </section>
      </div>
    </Page>
  );
}
