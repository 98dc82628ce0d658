import { App, Button, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { needOf, type BoardDocument, type KeptScan } from '../../../../shared/sign-off/board.ts';
import { call } from '../../../api.ts';
import { FilesButton } from '../../../attachments/files-button.tsx';
import { historyInstant } from '../../../forms/history-text.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { FailureView, LoadingView } from '../../../parts/state-views.tsx';
import { useAsk } from '../../../parts/use-ask.ts';
import { saveDownload } from '../../../state/save-download.ts';
import { useAnswer } from '../../../state/use-answer.ts';
import { attachmentWords } from '../../../words/attachments.ts';
import { issuedWords } from '../../../words/delivery.ts';
import { boardWords, needWords, paperWords } from '../../../words/sign-off.ts';
import { ScanPreview } from './scan-preview.tsx';

type DocumentDialogProps = {
  readonly contractId: string;
  readonly document: BoardDocument;
  readonly title: string;
  readonly isReadOnly: boolean;
  /** Scans for this document, chosen here. */
  readonly picked: (files: readonly File[]) => void;
  readonly changed: () => void;
  readonly close: () => void;
};

/** What happened to the paper, the newest first. */
function steps(document: BoardDocument): readonly (readonly [what: string, when: string, why: string])[] {
  const { made, printed, signed, scanned, replaced, version, reason } = document;
  return [
    ...(scanned === undefined ? [] : [[issuedWords.scanned, boardWords.stepOf(scanned.day, scanned.person), ''] as const]),
    ...(signed === undefined ? [] : [[issuedWords.signed, boardWords.stepOf(signed.day, signed.person), ''] as const]),
    ...(printed === undefined ? [] : [[issuedWords.printed, boardWords.stepOf(printed.day, printed.person), ''] as const]),
    ...(made === undefined ? [] : [[`${paperWords.made}${boardWords.edition(version)}`, boardWords.stepOf(historyInstant(made.at), made.by), reason] as const]),
    ...replaced.toReversed().map((old) => [boardWords.replaced(old.version), boardWords.stepOf(historyInstant(old.at), old.by), boardWords.replacedReason(old.reason)] as const),
  ];
}

function ScanRow(props: { readonly scan: KeptScan; readonly isCurrent: boolean; readonly isReadOnly: boolean; readonly look: () => void; readonly download: () => void; readonly remove: () => void }): ReactNode {
  const { scan, isCurrent, isReadOnly, look, download, remove } = props;
  const facts = [scan.pages === undefined ? '' : paperWords.pages(scan.pages), attachmentWords.size(scan.size), scan.addedAt === undefined ? paperWords.atRecord : paperWords.added(historyInstant(scan.addedAt), scan.addedBy ?? '')].filter((text) => text !== '').join('　');
  return (
    <li>
      <div className="scan-line">
        <strong>{scan.name}</strong>
        <Tag color={isCurrent ? 'green' : 'default'}>{boardWords.edition(scan.version)} {isCurrent ? paperWords.current : paperWords.older}</Tag>
        <span className="scan-line-actions">
          <Button size="small" aria-label={paperWords.openOf(scan.name)} onClick={look}>{paperWords.open}</Button>
          <Button size="small" type="link" onClick={download}>{paperWords.download}</Button>
          {isReadOnly ? null : <Button size="small" type="link" danger aria-label={paperWords.removeOf(scan.name)} onClick={remove}>{paperWords.remove}</Button>}
        </span>
      </div>
      <div className="muted">{facts}</div>
    </li>
  );
}

/** One document: how its paper came to where it is, its scans of every version. */
export function DocumentDialog(props: DocumentDialogProps): ReactNode {
  const { contractId, document, title, isReadOnly, picked, changed, close } = props;
  const { message } = App.useApp();
  const ask = useAsk();
  const choice = { contractId, deliverable: document.deliverable, scope: document.scope };
  const scans = useAnswer('signOff.scans', choice, document.scans);
  const [shown, setShown] = useState<string>();
  const need = needOf(document);

  const download = async (sha256: string): Promise<void> => {
    const result = await call('signOff.readScan', { ...choice, sha256 });
    if (result.ok) saveDownload(result.value.name, result.value.base64);
    else message.error(result.error.message);
  };
  const remove = async (scan: KeptScan): Promise<void> => {
    if (!await ask({ title: paperWords.removeTitle(scan.name), text: paperWords.removeText, confirm: paperWords.remove, isDangerous: true })) return;
    const result = await call('signOff.removeScan', { ...choice, version: scan.version, sha256: scan.sha256 });
    if (!result.ok) message.error(result.error.message);
    setShown(undefined);
    scans.reload();
    changed();
  };

  return (
    <Dialog title={title} isOpen close={close} width="min(900px, 94vw)">
      <div className="dialog-scroll">
        <p><Tag>{needWords[need]}</Tag>{document.renewal === undefined ? null : <span className="board-note">{boardWords.renewal(document.renewal.reason)}</span>}</p>
        <h3>{paperWords.steps}</h3>
        <ul className="paper-steps">{steps(document).map(([what, when, why]) => <li key={`${what} ${when}`}><strong>{what}</strong> <span className="muted">{when}</span>{why === '' ? null : <div>{why}</div>}</li>)}</ul>
        <div className="scan-line"><h3>{paperWords.scans}</h3>{isReadOnly ? null : <span className="scan-line-actions"><FilesButton label={boardWords.chooseScans} picked={picked} /></span>}</div>
        {scans.state === 'loading' ? <LoadingView /> : scans.state === 'error' ? <FailureView failure={scans.failure} retry={scans.reload} /> : scans.value.length === 0 ? <p className="muted">{paperWords.noScans}</p> : (
          <ul className="paper-steps">
            {scans.value.map((scan) => (
              <ScanRow
                key={`${scan.version} ${scan.sha256}`}
                scan={scan}
                isCurrent={scan.version === document.version && document.renewal === undefined}
                isReadOnly={isReadOnly}
                look={() => setShown(shown === scan.sha256 ? undefined : scan.sha256)}
                download={() => void download(scan.sha256)}
                remove={() => void remove(scan)}
              />
            ))}
          </ul>
        )}
        {shown === undefined ? null : <ScanPreview key={shown} {...choice} sha256={shown} />}
      </div>
    </Dialog>
  );
}
