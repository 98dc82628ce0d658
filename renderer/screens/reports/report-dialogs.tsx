import { Alert, Input, Radio } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { reviewDeadline } from '../../../shared/contract/periods.ts';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import type { ReportPeriod } from '../../../shared/ipc/report-channels.ts';
import { DateInput } from '../../forms/inputs/date-inputs.tsx';
import { PersonInput } from '../../forms/inputs/text-inputs.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { reviewWords, submissionWords } from '../../words/reports.ts';
import { ReportField } from './report-field.tsx';
import type { ReviewResult, Submission } from './report-steps.ts';

type Fact = NonNullable<ReportPeriod['report']>;

const dateDefinition = { required: true };

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

type SubmitProps = { readonly profile: ContractProfile; readonly report: Fact; readonly isFrozen: boolean; readonly today: LocalDate; readonly isBusy: boolean; readonly submit: (submission: Submission) => void; readonly close: () => void };

/** When the report was handed in and who received it; the days of the review are counted from there. */
export function SubmitDialog(props: SubmitProps): ReactNode {
  const { profile, report, isFrozen, today, isBusy, submit, close } = props;
  const [submittedOn, setSubmittedOn] = useState(today < report.writtenOn ? report.writtenOn : today);
  const [submittedTo, setSubmittedTo] = useState(report.submittedTo ?? '');
  const [day, person] = [useId(), useId()];
  const problem = submittedOn === '' ? submissionWords.required : submittedOn < report.writtenOn ? submissionWords.early(report.writtenOn) : undefined;
  const { reviewDays, reviewDayType, silenceApproves } = profile.reporting;
  return (
    <Dialog
      title={report.submittedOn === undefined ? submissionWords.title : submissionWords.again}
      isOpen
      close={close}
      confirm={{ text: submissionWords.submit, isBusy, isDisabled: problem !== undefined, action: () => submit({ submittedOn, submittedTo }) }}
    >
      <ReportField id={day} label={submissionWords.submittedOn} problem={problem}>
        <DateInput id={day} definition={dateDefinition} value={submittedOn} onChange={(value) => setSubmittedOn(textOf(value))} isInvalid={problem !== undefined} isDisabled={false} />
      </ReportField>
      <ReportField id={person} label={submissionWords.submittedTo}>
        <PersonInput id={person} definition={{ required: false }} value={submittedTo} onChange={(value) => setSubmittedTo(textOf(value))} isInvalid={false} isDisabled={false} />
      </ReportField>
      {problem === undefined ? <p>{submissionWords.clock(reviewDays, reviewDayType === 'working', reviewDeadline(profile, submittedOn), silenceApproves)}</p> : null}
      {isFrozen ? null : <p>{submissionWords.freezes}</p>}
      {submittedTo.trim() === '' ? <Alert type="warning" showIcon title={submissionWords.noReceiver} /> : null}
    </Dialog>
  );
}

type ReviewProps = { readonly profile: ContractProfile; readonly period: ReportPeriod; readonly report: Fact; readonly today: LocalDate; readonly isBusy: boolean; readonly review: (result: ReviewResult) => void; readonly close: () => void };

function problemOf({ reviewState, reviewedOn, reviewOpinion }: ReviewResult, period: ReportPeriod, report: Fact, today: LocalDate): string | undefined {
  if (reviewedOn === '') return reviewWords.dateRequired;
  if (report.submittedOn !== undefined && reviewedOn < report.submittedOn) return reviewWords.early(report.submittedOn);
  if (reviewState === '默认通过' && period.reviewUntil !== undefined && (reviewedOn <= period.reviewUntil || today <= period.reviewUntil)) return reviewWords.notOver(period.reviewUntil);
  if (reviewState === '默认通过' && period.questions !== undefined) return reviewWords.wasQuestioned(period.questions.asked);
  return reviewState === '有质疑' && reviewOpinion.trim() === '' ? reviewWords.opinionRequired : undefined;
}

/** What came of the customer's review: passed, passed in silence, or questioned. */
export function ReviewDialog(props: ReviewProps): ReactNode {
  const { profile, period, report, today, isBusy, review, close } = props;
  const isOver = period.state === 'review-over' && profile.reporting.silenceApproves && period.questions === undefined;
  const [result, setResult] = useState<ReviewResult>({ reviewState: isOver ? '默认通过' : '已通过', reviewedOn: today, reviewOpinion: report.reviewOpinion ?? '' });
  const [day, opinion] = [useId(), useId()];
  const problem = problemOf(result, period, report, today);
  return (
    <Dialog title={reviewWords.title} isOpen close={close} confirm={{ text: reviewWords.save, isBusy, isDisabled: problem !== undefined, action: () => review(result) }}>
      <Radio.Group
        className="report-results"
        aria-label={reviewWords.result}
        value={result.reviewState}
        onChange={(event) => setResult({ ...result, reviewState: event.target.value as ReviewResult['reviewState'] })}
        options={[
          { value: '已通过', label: reviewWords.approved },
          ...(profile.reporting.silenceApproves ? [{ value: '默认通过', label: reviewWords.silent }] : []),
          { value: '有质疑', label: reviewWords.questioned },
        ]}
      />
      {result.reviewState === '已通过' && period.questions !== undefined && period.questions.open > 0 ? <Alert className="report-field" type="warning" showIcon title={reviewWords.notAnswered(period.questions.open)} /> : null}
      <ReportField id={day} label={reviewWords.reviewedOn}>
        <DateInput id={day} definition={dateDefinition} value={result.reviewedOn} onChange={(value) => setResult({ ...result, reviewedOn: textOf(value) })} isInvalid={false} isDisabled={false} />
      </ReportField>
      <ReportField id={opinion} label={reviewWords.opinion} problem={problem}>
        <Input.TextArea id={opinion} rows={3} maxLength={4000} value={result.reviewOpinion} onChange={(event) => setResult({ ...result, reviewOpinion: event.target.value })} />
      </ReportField>
    </Dialog>
  );
}
