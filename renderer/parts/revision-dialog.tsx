import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { problemsOf } from '../state/failure-problems.ts';
import { useRevisionQuestion } from '../state/revision-question.ts';
import { revisionWords } from '../words/sign-off.ts';
import { Dialog } from './dialog.tsx';

const shownPapers = 8;
const longestReason = 200;

/** Asks why records on signed papers are changed, before they are: the papers get a new version. */
export function RevisionDialog(): ReactNode {
  const question = useRevisionQuestion((state) => state.question);
  const answer = useRevisionQuestion((state) => state.answer);
  const [reason, setReason] = useState('');
  const field = useId();
  const input = useRef<TextAreaRef>(null);
  const isAsked = question !== undefined;
  // The dialog takes the focus itself when it has opened.
  useEffect(() => {
    if (!isAsked) return;
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => input.current?.focus()));
    return () => cancelAnimationFrame(frame);
  }, [isAsked]);
  const problems = question === undefined ? [] : problemsOf(question);
  const records = Number(question?.details['records'] ?? 1);
  const said = reason.trim();
  const settle = (result: string | undefined): void => {
    setReason('');
    answer(result);
  };
  return (
    <Dialog
      title={records > 1 ? revisionWords.titleMany(records) : revisionWords.title}
      isOpen={question !== undefined}
      close={() => settle(undefined)}
      confirm={{ text: revisionWords.confirm, action: () => settle(said), isBusy: false, isDisabled: said === '' }}
    >
      <p>{revisionWords.text}</p>
      <ul className="revision-papers">
        {problems.slice(0, shownPapers).map(({ place, message }) => <li key={`${place} ${message}`}><span className="muted">{place}</span> {message}</li>)}
        {problems.length > shownPapers ? <li className="muted">{revisionWords.more(problems.length - shownPapers)}</li> : null}
      </ul>
      <label htmlFor={field}>{revisionWords.reason}</label>
      <Input.TextArea
        id={field}
        ref={input}
        rows={2}
        maxLength={longestReason}
        value={reason}
        placeholder={revisionWords.reasonHint}
        aria-describedby={`${field}-note`}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || said === '') return;
          event.preventDefault();
          settle(said);
        }}
      />
      <p id={`${field}-note`} className="muted">{revisionWords.reasonNote}</p>
    </Dialog>
  );
}
