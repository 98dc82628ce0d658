import { Button, Input } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { isAnswerApplied } from '../../../state/answer-question.ts';
import type { ContractProfile, Question } from '../../../../shared/contract/profile.ts';
import { goTo } from '../../../state/navigation.ts';
import { questionWords as words } from '../../../words/questions.ts';
import { sectionOfField } from '../section-of-field.ts';
import { placeLabel, sectionTitle } from '../section-titles.ts';

/** An answer that becomes the field's value where it can, or one that is only noted. */
export type GivenAnswer = { readonly text: string; readonly isNoteOnly: boolean };

type QuestionPanelProps = {
  readonly profile: ContractProfile;
  readonly question: Question;
  readonly isBusy: boolean;
  readonly isReadOnly: boolean;
  readonly answer: (given: GivenAnswer) => void;
  readonly putOff: () => void;
};

/** What became of an answer, and where to change what it could not. */
function Outcome(props: { readonly profile: ContractProfile; readonly question: Question }): ReactNode {
  const { profile, question } = props;
  const section = sectionOfField(question.field);
  return isAnswerApplied(profile, question)
    ? <span>{words.applied(placeLabel(question.field))}</span>
    : <span>{words.keptAsNote}　<Button type="link" size="small" onClick={() => void goTo({ screen: 'settings', section })}>{words.openField(sectionTitle(section))}</Button></span>;
}

function Answered(props: QuestionPanelProps & { readonly change: () => void }): ReactNode {
  return (
    <div className="question-answered">
      <p><strong>{words.answered(props.question.answer ?? '')}</strong></p>
      <p className="muted"><Outcome profile={props.profile} question={props.question} /></p>
      {props.isReadOnly ? null : <Button size="small" onClick={props.change}>{words.change}</Button>}
    </div>
  );
}

/** One question: candidates that answer with one press, a free answer, and the two usual ways to say that nothing changes. */
export function QuestionPanel(props: QuestionPanelProps): ReactNode {
  const { question, isBusy, isReadOnly, answer } = props;
  const [text, setText] = useState(question.answer ?? '');
  const [isChanging, setIsChanging] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const isOpen = question.answer === undefined || isChanging;
  const canAnswer = !isBusy && !isReadOnly;

  useEffect(() => {
    // The keyboard goes on where the last answer ended: first candidate, or the field for a free answer.
    if (isOpen) root.current?.querySelector<HTMLElement>('.question-candidates button, input')?.focus({ preventScroll: true });
  }, [question.id, isOpen]);

  const give = (given: GivenAnswer): void => {
    if (!canAnswer || given.text.trim() === '') return;
    setIsChanging(false);
    answer({ ...given, text: given.text.trim() });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
    event.preventDefault();
    give({ text, isNoteOnly: false });
  };

  return (
    <div className="question-panel" ref={root}>
      <h2>{question.question}</h2>
      {isOpen ? (
        <>
          {question.options.length === 0 ? null : (
            <fieldset className="question-candidates" aria-label={words.candidates}>
              {question.options.map((option) => <Button key={option} disabled={!canAnswer} onClick={() => give({ text: option, isNoteOnly: false })}>{option}</Button>)}
            </fieldset>
          )}
          <div className="question-free">
            <Input
              aria-label={question.options.length === 0 ? words.answer : words.other}
              placeholder={question.options.length === 0 ? words.answer : words.other}
              maxLength={1000}
              value={text}
              disabled={isReadOnly}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={onKey}
            />
            <Button type="primary" loading={isBusy} disabled={text.trim() === '' || isReadOnly} onClick={() => give({ text, isNoteOnly: false })}>{words.accept}</Button>
          </div>
          <div className="question-usual">
            <Button disabled={!canAnswer} onClick={() => give({ text: words.sameAsContract, isNoteOnly: true })}>{words.sameAsContract}</Button>
            <Button disabled={!canAnswer} onClick={() => give({ text: words.notApplicable, isNoteOnly: true })}>{words.notApplicable}</Button>
            {question.answer === undefined
              ? <Button type="text" onClick={props.putOff}>{words.later}</Button>
              : <Button type="text" onClick={() => setIsChanging(false)}>{words.keep}</Button>}
          </div>
        </>
      ) : <Answered {...props} change={() => setIsChanging(true)} />}
    </div>
  );
}
