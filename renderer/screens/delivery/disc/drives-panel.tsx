import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { BurningMeans, Drive } from '../../../../shared/discs/drive.ts';
import { ReloadIcon } from '../../../parts/icons.tsx';
import { FailureView } from '../../../parts/state-views.tsx';
import type { Answer } from '../../../state/use-answer.ts';
import { discWords } from '../../../words/disc.ts';
import { discSize } from './disc-size.ts';

/** What lies in a drive, in a few words. */
export function driveText({ disc, problem }: Drive): string {
  if (problem !== undefined) return problem;
  if (disc === undefined) return discWords.noDisc;
  const state = disc.isBlank ? discWords.blank : disc.isRewritable ? discWords.rewritable : discWords.used;
  return [disc.kind, state, ...(disc.freeBytes === undefined || disc.freeBytes === 0 ? [] : [discWords.free(discSize(disc.freeBytes))])].filter((part) => part !== '').join('，');
}

/** The drives of this computer and what lies in them. */
export function DrivesPanel(props: { readonly means: Answer<BurningMeans> & { readonly reload: () => void } }): ReactNode {
  const { means } = props;
  return (
    <section className="panel" aria-label={discWords.drives}>
      <div className="panel-head">
        <h2>{discWords.drives}</h2>
        <Button size="small" icon={<ReloadIcon />} onClick={means.reload}>{discWords.look}</Button>
      </div>
      <div aria-live="polite" aria-busy={means.state === 'loading'}>
        {means.state === 'loading' ? <p className="muted">{discWords.looking}</p> : means.state === 'error' ? <FailureView failure={means.failure} retry={means.reload} /> : means.value.program === undefined ? <Alert type="info" showIcon title={means.value.advice} /> : means.value.drives.length === 0 ? <p className="muted">{discWords.noDrive}</p> : (
          <>
            <ul className="drives">
              {means.value.drives.map((drive) => (
                <li key={drive.id}><strong>{drive.name}</strong><div className={drive.problem === undefined ? 'muted' : 'field-problem'}>{driveText(drive)}</div></li>
              ))}
            </ul>
            <p className="muted">{discWords.program(means.value.program)}</p>
          </>
        )}
      </div>
    </section>
  );
}
