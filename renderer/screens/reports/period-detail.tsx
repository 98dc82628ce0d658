import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import type { ReportFacts, ReportPeriod } from '../../../shared/ipc/report-channels.ts';
import { EyeIcon, FileTextIcon, PlusIcon } from '../../parts/icons.tsx';
import { JobCard } from '../../parts/job-card.tsx';
import { clockText } from '../../parts/clock-text.ts';
import { ReportStateTag } from '../../parts/report-state-tag.tsx';
import { PreviewDialog } from '../../preview/preview-dialog.tsx';
import { runningJobs, useJobs } from '../../state/jobs.ts';
import { goTo } from '../../state/navigation.ts';
import { useIsReadOnly } from '../../state/workspace.ts';
import { reportWords } from '../../words/overview-pictures.ts';
import { reportScreenWords, reviewWords, submissionWords } from '../../words/reports.ts';
import { ReviewDialog, SubmitDialog } from './report-dialogs.tsx';
import { useLifeActions } from './life/use-life-actions.ts';
import { questionOf, reportSteps, reviewed, submitted, type ReviewResult, type Submission } from './report-steps.ts';
import { useReportActions } from './use-report-actions.ts';

function Steps(props: { readonly period: ReportPeriod }): ReactNode {
  return (
    <ol className="report-steps" aria-label={reportScreenWords.steps}>
      {reportSteps(props.period).map(({ id, state, fact }) => (
        <li key={id} className={`report-step report-step-${state}`} aria-current={state === 'now' || state === 'late' ? 'step' : undefined}>
          <strong>{reportScreenWords.stepNames[id]}</strong>
          <span className="report-step-state">{reportScreenWords.stepStates[state]}</span>
          {fact === '' ? null : <span className="muted">{fact}</span>}
        </li>
      ))}
    </ol>
  );
}

type PeriodDetailProps = { readonly contract: Contract; readonly period: ReportPeriod; readonly today: LocalDate };

/** One report: where it stands, what can be done about it now. */
export function PeriodDetail(props: PeriodDetailProps): ReactNode {
  const { contract, period, today } = props;
  const { report, document, state } = period;
  const isReadOnly = useIsReadOnly();
  const actions = useReportActions(contract);
  const life = useLifeActions(contract.id, report?.id ?? '');
  const jobs = useJobs((tasks) => tasks.jobs);
  const [isPreviewed, setIsPreviewed] = useState(false);
  const [dialog, setDialog] = useState<'submit' | 'review'>();
  const [jobId, setJobId] = useState<string>();
  const job = jobs.find(({ id }) => id === jobId);
  const name = reportWords.names[period.type](period.label);
  const closeDialog = (): void => setDialog(undefined);
  const isFinal = report?.status === 'final';
  /** What the customer gets is frozen, so that every later change of a record can be told. */
  const submit = async (id: string, submission: Submission): Promise<void> => {
    if (period.frozen === undefined && !await life.freeze('')) return;
    if (await actions.change(id, (record) => submitted(record, submission), submissionWords.done)) closeDialog();
  };
  const review = async ({ id, submittedTo }: ReportFacts, result: ReviewResult): Promise<void> => {
    if (!await actions.change(id, (record) => reviewed(record, result), reviewWords.done)) return;
    closeDialog();
    const question = questionOf(result, submittedTo);
    if (question !== undefined) await life.question(undefined, question);
  };

  return (
    <section className="panel" aria-label={name}>
      <header className="panel-head">
        <h2>{name}</h2>
        <span className="muted">{reportScreenWords.span(period.from, period.to)}</span>
        <ReportStateTag state={state} />
        <span className="muted">{clockText(period.report === undefined ? period : { ...period, submittedOn: period.report.submittedOn }, contract.profile.reporting.silenceApproves)}</span>
      </header>
      <Steps period={period} />
      {period.from > today ? <Alert type="info" showIcon title={reportScreenWords.notBegun} /> : period.to >= today ? <Alert type="info" showIcon title={reportScreenWords.running(period.to)} /> : null}
      <div className="report-actions">
        {report === undefined ? (isReadOnly || period.from > today ? null : <Button type="primary" icon={<PlusIcon />} loading={actions.isBusy} title={reportScreenWords.writeHint} onClick={() => void actions.write(period)}>{reportScreenWords.write}</Button>) : (
          <>
            <Button type={isFinal ? 'default' : 'primary'} icon={<FileTextIcon />} onClick={() => void goTo({ screen: 'records', kind: 'report', open: report.id })}>{isFinal ? reportScreenWords.open : reportScreenWords.goOn}</Button>
            <Button icon={<EyeIcon />} onClick={() => setIsPreviewed(true)}>{reportScreenWords.preview}</Button>
          </>
        )}
        {document === undefined ? null : (
          <>
            {isReadOnly ? null : <Button disabled={runningJobs(jobs).length > 0} onClick={() => void actions.generate(document).then(setJobId)}>{reportScreenWords.generate}</Button>}
            <Button type="link" onClick={() => void goTo({ screen: 'delivery', open: document.deliverable })}>{reportScreenWords.document}</Button>
          </>
        )}
        {isReadOnly || !isFinal ? null : (
          <>
            {state === 'written' || state === 'questioned' ? <Button type={period.frozen === undefined && state === 'written' ? 'default' : 'primary'} onClick={() => setDialog('submit')}>{state === 'written' ? reportScreenWords.submit : reportScreenWords.submitAgain}</Button> : null}
            {state === 'in-review' || state === 'review-over' ? <Button type="primary" onClick={() => setDialog('review')}>{reportScreenWords.review}</Button> : null}
          </>
        )}
      </div>
      {state === 'silently-approved' ? <p className="muted">{reviewWords.silentEvidence}</p> : null}
      {job === undefined ? null : <JobCard job={job} />}
      {report === undefined ? null : <PreviewDialog name={report.number === '' ? name : report.number} target={isPreviewed ? { recordId: report.id } : undefined} titlePrefix={contract.profile.deliverablePrefix} close={() => setIsPreviewed(false)} />}
      {report !== undefined && dialog === 'submit' ? (
        <SubmitDialog
          profile={contract.profile}
          report={report}
          isFrozen={period.frozen !== undefined}
          today={today}
          isBusy={actions.isBusy || life.isBusy}
          close={closeDialog}
          submit={(submission) => void submit(report.id, submission)}
        />
      ) : null}
      {report !== undefined && dialog === 'review' ? (
        <ReviewDialog
          profile={contract.profile}
          period={period}
          report={report}
          today={today}
          isBusy={actions.isBusy || life.isBusy}
          close={closeDialog}
          review={(result) => void review(report, result)}
        />
      ) : null}
    </section>
  );
}
