import { App, Button, Progress } from 'antd';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Contract, ContractProfile, Question } from '../../../../shared/contract/profile.ts';
import { call } from '../../../api.ts';
import { CheckCircleIcon, LeftIcon, RightIcon } from '../../../parts/icons.tsx';
import { EmptyView } from '../../../parts/state-views.tsx';
import { answerQuestion, noteAnswer, openQuestions } from '../../../state/answer-question.ts';
import { goTo } from '../../../state/navigation.ts';
import { useIsReadOnly, useWorkspace } from '../../../state/workspace.ts';
import { questionWords as words } from '../../../words/questions.ts';
import { placeLabel } from '../section-titles.ts';
import { QuestionList } from './question-list.tsx';
import { QuestionPanel, type GivenAnswer } from './question-panel.tsx';
import { neighbour, nextOpen } from './question-walk.ts';
import { SourcePane } from './source-pane.tsx';

/** What the last answer did, and the profile before it. */
type LastAnswer = { readonly text: string; readonly questionId: string; readonly before: ContractProfile };

/** Saving the profile after an answer; a save elsewhere meanwhile is fetched instead of overwritten. */
function useProfileSave(contract: Contract): { readonly isBusy: boolean; readonly save: (profile: ContractProfile) => Promise<boolean> } {
  const { message } = App.useApp();
  const keep = useWorkspace((workspace) => workspace.keep);
  const [isBusy, setIsBusy] = useState(false);
  const save = async (profile: ContractProfile): Promise<boolean> => {
    setIsBusy(true);
    const saved = await call('contracts.save', { id: contract.id, profile, revision: contract.revision });
    if (saved.ok) keep(saved.value);
    else if (saved.error.code === 'conflict') {
      const listed = await call('contracts.list', {});
      const now = listed.ok ? listed.value.find(({ id }) => id === contract.id) : undefined;
      if (now !== undefined) keep(now);
      message.warning(words.conflict);
    } else message.error(saved.error.message);
    setIsBusy(false);
    return saved.ok;
  };
  return { isBusy, save };
}

function Head(props: { readonly index: number; readonly questions: readonly Question[]; readonly done: number; readonly step: (by: 1 | -1) => void }): ReactNode {
  const { index, questions, done, step } = props;
  return (
    <div className="question-head">
      <strong>{words.place(index + 1, questions.length)}</strong>
      <Progress className="question-progress" percent={Math.round((done / questions.length) * 100)} showInfo={false} size="small" aria-label={words.progress(done, questions.length)} />
      <span className="muted">{words.progress(done, questions.length)}</span>
      <Button size="small" icon={<LeftIcon />} aria-label={words.previous} disabled={index === 0} onClick={() => step(-1)} />
      <Button size="small" icon={<RightIcon />} aria-label={words.next} disabled={index === questions.length - 1} onClick={() => step(1)} />
    </div>
  );
}

function Questions(props: { readonly contract: Contract }): ReactNode {
  const { contract } = props;
  const { profile } = contract;
  const { questions } = profile;
  const isReadOnly = useIsReadOnly();
  const open = openQuestions(profile);
  const [currentId, setCurrentId] = useState(() => (open[0] ?? questions[0])?.id ?? '');
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<LastAnswer>();
  const { isBusy, save } = useProfileSave(contract);
  const index = Math.max(0, questions.findIndex(({ id }) => id === currentId));
  const question = questions[index];
  if (question === undefined) return null;

  const answer = async (given: GivenAnswer): Promise<void> => {
    const answered = given.isNoteOnly ? { profile: noteAnswer(profile, question, given.text), isApplied: false } : answerQuestion(profile, question, given.text);
    if (!(await save(answered.profile))) return;
    setLast({ text: `${given.text}（${answered.isApplied ? words.applied(placeLabel(question.field)) : words.keptAsNote}）`, questionId: question.id, before: profile });
    setCurrentId(nextOpen(questions, question.id, later) ?? question.id);
  };
  const undo = async (): Promise<void> => {
    if (last === undefined || !(await save(last.before))) return;
    setCurrentId(last.questionId);
    setLast(undefined);
  };
  const step = (by: 1 | -1): void => setCurrentId(neighbour(questions, question.id, by));
  const onKey = (event: KeyboardEvent): void => {
    // A key that is held down must not answer the questions that follow.
    if (event.key === 'Enter' && event.repeat) return event.preventDefault();
    if (event.nativeEvent.isComposing || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    step(event.key === 'ArrowUp' ? -1 : 1);
  };

  return (
    <div className="questions">
      {/* Arrow keys go on from wherever in the column the focus is. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="question-column" onKeyDown={onKey}>
        <section aria-label={words.current} className="panel">
          <Head index={index} questions={questions} done={questions.length - open.length} step={step} />
          <QuestionPanel key={question.id} profile={profile} question={question} isBusy={isBusy} isReadOnly={isReadOnly} answer={(given) => void answer(given)} putOff={() => {
            setLater(new Set([...later, question.id]));
            setCurrentId(nextOpen(questions, question.id, later) ?? question.id);
          }} />
          {last === undefined ? <p className="muted question-keys">{words.keys}</p> : (
            <output className="question-last"><CheckCircleIcon /> {words.last}{last.text} <Button type="link" size="small" disabled={isBusy} onClick={() => void undo()}>{words.undo}</Button></output>
          )}
        </section>
        {open.length > 0 ? null : (
          <div className="question-all-done">
            <div><strong>{words.allDone}</strong><p className="muted">{words.allDoneHelp}</p></div>
            <Button type="primary" onClick={() => void goTo({ screen: 'overview' })}>{words.toOverview}</Button>
          </div>
        )}
        <QuestionList questions={questions} current={question.id} later={later} choose={setCurrentId} />
      </div>
      <SourcePane contract={contract} question={question} isReadOnly={isReadOnly} />
    </div>
  );
}

/** What reading the contract left open, answered one by one beside its text and saved at once. */
export function QuestionsPage(props: { readonly contract: Contract | undefined }): ReactNode {
  const { contract } = props;
  if (contract === undefined) return null;
  return contract.profile.questions.length === 0
    ? <EmptyView text={words.none}><p className="muted">{words.noneHelp}</p></EmptyView>
    : <Questions key={contract.id} contract={contract} />;
}
