import { Alert, Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import { attachmentWords } from '../words/attachments.ts';
import { useWaitingFiles, type Waiting, type WaitingFile } from './waiting-files.ts';

function Failures(props: { readonly files: readonly WaitingFile[] }): ReactNode {
  const { retry, drop } = useWaitingFiles.getState();
  return (
    <ul className="attachment-failures">
      {props.files.map(({ key, name, problem }) => (
        <li key={key}>
          <span><strong>{name}</strong> {problem}</span>
          <Button size="small" aria-label={`${attachmentWords.retry} ${name}`} onClick={() => retry(key)}>{attachmentWords.retry}</Button>
          <Button size="small" type="text" aria-label={`${attachmentWords.dismiss} ${name}`} onClick={() => drop(key)}>{attachmentWords.dismiss}</Button>
        </li>
      ))}
    </ul>
  );
}

/** How far adding is, what came of it, and which files could not be added and why. */
export function WaitingNotes(props: { readonly waiting: Waiting }): ReactNode {
  const { recordId, files, sent, reduced } = props.waiting;
  const failed = files.filter(({ state }) => state === 'failed');
  const open = files.length - failed.length;
  const total = sent + open;
  return (
    <>
      <output className="attachment-progress">
        {recordId === undefined && open > 0 ? attachmentWords.waitsForSave(open) : null}
        {recordId !== undefined && open > 0 ? (
          <>
            {attachmentWords.adding(sent, total)}
            <Progress size="small" percent={Math.floor((sent / total) * 100)} showInfo={false} aria-label={attachmentWords.adding(sent, total)} />
          </>
        ) : null}
        {open === 0 && sent > 0 ? attachmentWords.added(sent, reduced) : null}
      </output>
      {failed.length === 0 ? null : <Alert type="error" showIcon title={<>{attachmentWords.failedTitle(failed.length)}<Failures files={failed} /></>} />}
    </>
  );
}
