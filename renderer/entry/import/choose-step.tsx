import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Failure } from '../../../shared/result.ts';
import { DropZone } from '../../parts/drop-zone.tsx';
import { FileButton } from '../../parts/file-button.tsx';
import { DownloadIcon, UploadIcon } from '../../parts/icons.tsx';
import { readPickedFile, type PickedFile } from '../../state/picked-file.ts';
import { importWords } from '../../words/entry-import.ts';

type ChooseStepProps = { readonly isBusy: boolean; readonly isDisabled: boolean; readonly failure: Failure | undefined; readonly picked: (file: PickedFile) => void; readonly downloadSheet: () => void };

/** Takes the file: by choice or by drop. */
export function ChooseStep(props: ChooseStepProps): ReactNode {
  const { isBusy, isDisabled, failure, picked, downloadSheet } = props;
  return (
    <DropZone
      className="drop-zone"
      overClassName="drop-zone-over"
      dropped={(file) => {
        if (!isDisabled) void readPickedFile(file).then(picked);
      }}
    >
      <p>{importWords.chooseHelp}</p>
      {failure === undefined ? null : <p className="field-problem" role="alert">{failure.message}</p>}
      {isDisabled ? null : <FileButton label={importWords.chooseFile} accept=".xlsx,.xlsm,.csv" type="primary" icon={<UploadIcon />} isBusy={isBusy} picked={picked} />}
      <Button type="link" icon={<DownloadIcon />} onClick={downloadSheet}>{importWords.emptySheet}</Button>
      <span className="muted">{importWords.emptySheetHelp}</span>
    </DropZone>
  );
}
