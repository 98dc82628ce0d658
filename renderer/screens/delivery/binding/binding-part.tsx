import { Button, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import type { JobKind } from '../../../../shared/ipc/jobs.ts';
import { PrinterIcon } from '../../../parts/icons.tsx';
import { FailureView, LoadingView } from '../../../parts/state-views.tsx';
import { useAfterJobs, useIsRunning } from '../../../state/jobs.ts';
import { useIsReadOnly, useWorkspace } from '../../../state/workspace.ts';
import { bindingPrintWords } from '../../../words/binding-print.ts';
import { PartActions, type DeliveryPartProps } from '../part-actions.tsx';
import { BindingSettings } from './binding-settings.tsx';
import { PrintPlanPanel } from './print-plan.tsx';
import { useArrangement } from './use-arrangement.ts';
import { VolumeList } from './volume-list.tsx';
import '../../../styles/volumes.css';

/** What counts pages: a hand-over with PDFs binds too. */
const binders: readonly JobKind[] = ['bind', 'handover'];
const onlyBinding: readonly JobKind[] = ['bind'];

/** The paper in volumes: how it is gathered, what stands where, and how it is bound. `open` is the key of a volume. */
function ArrangeStep(props: DeliveryPartProps): ReactNode {
  const { contract, open } = props;
  const isReadOnly = useIsReadOnly();
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const { answer, reload } = useArrangement(contract.id, version);
  useAfterJobs(binders, reload);
  if (answer.state === 'loading') return <section className="panel"><LoadingView /></section>;
  if (answer.state === 'error') return <section className="panel"><FailureView failure={answer.failure} retry={reload} /></section>;
  const paper = answer.value;
  return (
    <div className="delivery-columns binding-columns">
      <VolumeList contractId={contract.id} paper={paper} isReadOnly={isReadOnly} open={open} />
      <div>
        <BindingSettings arrangement={paper.arrangement} items={paper.plan.items} vendor={contract.profile.vendor.name} isDisabled={isReadOnly} change={paper.change} />
      </div>
    </div>
  );
}

const steps = [{ value: 'arrange', label: bindingPrintWords.arrange }, { value: 'print', label: bindingPrintWords.print }] as const;

/** The paper of the hand-over: arranged in volumes, then bound and printed. */
export function BindingPart(props: DeliveryPartProps): ReactNode {
  // Who comes back to a binding that goes on wants to see how far it is.
  const isBinding = useIsRunning(onlyBinding);
  const [step, setStep] = useState<(typeof steps)[number]['value']>(isBinding ? 'print' : 'arrange');
  return (
    <>
      <Segmented className="binding-steps" aria-label={bindingPrintWords.parts} options={[...steps]} value={step} onChange={setStep} />
      {step === 'arrange' ? <PartActions><Button type="primary" icon={<PrinterIcon />} onClick={() => setStep('print')}>{bindingPrintWords.next}</Button></PartActions> : null}
      {step === 'arrange' ? <ArrangeStep {...props} /> : <PrintPlanPanel contractId={props.contract.id} />}
    </>
  );
}
