import { Button, Input, Radio, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Question } from '../../shared/contract/profile.ts';
import { questionWords } from '../words/settings.ts';

type QuestionCardProps = {
  readonly question: Question;
  readonly isBusy: boolean;
  readonly answer: (text: string) => void;
  /** Shown below an answer that is only a note. */
  readonly children?: ReactNode;
};

/** One uncertainty of the contract with the sentences it came from; a person decides. */
export function QuestionCard(props: QuestionCardProps): ReactNode {
  const { question, isBusy, answer } = props;
  const [choice, setChoice] = useState<string>();
  const [other, setOther] = useState('');
  const [isOpen, setIsOpen] = useState(question.answer === undefined);
  const text = (choice === undefined ? other : choice).trim();

  return (
    <article className={question.answer === undefined ? 'question' : 'question question-answered'} aria-label={question.question}>
      <h3>{question.question}</h3>
      {question.sources.length === 0 ? null : (
        <div className="question-sources">
          <span>{questionWords.source}</span>
          {question.sources.map((source) => <blockquote key={source}>{source}</blockquote>)}
        </div>
      )}
      {question.answer !== undefined && !isOpen ? (
        <div className="question-done">
          <Tag color="green">{questionWords.answered(question.answer)}</Tag>
          <Button type="link" size="small" onClick={() => setIsOpen(true)}>{questionWords.change}</Button>
          {props.children}
        </div>
      ) : (
        <div className="question-answer">
          {question.options.length === 0 ? null : (
            <Radio.Group
              vertical
              aria-label={questionWords.chooseOne}
              value={choice ?? null}
              options={question.options.map((option) => ({ value: option, label: option }))}
              onChange={(event) => setChoice(event.target.value)}
            />
          )}
          <div className="question-other">
            <Input
              aria-label={question.options.length === 0 ? questionWords.answer : questionWords.other}
              placeholder={question.options.length === 0 ? questionWords.answer : questionWords.other}
              maxLength={1000}
              value={other}
              onChange={(event) => {
                setChoice(undefined);
                setOther(event.target.value);
              }}
            />
            <Button
              type="primary"
              loading={isBusy}
              disabled={text === ''}
              onClick={() => {
                setIsOpen(false);
                answer(text);
              }}
            >
              {questionWords.accept}
            </Button>
          </div>
        </div>
      )}
    </article>
  );
}
