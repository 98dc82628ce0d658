import { Button, Progress, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { RecordHandle } from '../../../shared/ipc/record-channels.ts';
import { FilesButton } from '../../attachments/files-button.tsx';
import { useIncomingFiles } from '../../attachments/use-incoming-files.ts';
import { CloseIcon } from '../../parts/icons.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { scanWords } from '../../words/bulk.ts';
import { useScans, type Scan, type Scans } from './use-scans.ts';

type ScansDialogProps = {
  readonly records: readonly RecordHandle[];
  /** All that had a record were tried; `done` are those that were attached. */
  readonly finished: (done: readonly Scan[], failed: number) => void;
  readonly close: () => void;
};

function stateText(scan: Scan): string {
  switch (scan.state) {
    case 'waiting': return scan.recordId === undefined ? scanWords.unmatched : scanWords.waiting;
    case 'sending': return scanWords.sending;
    case 'done': return scanWords.done;
    case 'failed': return scan.problem ?? '';
    default: return scan.state satisfies never;
  }
}

function ScanTable(props: { readonly work: Scans; readonly records: readonly RecordHandle[] }): ReactNode {
  const { work, records } = props;
  const options = records.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }));
  return (
    <table className="plain-table scan-table">
      <thead><tr><th scope="col">{scanWords.file}</th><th scope="col">{scanWords.record}</th><th scope="col">{scanWords.state}</th><th><span className="unseen">{scanWords.remove('')}</span></th></tr></thead>
      <tbody>
        {work.scans.map((scan) => (
          <tr key={scan.key}>
            <td className="scan-name" title={scan.file.name}>{scan.file.name}</td>
            <td>
              <Select
                className="scan-record"
                aria-label={scanWords.recordFor(scan.file.name)}
                status={scan.recordId === undefined ? 'warning' : ''}
                disabled={scan.state === 'sending' || scan.state === 'done'}
                placeholder={scanWords.unmatched}
                value={scan.recordId ?? null}
                showSearch={{ optionFilterProp: 'label' }}
                options={options}
                onChange={(id) => work.assign(scan.key, id ?? undefined)}
              />
            </td>
            <td className={scan.state === 'failed' ? 'field-problem' : ''}>{stateText(scan)}</td>
            <td>{scan.state === 'done' || scan.state === 'sending' ? null : <Button size="small" type="text" icon={<CloseIcon />} aria-label={scanWords.remove(scan.file.name)} onClick={() => work.drop(scan.key)} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Attaches many scans of signed papers at once, each to the record whose number its name holds. */
export function ScansDialog(props: ScansDialogProps): ReactNode {
  const { records, finished, close } = props;
  const work = useScans(records);
  const [area, setArea] = useState<HTMLDivElement | null>(null);
  const isOver = useIncomingFiles(area, !work.isSending, work.add);
  const ready = work.scans.filter(({ state, recordId }) => state === 'waiting' && recordId !== undefined).length;
  const matched = work.scans.filter(({ recordId }) => recordId !== undefined).length;
  const done = work.scans.filter(({ state }) => state === 'done').length;
  const covered = new Set(work.scans.map(({ recordId }) => recordId));
  const missing = records.filter(({ id }) => !covered.has(id)).length;

  const send = async (): Promise<void> => {
    const all = await work.send();
    const attached = all.filter(({ state }) => state === 'done');
    const failed = all.filter(({ state }) => state === 'failed').length;
    finished(attached, failed);
    // What failed, or has no record yet, is still to be seen to.
    if (attached.length === all.length) close();
  };

  return (
    <Dialog
      title={scanWords.title(records.length)}
      isOpen
      close={work.isSending ? work.stop : close}
      width={860}
      confirm={{ text: scanWords.attach(ready), action: () => void send(), isBusy: work.isSending, isDisabled: ready === 0 }}
    >
      <p className="muted">{scanWords.hint}</p>
      <div ref={setArea} className={isOver ? 'scan-drop scan-drop-over' : 'scan-drop'}>
        <span>{scanWords.drop}</span> <FilesButton label={scanWords.choose} picked={work.add} />
      </div>
      {work.scans.length === 0 ? null : (
        <>
          <output className="muted scan-count">{scanWords.matched(matched, work.scans.length)}{missing === 0 ? '' : `，${scanWords.noneFor(missing)}`}</output>
          <div className="dialog-scroll"><ScanTable work={work} records={records} /></div>
        </>
      )}
      {work.isSending ? (
        <div className="scan-progress">
          <Progress percent={Math.round((done / Math.max(1, matched)) * 100)} size="small" format={() => scanWords.progress(done, matched)} aria-label={scanWords.sending} />
          <Button size="small" onClick={work.stop}>{scanWords.stop}</Button>
        </div>
      ) : null}
    </Dialog>
  );
}
