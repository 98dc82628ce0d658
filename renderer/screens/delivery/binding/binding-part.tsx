import type { ReactNode } from 'react';
import { FailureView, LoadingView } from '../../../parts/state-views.tsx';
import { useJobs } from '../../../state/jobs.ts';
import { useIsReadOnly, useWorkspace } from '../../../state/workspace.ts';
import type { DeliveryPartProps } from '../part-actions.tsx';
import { BindingSettings } from './binding-settings.tsx';
import { useArrangement } from './use-arrangement.ts';
import { VolumeList } from './volume-list.tsx';
import '../../../styles/volumes.css';

/** The paper in volumes: how it is gathered, what stands where, and how it is bound. `open` is the key of a volume. */
export function BindingPart(props: DeliveryPartProps): ReactNode {
  const { contract, open } = props;
  const isReadOnly = useIsReadOnly();
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  // A binding counts pages.
  const bound = useJobs((state) => state.jobs).filter((job) => job.state !== 'running').length;
  const { answer, reload } = useArrangement(contract.id, version + bound);
  if (answer.state === 'loading') return <section className="panel"><LoadingView /></section>;
  if (answer.state === 'error') return <section className="panel"><FailureView failure={answer.failure} retry={reload} /></section>;
  const paper = answer.value;
  return (
    <div className="delivery-columns binding-columns">
      <VolumeList paper={paper} isReadOnly={isReadOnly} open={open} />
      <div>
        <BindingSettings arrangement={paper.arrangement} items={paper.plan.items} vendor={contract.profile.vendor.name} isDisabled={isReadOnly} change={paper.change} />
      </div>
    </div>
  );
}
