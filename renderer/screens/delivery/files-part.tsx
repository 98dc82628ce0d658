import { Button } from 'antd';
import { useCallback, useEffect, type ReactNode } from 'react';
import { FileDoneIcon } from '../../parts/icons.tsx';
import { JobCard } from '../../parts/job-card.tsx';
import { FailureView, LoadingView } from '../../parts/state-views.tsx';
import { runningJobs, useJobs } from '../../state/jobs.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useIsReadOnly, useWorkspace } from '../../state/workspace.ts';
import { deliveryWords } from '../../words/delivery.ts';
import { HandoverPanel } from './handover-panel.tsx';
import { PartActions, type DeliveryPartProps } from './part-actions.tsx';
import { PastHandovers } from './past-handovers.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { ReadinessPanel } from './readiness-panel.tsx';
import { useDelivery } from './use-delivery.ts';

const shownJobs = 6;

/** The latest work and how far it is. */
function Tasks(): ReactNode {
  const jobs = useJobs((state) => state.jobs);
  return (
    <section className="panel" aria-label={deliveryWords.tasks}>
      <h2>{deliveryWords.tasks}</h2>
      {jobs.length === 0 ? <p className="muted">{deliveryWords.noTasks}</p> : jobs.slice(0, shownJobs).map((job) => <JobCard key={job.id} job={job} />)}
    </section>
  );
}

/** What will be handed over and how far it is, made file by file or as one verified package; what has been handed over. */
export function FilesPart(props: DeliveryPartProps): ReactNode {
  const { contract, open } = props;
  const contractId = contract.id;
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const today = useWorkspace((workspace) => workspace.info?.today ?? '');
  const isReadOnly = useIsReadOnly();
  const plan = useAnswer('deliverables.plan', { contractId }, version);
  const check = useAnswer('check.run', { contractId }, version);
  const handovers = useAnswer('handovers.list', { contractId });
  // Not the list: the news of every step of a job must not draw the whole screen.
  const isBusy = useJobs((state) => runningJobs(state.jobs).length > 0);
  const finished = useJobs((state) => state.jobs.length - runningJobs(state.jobs).length);
  const { reload: reloadPlan } = plan;
  const { reload: reloadHandovers } = handovers;
  const reload = useCallback(() => {
    reloadPlan();
    reloadHandovers();
  }, [reloadPlan, reloadHandovers]);
  const actions = useDelivery(contractId, reload);
  // What a task made, here or from another screen, changes what is up to date.
  useEffect(() => {
    if (finished > 0) reload();
  }, [finished, reload]);

  return (
    <>
      {isReadOnly ? null : <PartActions><Button icon={<FileDoneIcon />} disabled={isBusy} onClick={() => void actions.generate({})}>{deliveryWords.generateAll}</Button></PartActions>}
      <div className="delivery-columns">
        <div>
          <ReadinessPanel contract={contract} isReadOnly={isReadOnly} isBusy={isBusy} check={check} plan={plan.state === 'ready' ? plan.value : []} />
          {plan.state === 'loading' ? <section className="panel"><LoadingView /></section> : plan.state === 'error' ? <section className="panel"><FailureView failure={plan.failure} retry={plan.reload} /></section>
            : <PlanPanel contractId={contractId} profile={contract.profile} plan={plan.value} openId={open} isBusy={isBusy} actions={actions} />}
        </div>
        <div>
          {isReadOnly ? null : <HandoverPanel today={today} isBusy={isBusy} handOver={(folder, iso) => void actions.handOver(folder, iso)} />}
          <Tasks />
          {handovers.state === 'loading' ? null : handovers.state === 'error' ? <section className="panel"><FailureView failure={handovers.failure} retry={handovers.reload} /></section>
            : <PastHandovers handovers={handovers.value} isBusy={isBusy} actions={actions} />}
        </div>
      </div>
    </>
  );
}
