import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import { renewedProfile } from '../../../shared/contract/renew.ts';
import { Page } from '../../parts/page.tsx';
import { EmptyView } from '../../parts/state-views.tsx';
import { openQuestions } from '../../state/answer-question.ts';
import { goTo } from '../../state/navigation.ts';
import { useIsReadOnly, useWorkspace } from '../../state/workspace.ts';
import { firstRunWords } from '../../words/first-run.ts';
import { ByHand } from './by-hand.tsx';
import { Choose } from './choose.tsx';
import { Review, type Proposal } from './review.tsx';

type Step = { readonly at: 'choose' } | { readonly at: 'hand' } | { readonly at: 'review'; readonly proposal: Proposal };

/** The profile of a contract for the time after it; its text is not that of the next one. */
function renewalOf(contract: Contract): Proposal {
  return { origin: 'renewal', profile: renewedProfile(contract.profile), document: undefined, renews: contract.id };
}

function titleOf(step: Step): string {
  if (step.at === 'hand') return firstRunWords.handTitle;
  if (step.at === 'choose') return firstRunWords.title;
  return step.proposal.origin === 'renewal' ? firstRunWords.reviewRenewal : firstRunWords.review;
}

/** The first screen of an empty data folder, and the way to a further contract; with `renews` straight to that contract's renewal. */
export function NewContractScreen(props: { readonly renews?: string | undefined }): ReactNode {
  const keep = useWorkspace((workspace) => workspace.keep);
  const isReadOnly = useIsReadOnly();
  const renewed = useWorkspace((workspace) => workspace.contracts.find(({ id }) => id === props.renews));
  const [step, setStep] = useState<Step>(() => (renewed === undefined ? { at: 'choose' } : { at: 'review', proposal: renewalOf(renewed) }));
  const back = (): void => setStep({ at: 'choose' });
  const created = async (contract: Contract, asks: boolean): Promise<void> => {
    keep(contract);
    // Questions about the contract change every check, so they come before anything else.
    await goTo(asks && openQuestions(contract.profile).length > 0 ? { screen: 'settings', section: 'questions' } : { screen: 'overview' });
  };
  if (isReadOnly) return <Page title={firstRunWords.title}><EmptyView text={firstRunWords.readOnly}><Button onClick={() => void goTo({ screen: 'settings', section: 'data' })}>{firstRunWords.openData}</Button></EmptyView></Page>;
  return (
    <Page title={titleOf(step)} fills={step.at === 'review'}>
      {step.at === 'choose' ? <Choose propose={(proposal) => setStep({ at: 'review', proposal })} renew={(contract) => setStep({ at: 'review', proposal: renewalOf(contract) })} byHand={() => setStep({ at: 'hand' })} created={(contract) => void created(contract, false)} /> : null}
      {step.at === 'hand' ? <ByHand created={(contract) => void created(contract, true)} back={back} /> : null}
      {step.at === 'review' ? <Review proposal={step.proposal} created={(contract) => void created(contract, true)} again={back} /> : null}
    </Page>
  );
}
