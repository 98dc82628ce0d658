import { Alert, App, Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ContractDocument } from '../../../shared/contract/contract-document.ts';
import { sameContract } from '../../../shared/contract/new-profile.ts';
import type { Contract, ContractProfile } from '../../../shared/contract/profile.ts';
import type { Renews } from '../../../shared/ipc/contract-channels.ts';
import type { Unsettled } from '../../../shared/renewal/unsettled.ts';
import type { Failure } from '../../../shared/result.ts';
import { call } from '../../api.ts';
import { ContractText } from '../../parts/contract-text.tsx';
import { FailureView, LoadingView } from '../../parts/state-views.tsx';
import { ProblemList } from '../../parts/problem-list.tsx';
import { openQuestions } from '../../state/answer-question.ts';
import { goTo } from '../../state/navigation.ts';
import { useAnswer, type Answer } from '../../state/use-answer.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { failureTitle } from '../../words/errors.ts';
import { firstRunWords, unsettledWords } from '../../words/first-run.ts';
import { profileFacts, type Fact } from './profile-facts.ts';
import { matterKey, UnsettledList } from './unsettled-list.tsx';

/** A profile to look at before it is made, and where it came from. */
export type Proposal = { readonly origin: 'text' | 'renewal'; readonly profile: ContractProfile; readonly document: ContractDocument | undefined; readonly renews?: string | undefined };

type FactsProps = { readonly profile: ContractProfile; readonly hasText: boolean; readonly chosen: string | undefined; readonly choose: (fact: Fact) => void };

function FactValue(props: FactsProps & { readonly fact: Fact }): ReactNode {
  const { fact, hasText, chosen, choose } = props;
  if (!hasText) return fact.value;
  if (fact.source === undefined) return <>{fact.value}<div className="muted">{firstRunWords.noSource}</div></>;
  return <button type="button" className="fact-link" aria-pressed={chosen === fact.label} aria-label={firstRunWords.showSource(`${fact.label} ${fact.value}`)} onClick={() => choose(fact)}>{fact.value}</button>;
}

/** What was read, by groups; each fact leads to its sentence. */
function Facts(props: FactsProps): ReactNode {
  return profileFacts(props.profile).map((group) => (
    <section key={group.title} className="fact-group" aria-label={group.title}>
      <h3>{group.title}</h3>
      <table className="plain-table facts">
        <tbody>
          {group.facts.map((fact) => (
            <tr key={fact.label} className={props.chosen === fact.label ? 'fact-chosen' : undefined}>
              <th scope="row">{fact.label}</th>
              <td><FactValue {...props} fact={fact} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ));
}

/** Two profiles of one contract would each have a part of its records. */
function KnownContract(props: { readonly profile: ContractProfile }): ReactNode {
  const contracts = useWorkspace((workspace) => workspace.contracts);
  const open = useWorkspace((workspace) => workspace.open);
  const known = sameContract(contracts, props.profile);
  if (known === undefined) return null;
  const openKnown = async (): Promise<void> => {
    if (await goTo({ screen: 'overview' })) open(known.id);
  };
  return <Alert type="warning" showIcon title={firstRunWords.known(known.profile.title)} action={<Button size="small" onClick={() => void openKnown()}>{firstRunWords.openKnown}</Button>} />;
}

const nothingLeft: ReadonlySet<string> = new Set();

function chosenMatters(unsettled: Answer<readonly Unsettled[]>, left: ReadonlySet<string>): Renews['matters'] {
  if (unsettled.state !== 'ready') return [];
  return unsettled.value.filter((matter) => !left.has(matterKey(matter))).map(({ recordId, row }) => ({ recordId, ...(row === undefined ? {} : { row }) }));
}

type ReviewProps = { readonly proposal: Proposal; readonly created: (contract: Contract) => void; readonly again: () => void };

/** What was read from the contract beside its text; its questions are answered after the profile was made. */
export function Review(props: ReviewProps): ReactNode {
  const { proposal: { profile, document, origin, renews }, created, again } = props;
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<Fact>();
  const [left, setLeft] = useState<ReadonlySet<string>>(nothingLeft);
  const unsettled = useAnswer('contracts.unsettled', renews === undefined ? undefined : { id: renews });
  // Without the list nobody could know what is not taken along.
  const isWaiting = renews !== undefined && unsettled.state !== 'ready';
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const open = openQuestions(profile).length;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The one thing to do here: Enter makes the profile. What was read stays where it is.
    button.current?.focus({ preventScroll: true });
  }, []);

  const create = async (): Promise<void> => {
    setIsBusy(true);
    const result = await call('contracts.create', { profile, ...(document === undefined ? {} : { document }), ...(renews === undefined ? {} : { renews: { contractId: renews, matters: chosenMatters(unsettled, left) } }) });
    setIsBusy(false);
    if (!result.ok) {
      // The list shows what has changed meanwhile.
      if (renews !== undefined) unsettled.reload();
      return setFailure(result.error);
    }
    message.success(firstRunWords.created);
    created(result.value);
  };

  return (
    <div className="review">
      <div className={document === undefined && renews === undefined ? 'review-columns review-without-text' : 'review-columns'}>
        <section className="panel review-facts" aria-label={origin === 'renewal' ? firstRunWords.renewalFacts : firstRunWords.facts}>
          <h2>{origin === 'renewal' ? firstRunWords.renewalFacts : firstRunWords.facts}</h2>
          <KnownContract profile={profile} />
          <Facts profile={profile} hasText={document !== undefined} chosen={chosen?.label} choose={setChosen} />
          {origin === 'renewal' ? <p className="muted">{firstRunWords.renewalText}</p> : null}
        </section>
        {renews === undefined ? null : (
          <section className="panel review-facts" aria-label={unsettledWords.title}>
            <h2>{unsettledWords.title}</h2>
            {unsettled.state === 'ready' ? <UnsettledList matters={unsettled.value} left={left} change={setLeft} /> : unsettled.state === 'error' ? <FailureView failure={unsettled.failure} retry={unsettled.reload} /> : <LoadingView />}
          </section>
        )}
        {document === undefined ? null : <ContractText document={document} quoted={Object.values(profile.sources)} current={chosen?.source === undefined ? [] : [chosen.source]} />}
      </div>
      {failure === undefined ? null : <Alert type="error" showIcon title={failureTitle(failure.code)} description={<>{failure.message}<ProblemList failure={failure} /></>} />}
      <footer className="review-foot">
        <span>{open === 0 ? firstRunWords.noQuestions : document === undefined ? firstRunWords.questionsAlone(open) : firstRunWords.questions(open)}</span>
        <Button onClick={again}>{firstRunWords.again}</Button>
        <Button ref={button} type="primary" loading={isBusy} disabled={isWaiting} onClick={() => void create()}>{firstRunWords.create}</Button>
      </footer>
    </div>
  );
}
