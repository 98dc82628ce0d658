import { Button, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import type { LocalDate } from '../../../../shared/dates.ts';
import type { QuestionBody, ReportQuestion } from '../../../../shared/ipc/report-life-channels.ts';
import { DateInput } from '../../../forms/inputs/date-inputs.tsx';
import { PersonInput } from '../../../forms/inputs/text-inputs.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { useIsReadOnly } from '../../../state/workspace.ts';
import { reviewQuestionWords as words } from '../../../words/report-life.ts';
import { ReportField } from '../report-field.tsx';
import { bodyOfDraft, draftOf, draftProblem, type QuestionDraft } from './question-draft.ts';
import type { LifeActions } from './use-life-actions.ts';

const dateDefinition = { required: true };
const personDefinition = { required: false };

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

type QuestionDialogProps = {
  readonly question: ReportQuestion | undefined;
  readonly withAnswer: boolean;
  readonly submittedOn: LocalDate;
  readonly today: LocalDate;
  readonly isBusy: boolean;
  readonly save: (body: QuestionBody) => void;
  readonly close: () => void;
};

function QuestionDialog(props: QuestionDialogProps): ReactNode {
  const { question, withAnswer, submittedOn, today, isBusy, save, close } = props;
  const [draft, setDraft] = useState<QuestionDraft>(() => draftOf(question, withAnswer, today));
  const id = useId();
  const problem = draftProblem(draft, withAnswer, submittedOn);
  const put = (field: keyof QuestionDraft) => (value: unknown): void => setDraft((before) => ({ ...before, [field]: textOf(value) }));
  const day = (field: 'askedOn' | 'answeredOn'): ReactNode => (
    <ReportField id={`${id}${field}`} label={words[field]}><DateInput id={`${id}${field}`} definition={dateDefinition} value={draft[field]} onChange={put(field)} isInvalid={false} isDisabled={false} /></ReportField>
  );
  const person = (field: 'askedBy' | 'answeredBy'): ReactNode => (
    <ReportField id={`${id}${field}`} label={words[field]}><PersonInput id={`${id}${field}`} definition={personDefinition} value={draft[field]} onChange={put(field)} isInvalid={false} isDisabled={false} /></ReportField>
  );
  return (
    <Dialog title={withAnswer ? words.answerTitle : words.addTitle} isOpen close={close} confirm={{ text: words.save, isBusy, isDisabled: problem !== undefined, action: () => save(bodyOfDraft(draft, withAnswer)) }}>
      {day('askedOn')}
      {person('askedBy')}
      <ReportField id={`${id}question`} label={words.question}><Input.TextArea id={`${id}question`} rows={3} maxLength={4000} value={draft.question} onChange={(event) => put('question')(event.target.value)} /></ReportField>
      {withAnswer ? (
        <>
          {day('answeredOn')}
          {person('answeredBy')}
          <ReportField id={`${id}answer`} label={words.answerText}><Input.TextArea id={`${id}answer`} rows={4} maxLength={4000} value={draft.answer} onChange={(event) => put('answer')(event.target.value)} /></ReportField>
        </>
      ) : null}
      {problem === undefined ? null : <p className="muted"><output>{problem}</output></p>}
    </Dialog>
  );
}

type QuestionsPanelProps = { readonly questions: readonly ReportQuestion[]; readonly submittedOn: LocalDate; readonly today: LocalDate; readonly actions: LifeActions };

/** What the customer asked in the review, and what was answered. */
export function QuestionsPanel(props: QuestionsPanelProps): ReactNode {
  const { questions, submittedOn, today, actions } = props;
  const isReadOnly = useIsReadOnly();
  const [edited, setEdited] = useState<{ readonly question: ReportQuestion | undefined; readonly withAnswer: boolean }>();
  const open = questions.filter(({ answer }) => answer === undefined).length;
  return (
    <section className="panel" aria-label={words.title}>
      <header className="panel-head">
        <h2>{words.title}</h2>
        {open === 0 ? null : <span className="muted">{words.openCount(open)}</span>}
      </header>
      {questions.length === 0 ? <p className="muted">{words.none}</p> : (
        <ol className="life-questions">
          {questions.map((question) => (
            <li key={question.id}>
              <div className="muted">{words.asked(question.askedOn, question.askedBy)}</div>
              <div className="life-text">{question.question}</div>
              {question.answer === undefined || question.answeredOn === undefined ? <div className="figure-differs">{words.open}</div> : (
                <>
                  <div className="muted">{words.answered(question.answeredOn, question.answeredBy)}</div>
                  <div className="life-text">{question.answer}</div>
                </>
              )}
              {isReadOnly ? null : (
                <div>
                  {question.answer === undefined ? <Button size="small" type="primary" onClick={() => setEdited({ question, withAnswer: true })}>{words.answer}</Button> : null}
                  <Button size="small" type="link" onClick={() => setEdited({ question, withAnswer: question.answer !== undefined })}>{words.edit}</Button>
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
      {isReadOnly ? null : <div className="report-actions"><Button onClick={() => setEdited({ question: undefined, withAnswer: false })}>{words.add}</Button></div>}
      {edited === undefined ? null : (
        <QuestionDialog
          question={edited.question}
          withAnswer={edited.withAnswer}
          submittedOn={submittedOn}
          today={today}
          isBusy={actions.isBusy}
          close={() => setEdited(undefined)}
          save={(body) => void actions.question(edited.question, body).then((isSaved) => { if (isSaved) setEdited(undefined); })}
        />
      )}
    </section>
  );
}
