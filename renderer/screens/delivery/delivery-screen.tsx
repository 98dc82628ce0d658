import { ContainerIcon, FileDoneIcon } from '../../parts/icons.tsx';
import { App, Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { Job } from '../../../shared/ipc/jobs.ts';
import type { Result } from '../../../shared/result.ts';
import { call } from '../../api.ts';
import { JobCard } from '../../parts/job-card.tsx';
import { Page } from '../../parts/page.tsx';
import { EmptyView, FailureView, LoadingView } from '../../parts/state-views.tsx';
import { useAsk } from '../../parts/use-ask.ts';
import { runningJobs, useJobs } from '../../state/jobs.ts';
import { useAnswer } from '../../state/use-answer.ts';
import type { Route } from '../../state/route.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { deliveryWords } from '../../words/delivery.ts';
import { PlanTable } from './plan-table.tsx';

const shownJobs = 6;

/** What will be handed over, made document by document or as one verified package. */
export function DeliveryScreen(props: { readonly contract: Contract; readonly route: Extract<Route, { screen: 'delivery' }> }): ReactNode {
  const contractId = props.contract.id;
  const { message } = App.useApp();
  const ask = useAsk();
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const plan = useAnswer('deliverables.plan', { contractId }, version);
  const { jobs, changed } = useJobs();
  const [withIso, setWithIso] = useState(true);
  const isBusy = runningJobs(jobs).length > 0;

  const follow = (started: Result<Job>): void => {
    if (started.ok) changed(started.value);
    else message.error(started.error.message);
  };
  const generate = async (deliverable?: string): Promise<void> => {
    follow(await call('jobs.render', { contractId, output: {}, ...(deliverable === undefined ? {} : { deliverable }) }));
  };
  const handOver = async (): Promise<void> => {
    const findings = await call('check.run', { contractId });
    if (!findings.ok) return void message.error(findings.error.message);
    const errors = findings.value.filter(({ severity }) => severity === 'error').length;
    const goesOn = errors === 0 || await ask({ title: deliveryWords.handoverErrors(errors), text: deliveryWords.handoverErrorsText, confirm: deliveryWords.handoverAnyway });
    if (goesOn) follow(await call('jobs.handover', { contractId, output: {}, iso: withIso }));
  };

  return (
    <Page
      title={deliveryWords.title}
      actions={<Button icon={<FileDoneIcon />} disabled={isBusy} onClick={() => void generate()}>{deliveryWords.generateAll}</Button>}
    >
      <div className="delivery-columns">
        <section className="panel" aria-label={deliveryWords.plan}>
          <h2>{deliveryWords.plan}</h2>
          <p className="muted">{deliveryWords.prefixNote(props.contract.profile.deliverablePrefix)}</p>
          {plan.state === 'loading' ? <LoadingView /> : plan.state === 'error' ? <FailureView failure={plan.failure} retry={plan.reload} /> : plan.value.length === 0
            ? <EmptyView text={deliveryWords.planEmpty} />
            : <PlanTable contractId={contractId} plan={plan.value} prefix={props.contract.profile.deliverablePrefix} isBusy={isBusy} generate={(id) => void generate(id)} />}
        </section>
        <div>
          <section className="panel handover" aria-label={deliveryWords.handover}>
            <h2>{deliveryWords.handover}</h2>
            <p>{deliveryWords.handoverNote}</p>
            <Checkbox checked={withIso} onChange={(event) => setWithIso(event.target.checked)}>{deliveryWords.withIso}</Checkbox>
            <Button type="primary" icon={<ContainerIcon />} disabled={isBusy} onClick={() => void handOver()}>{deliveryWords.handover}</Button>
          </section>
          <section className="panel" aria-label={deliveryWords.tasks}>
            <h2>{deliveryWords.tasks}</h2>
            {jobs.length === 0 ? <p className="muted">{deliveryWords.noTasks}</p> : jobs.slice(0, shownJobs).map((job) => <JobCard key={job.id} job={job} />)}
          </section>
        </div>
      </div>
    </Page>
  );
}
