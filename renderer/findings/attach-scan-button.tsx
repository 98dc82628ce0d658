import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { FileChoice } from '../../shared/sign-off/scan.ts';
import { FilesButton } from '../attachments/files-button.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { useWorkspace } from '../state/workspace.ts';
import { findingWords } from '../words/findings.ts';

const ScansDialog = lazy(() => import('../screens/delivery/sign-off/scans-dialog.tsx').then((module) => ({ default: module.ScansDialog })));

type AttachProps = { readonly contractId: string; readonly choice: FileChoice; readonly files: readonly File[]; readonly done: () => void; readonly close: () => void };

function Attach(props: AttachProps): ReactNode {
  const { contractId, choice, files, done, close } = props;
  const [start] = useState(() => ({ files, target: choice }));
  const prefix = useWorkspace((workspace) => workspace.contracts.find(({ id }) => id === contractId)?.profile.deliverablePrefix ?? '');
  const board = useAnswer('signOff.board', { contractId });
  if (board.state !== 'ready') return null;
  const changed = (): void => {
    done();
    useWorkspace.getState().recordsChanged(contractId);
  };
  return <Suspense fallback={null}><ScansDialog contractId={contractId} prefix={prefix} documents={board.value.documents} today={board.value.today} start={start} changed={changed} close={close} /></Suspense>;
}

/** Chooses the scan of a signed document and keeps it, from the finding that misses it. */
export function AttachScanButton(props: { readonly contractId: string; readonly choice: FileChoice; readonly done: () => void }): ReactNode {
  const [files, setFiles] = useState<readonly File[]>();
  return (
    <>
      <FilesButton label={findingWords.attachScan} look="link" picked={setFiles} />
      {files === undefined ? null : <Attach {...props} files={files} close={() => setFiles(undefined)} />}
    </>
  );
}
