import type { ReactNode } from 'react';
import type { TemplateFault } from '../../../shared/ipc/template-channels.ts';
import { CheckCircleIcon } from '../../parts/icons.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { templateWords } from '../../words/templates.ts';
import { faultLine, faultPlace } from './fault-text.ts';

function Faults(props: { readonly title: string; readonly faults: readonly TemplateFault[]; readonly className: string }): ReactNode {
  if (props.faults.length === 0) return null;
  return (
    <div className={props.className}>
      <h3>{props.title}</h3>
      <ul className="faults" aria-label={props.title}>
        {props.faults.map((fault, index) => {
          const place = faultPlace(fault) === '' ? templateWords.wholeFile : faultPlace(fault);
          return (
            // Two tags of one paragraph may have the same fault.
            <li key={`${index} ${faultLine(fault)}`}>
              <div>
                <strong>{place}</strong>
                {fault.tag === '' ? null : <code>{fault.tag}</code>}
                <div>{fault.message}</div>
                {fault.suggestion === undefined ? null : <div className="fault-suggestion">{fault.suggestion}</div>}
              </div>
              <CopyButton text={faultLine(fault)} label={templateWords.copyFault(place)} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What is wrong with a template and what may be, each at its place; or that nothing is. */
export function FaultList(props: { readonly problems: readonly TemplateFault[]; readonly doubts: readonly TemplateFault[] }): ReactNode {
  const { problems, doubts } = props;
  if (problems.length + doubts.length === 0) return <p className="template-sound"><CheckCircleIcon /> {templateWords.checkSound}</p>;
  return (
    <>
      <Faults className="fault-problems" title={templateWords.problemsTitle(problems.length)} faults={problems} />
      <Faults className="fault-doubts" title={templateWords.doubtsTitle(doubts.length)} faults={doubts} />
    </>
  );
}
