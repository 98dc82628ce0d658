import type { ReactNode } from 'react';
import type { Question } from '../../../../shared/contract/profile.ts';
import { CheckCircleIcon } from '../../../parts/icons.tsx';
import { questionWords } from '../../../words/questions.ts';

type QuestionListProps = {
  readonly questions: readonly Question[];
  readonly current: string;
  readonly later: ReadonlySet<string>;
  readonly choose: (id: string) => void;
};

function stateOf(question: Question, later: ReadonlySet<string>): string {
  if (question.answer !== undefined) return questionWords.isDone;
  return later.has(question.id) ? questionWords.isLater : questionWords.isOpen;
}

/** All questions with where they stand; choosing one opens it. */
export function QuestionList(props: QuestionListProps): ReactNode {
  const { questions, current, later, choose } = props;
  return (
    <nav className="question-list" aria-label={questionWords.list}>
      <h3>{questionWords.list}</h3>
      <ol>
        {questions.map((question) => (
          <li key={question.id}>
            <button type="button" aria-current={question.id === current ? 'true' : undefined} className={question.answer === undefined ? undefined : 'question-list-done'} onClick={() => choose(question.id)}>
              <span className="question-list-text">{question.question}</span>
              <span className="question-list-state">{question.answer === undefined ? stateOf(question, later) : <><CheckCircleIcon /> {questionWords.isDone}</>}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
