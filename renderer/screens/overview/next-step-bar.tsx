import { Button } from 'antd';
import { useMemo, type ReactNode } from 'react';
import type { Overview } from '../../../shared/ipc/overview.ts';
import type { Finding } from '../../../shared/rules/finding.ts';
import { Hint } from '../../parts/hint.tsx';
import { RightCircleIcon } from '../../parts/icons.tsx';
import { goTo } from '../../state/navigation.ts';
import { useShortcut } from '../../state/use-shortcut.ts';
import { overviewWords } from '../../words/overview.ts';
import { MendingButton } from './mending-button.tsx';
import { nextStep } from './next-step.ts';

const keys = 'Alt+Enter';

/** The one thing to do now, with its button. */
export function NextStepBar(props: { readonly overview: Overview; readonly findings: readonly Finding[] }): ReactNode {
  const { overview, findings } = props;
  const { text, route, finding } = useMemo(() => nextStep(overview, findings), [overview, findings]);
  const [mending] = finding?.mending ?? [];
  useShortcut(keys, () => void (route === undefined ? undefined : goTo(route)), route !== undefined);
  return (
    <section className="next-step" aria-label={overviewWords.nextStep}>
      <RightCircleIcon />
      <strong>{overviewWords.nextStep}</strong>
      <span>{text}</span>
      {route === undefined ? null : <Hint text={overviewWords.openAll} keys={keys}><Button type="primary" size="small" onClick={() => void goTo(route)}>{overviewWords.openAll}</Button></Hint>}
      {mending === undefined ? null : <MendingButton mending={mending} keys={keys} />}
    </section>
  );
}
