import { Button } from 'antd';
import { useMemo, type ReactNode } from 'react';
import type { Overview } from '../../../shared/ipc/overview.ts';
import type { Finding } from '../../../shared/rules/finding.ts';
import { Hint } from '../../parts/hint.tsx';
import { RightCircleIcon } from '../../parts/icons.tsx';
import { openQuestions } from '../../state/answer-question.ts';
import { goTo } from '../../state/navigation.ts';
import { useShortcut } from '../../state/use-shortcut.ts';
import { readinessWords } from '../../words/overview-pictures.ts';
import { overviewWords } from '../../words/overview.ts';
import { MendingButton } from '../../findings/mending-button.tsx';
import { nextStep, questionStep, type NextStep } from './next-step.ts';

const keys = 'Alt+Enter';

/**
 * The one thing to do now, with its button. Its place is kept while the check runs, so that nothing jumps under the pointer.
 * @param props.findings undefined while the check runs
 */
export function NextStepBar(props: { readonly overview: Overview; readonly findings: readonly Finding[] | undefined }): ReactNode {
  const { overview, findings } = props;
  const { text, route, finding } = useMemo((): NextStep => (findings === undefined ? { text: readinessWords.waiting } : nextStep(overview, findings)), [overview, findings]);
  const [mending] = finding?.mending ?? [];
  const questions = questionStep(overview.contract);
  useShortcut(keys, () => void (route === undefined ? undefined : goTo(route)), route !== undefined);
  return (
    <section className="next-step" aria-label={overviewWords.nextStep}>
      <RightCircleIcon />
      <strong>{overviewWords.nextStep}</strong>
      <span>{text}</span>
      {questions === undefined || questions.text === text ? null : <Button type="link" size="small" className="next-step-also" onClick={() => void (questions.route === undefined ? undefined : goTo(questions.route))}>{overviewWords.alsoQuestions(openQuestions(overview.contract.profile).length)}</Button>}
      {route === undefined ? null : <Hint text={overviewWords.openAll} keys={keys}><Button type="primary" size="small" onClick={() => void goTo(route)}>{overviewWords.openAll}</Button></Hint>}
      {mending === undefined || finding === undefined ? null : <MendingButton mending={mending} finding={finding} keys={keys} />}
    </section>
  );
}
