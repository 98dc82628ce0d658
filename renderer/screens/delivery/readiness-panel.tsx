import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { PlannedDeliverable } from '../../../shared/ipc/delivery-channels.ts';
import type { Finding } from '../../../shared/rules/finding.ts';
import { readinessReportTemplate } from '../../../shared/rules/readiness-report-template.ts';
import { call } from '../../api.ts';
import { FindingsPanel } from '../../findings/findings-panel.tsx';
import { ReadinessNotes } from '../../findings/readiness-notes.tsx';
import { CheckCircleIcon, FileTextIcon, PrinterIcon } from '../../parts/icons.tsx';
import { FailureView, LoadingView } from '../../parts/state-views.tsx';
import { PreviewDialog } from '../../preview/preview-dialog.tsx';
import { useJobs } from '../../state/jobs.ts';
import { useMendingTrip } from '../../state/mending-trip.ts';
import { goTo } from '../../state/navigation.ts';
import type { Answer } from '../../state/use-answer.ts';
import { readinessPanelWords } from '../../words/delivery.ts';
import { countPlan } from './plan-state.ts';

type ReadinessPanelProps = { readonly contract: Contract; readonly isReadOnly: boolean; readonly isBusy: boolean; readonly check: Answer<readonly Finding[]> & { readonly reload: () => void }; readonly plan: readonly PlannedDeliverable[] };

/** What stands between today and the hand-over: findings of the check, and files that are not up to date. */
export function ReadinessPanel(props: ReadinessPanelProps): ReactNode {
  const { contract, isReadOnly, isBusy, check, plan } = props;
  const { message } = App.useApp();
  // Somebody who mended a finding of the list comes back to the list.
  const [isOpen, setIsOpen] = useState(() => useMendingTrip.getState().returned?.rule !== undefined);
  const [isPreviewed, setIsPreviewed] = useState(false);
  const report = async (): Promise<void> => {
    const job = await call('check.report', { contractId: contract.id });
    if (job.ok) useJobs.getState().changed(job.value);
    else message.error(job.error.message);
  };
  const { files, freshness } = countPlan(plan.flatMap((deliverable) => deliverable.files));
  const outdated = readinessPanelWords.outdated(freshness.never, freshness.stale);
  // While the plan is read nothing is known of its files.
  const filesText = plan.length === 0 ? '' : files === 0 ? readinessPanelWords.noFiles : outdated === '' ? readinessPanelWords.allMade : outdated;
  const grave = check.state === 'ready' ? check.value.filter(({ severity }) => severity !== 'notice') : [];
  const errors = grave.filter(({ severity }) => severity === 'error').length;
  return (
    <section className="panel" aria-label={readinessPanelWords.title}>
      <h2>{readinessPanelWords.title}</h2>
      {check.state === 'loading' ? <LoadingView /> : check.state === 'error' ? <FailureView failure={check.failure} retry={check.reload} /> : (
        <>
          <div className="readiness-line">
            {grave.length === 0
              ? <span className="finding-none readiness-passed"><CheckCircleIcon /> {readinessPanelWords.passed}</span>
              : <strong className={errors > 0 ? 'readiness-errors' : 'readiness-warnings'}>{readinessPanelWords.counts(errors, grave.length - errors)}</strong>}
            <span className="muted">{filesText}</span>
            {grave.length === 0 ? null : (
              <span className="readiness-actions">
                <Button size="small" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>{isOpen ? readinessPanelWords.hide : readinessPanelWords.show}</Button>
                <Button size="small" type="link" onClick={() => void goTo({ screen: 'overview' })}>{readinessPanelWords.overview}</Button>
              </span>
            )}
          </div>
          <div className="readiness-line">
            <span className="muted">{readinessPanelWords.reportNote}</span>
            <span className="readiness-actions">
              <Button size="small" icon={<PrinterIcon />} onClick={() => setIsPreviewed(true)}>{readinessPanelWords.preview}</Button>
              {isReadOnly ? null : <Button size="small" icon={<FileTextIcon />} disabled={isBusy} onClick={() => void report()}>{readinessPanelWords.word}</Button>}
            </span>
          </div>
          {isOpen && grave.length > 0 ? <FindingsPanel findings={grave} /> : null}
          {isOpen || grave.length === 0 ? <ReadinessNotes contractId={contract.id} /> : null}
        </>
      )}
      <PreviewDialog name={readinessPanelWords.report} target={isPreviewed ? { contractId: contract.id, template: readinessReportTemplate } : undefined} titlePrefix={contract.profile.deliverablePrefix} close={() => setIsPreviewed(false)} />
    </section>
  );
}
