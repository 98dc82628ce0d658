import { DownloadIcon, UploadIcon } from '../../parts/icons.tsx';
import { App, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { KindName } from '../../../shared/records/kinds.ts';
import type { Problem } from '../../../shared/app-error.ts';
import { call } from '../../api.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { problemsOf } from '../../state/failure-problems.ts';
import { saveDownload } from '../../state/save-download.ts';
import type { PickedFile } from '../../state/picked-file.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { recordsWords } from '../../words/records.ts';

/** Hands out the empty sheet of a kind, and takes a filled one: all of its rows, or none and every problem by row and column. */
export function ImportButton(props: { readonly contractId: string; readonly kind: KindName }): ReactNode {
  const { contractId, kind } = props;
  const { message } = App.useApp();
  const recordsChanged = useWorkspace((workspace) => workspace.recordsChanged);
  const [isBusy, setIsBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  const picked = async (file: PickedFile): Promise<void> => {
    setIsBusy(true);
    const result = await call('records.import', { contractId, kind, file, dryRun: false });
    setIsBusy(false);
    if (!result.ok) {
      const found = problemsOf(result.error);
      return setProblems(found.length > 0 ? found : [{ place: file.name, message: result.error.message }]);
    }
    setProblems(result.value.problems);
    if (result.value.problems.length > 0) return;
    message.success(recordsWords.imported(result.value.imported));
    recordsChanged(contractId);
  };

  const downloadSheet = async (): Promise<void> => {
    const result = await call('records.sheet', { contractId, kind });
    if (result.ok) saveDownload(result.value.name, result.value.base64);
    else message.error(result.error.message);
  };

  return (
    <>
      <Button icon={<DownloadIcon />} onClick={() => void downloadSheet()}>{recordsWords.emptySheet}</Button>
      <FileButton label={recordsWords.importFile} accept=".xlsx" icon={<UploadIcon />} isBusy={isBusy} picked={(file) => void picked(file)} />
      <Dialog title={recordsWords.importFailed(problems.length)} isOpen={problems.length > 0} close={() => setProblems([])} width={720}>
        <p>{recordsWords.importHint}</p>
        <div className="dialog-scroll">
          <ul className="problem-list">{problems.map(({ place, message: text }) => <li key={`${place} ${text}`}><strong>{place}</strong> {text}</li>)}</ul>
        </div>
      </Dialog>
    </>
  );
}
