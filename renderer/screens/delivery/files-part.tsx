import { Button } from 'antd';
import { useCallback, type ReactNode } from 'react';
import type { JobKind } from '../../../shared/ipc/jobs.ts';
import { FileDoneIcon } from '../../parts/icons.tsx';
import { JobList } from '../../parts/job-list.tsx';
import { FailureView, LoadingView } from '../../parts/state-views.tsx';
import { useAfterJobs, useIsRunning } from '../../state/jobs.ts';
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
/** What makes files or looks at them. */
const concerning: readonly JobKind[] = ['render', 'bind', 'handover', 'verify'];

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
  const isBusy = useIsRunning(concerning);
  const isEmpty = plan.state === 'ready' && plan.value.every(({ files }) => files.length === 0);
  const { reload: reloadPlan } = plan;
  const { reload: reloadHandovers } = handovers;
  const reload = useCallback(() => {
    reloadPlan();
    reloadHandovers();
  }, [reloadPlan, reloadHandovers]);
  const actions = useDelivery(contractId, reload);
  useAfterJobs(concerning, reload);

  return (
    <>
      {isReadOnly ? null : <PartActions><Button icon={<FileDoneIcon />} disabled={isBusy || isEmpty} onClick={() => void actions.generate({})}>{deliveryWords.generateAll}</Button></PartActions>}
      <div className="delivery-columns">
        <div>
          <ReadinessPanel contract={contract} isReadOnly={isReadOnly} isBusy={isBusy} check={check} plan={plan.state === 'ready' ? plan.value : []} />
          {plan.state === 'loading' ? <section className="panel"><LoadingView /></section> : plan.state === 'error' ? <section className="panel"><FailureView failure={plan.failure} retry={plan.reload} /></section>
            : <PlanPanel contractId={contractId} profile={contract.profile} plan={plan.value} openId={open} isBusy={isBusy} actions={actions} />}
        </div>
        <div>
          {isReadOnly ? null : <HandoverPanel today={today} isBusy={isBusy} isEmpty={isEmpty} handOver={(folder, iso) => void actions.handOver(folder, iso)} />}
          <JobList label={deliveryWords.tasks} heading={deliveryWords.tasks} none={deliveryWords.noTasks} count={shownJobs} />
          {handovers.state === 'loading' ? null : handovers.state === 'error' ? <section className="panel"><FailureView failure={handovers.failure} retry={handovers.reload} /></section>
            : <PastHandovers handovers={handovers.value} isBusy={isBusy} actions={actions} />}
        </div>
      </div>
    </>
  );
}
