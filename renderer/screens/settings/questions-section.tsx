import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Contract, Question } from '../../../shared/contract/profile.ts';
import { call } from '../../api.ts';
import { QuestionCard } from '../../parts/question-card.tsx';
import { EmptyView } from '../../parts/state-views.tsx';
import { answerQuestion, openQuestions } from '../../state/answer-question.ts';
import { goTo } from '../../state/navigation.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { overviewWords } from '../../words/overview.ts';
import { questionWords } from '../../words/settings.ts';
import { sectionOfField } from './section-of-field.ts';

/** What reading the contract left open, answered one by one and saved at once. */
function QuestionsSection(props: { readonly contract: Contract }): ReactNode {
  const { contract } = props;
  const { questions } = contract.profile;
  const { message } = App.useApp();
  const keep = useWorkspace((workspace) => workspace.keep);
  const [busyId, setBusyId] = useState<string>();
  const [noted, setNoted] = useState<readonly string[]>([]);

  const answer = async (question: Question, text: string): Promise<void> => {
    setBusyId(question.id);
    const answered = answerQuestion(contract.profile, question, text);
    const saved = await call('contracts.save', { id: contract.id, profile: answered.profile, revision: contract.revision });
    setBusyId(undefined);
    if (!saved.ok) return void message.error(saved.error.message);
    setNoted(answered.isApplied ? noted.filter((id) => id !== question.id) : [...noted, question.id]);
    keep(saved.value);
  };

  if (questions.length === 0) return <EmptyView text={questionWords.none} />;
  return (
    <div className="questions">
      <p className="muted">{questionWords.help}　{questionWords.progress(questions.length - openQuestions(contract.profile).length, questions.length)}</p>
      {questions.map((question) => (
        <QuestionCard key={question.id} question={question} isBusy={busyId === question.id} answer={(text) => void answer(question, text)}>
          {noted.includes(question.id) ? (
            <>
              <span className="muted">{questionWords.keptAsNote}</span>
              <Button size="small" type="link" onClick={() => void goTo({ screen: 'settings', section: sectionOfField(question.field) })}>{overviewWords.editProfile}</Button>
            </>
          ) : null}
        </QuestionCard>
      ))}
    </div>
  );
}

/** The page of the settings menu. */
export function QuestionsPage(props: { readonly contract: Contract | undefined }): ReactNode {
  return props.contract === undefined ? null : <QuestionsSection key={props.contract.id} contract={props.contract} />;
}
