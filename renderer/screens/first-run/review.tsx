import { Alert, App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { profileSchema, type Contract, type ContractProfile } from '../../../shared/contract/profile.ts';
import type { Failure } from '../../../shared/result.ts';
import { call } from '../../api.ts';
import { QuestionCard } from '../../parts/question-card.tsx';
import { ProblemList } from '../../parts/problem-list.tsx';
import { answerQuestion, openQuestions } from '../../state/answer-question.ts';
import { failureTitle } from '../../words/errors.ts';
import { firstRunWords } from '../../words/first-run.ts';
import { questionWords } from '../../words/settings.ts';
import { profilePlace } from '../settings/sections.ts';
import { profileFacts } from './profile-facts.ts';

function Facts(props: { readonly profile: ContractProfile }): ReactNode {
  return (
    <table className="plain-table facts">
      <thead><tr><th scope="col">{firstRunWords.fact}</th><th scope="col">{firstRunWords.value}</th><th scope="col">{firstRunWords.source}</th></tr></thead>
      <tbody>
        {profileFacts(props.profile).map((fact) => (
          <tr key={fact.label}>
            <th scope="row">{fact.label}</th>
            <td>{fact.value}</td>
            <td className="muted" title={fact.source}><div className="fact-source">{fact.source ?? firstRunWords.noSource}</div></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ReviewProps = { readonly start: ContractProfile; readonly created: (contract: Contract) => void; readonly again: () => void };

/** What was read from the contract beside its own sentences; questions are answered here or later. */
export function Review(props: ReviewProps): ReactNode {
  const { start, created, again } = props;
  const { message } = App.useApp();
  const [profile, setProfile] = useState(start);
  const [noted, setNoted] = useState<readonly string[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const parsed = profileSchema.safeParse(profile);
  const problems = parsed.success ? [] : parsed.error.issues;

  const create = async (): Promise<void> => {
    setIsBusy(true);
    const result = await call('contracts.create', { profile });
    setIsBusy(false);
    if (!result.ok) return setFailure(result.error);
    message.success(firstRunWords.created);
    created(result.value);
  };

  return (
    <div className="review">
      <section className="panel" aria-label={firstRunWords.facts}>
        <h2>{firstRunWords.facts}</h2>
        <Facts profile={profile} />
      </section>
      <section className="panel" aria-label={firstRunWords.review}>
        <h2>{firstRunWords.questions(openQuestions(profile).length)}</h2>
        <p className="muted">{profile.questions.length === 0 ? firstRunWords.noQuestions : firstRunWords.questionsNote}</p>
        {profile.questions.map((question) => (
          <QuestionCard
            key={question.id}
            question={question}
            isBusy={false}
            answer={(text) => {
              const answered = answerQuestion(profile, question, text);
              setProfile(answered.profile);
              setNoted(answered.isApplied ? noted.filter((id) => id !== question.id) : [...noted, question.id]);
            }}
          >
            {noted.includes(question.id) ? <span className="muted">{questionWords.keptAsNote}</span> : null}
          </QuestionCard>
        ))}
      </section>
      {problems.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          title={firstRunWords.missing(problems.length)}
          description={<ul className="problem-list">{problems.map((issue) => <li key={issue.path.join('.')}><strong>{profilePlace(issue.path.join('.'))}</strong> {issue.message}</li>)}</ul>}
        />
      )}
      {failure === undefined ? null : <Alert type="error" showIcon title={failureTitle(failure.code)} description={<>{failure.message}<ProblemList failure={failure} /></>} />}
      <footer className="review-foot">
        <Button onClick={again}>{firstRunWords.again}</Button>
        <Button type="primary" loading={isBusy} disabled={problems.length > 0} onClick={() => void create()}>{firstRunWords.create}</Button>
      </footer>
    </div>
  );
}
