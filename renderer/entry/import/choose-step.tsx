import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/result.ts';
import { FileButton } from '../../parts/file-button.tsx';
import { DownloadIcon, UploadIcon } from '../../parts/icons.tsx';
import { readPickedFile, type PickedFile } from '../../state/picked-file.ts';
import { importWords } from '../../words/entry-import.ts';

type ChooseStepProps = { readonly isBusy: boolean; readonly isDisabled: boolean; readonly failure: Failure | undefined; readonly picked: (file: PickedFile) => void; readonly downloadSheet: () => void };

/** Takes the file: by choice or by drop. */
export function ChooseStep(props: ChooseStepProps): ReactNode {
  const { isBusy, isDisabled, failure, picked, downloadSheet } = props;
  const [isOver, setIsOver] = useState(false);
  return (
    // The drop is a second way beside the button inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={isOver ? 'drop-zone drop-zone-over' : 'drop-zone'}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        const [file] = event.dataTransfer.files;
        if (file !== undefined && !isDisabled) void readPickedFile(file).then(picked);
      }}
    >
      <p>{importWords.chooseHelp}</p>
      {failure === undefined ? null : <p className="field-problem" role="alert">{failure.message}</p>}
      {isDisabled ? null : <FileButton label={importWords.chooseFile} accept=".xlsx,.xlsm,.csv" type="primary" icon={<UploadIcon />} isBusy={isBusy} picked={picked} />}
      <Button type="link" icon={<DownloadIcon />} onClick={downloadSheet}>{importWords.emptySheet}</Button>
      <span className="muted">{importWords.emptySheetHelp}</span>
    </div>
  );
}
