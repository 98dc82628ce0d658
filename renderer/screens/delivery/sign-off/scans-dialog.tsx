import { App, Button, DatePicker, Progress, Select } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { LocalDate } from '../../../../shared/dates.ts';
import type { BoardDocument } from '../../../../shared/sign-off/board.ts';
import type { ScanTarget } from '../../../../shared/sign-off/match-scans.ts';
import { FilesButton } from '../../../attachments/files-button.tsx';
import { useIncomingFiles } from '../../../attachments/use-incoming-files.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { scanQualities, type ScanQuality } from '../../../scans/scan-choices.ts';
import { commonWords } from '../../../words/common.ts';
import { scanTableWords } from '../../../words/sign-off.ts';
import { ScanLines, targetOptions } from './scan-table.tsx';
import { useScanTable } from './use-scan-table.ts';

/** Files to begin with, and whose paper they are where the person said so. */
export type ScanStart = { readonly files: readonly File[]; readonly target?: ScanTarget | undefined };

type ScansDialogProps = {
  readonly contractId: string;
  readonly prefix: string;
  readonly documents: readonly BoardDocument[];
  readonly today: LocalDate;
  readonly start: ScanStart;
  readonly changed: () => void;
  readonly close: () => void;
};

/** Scans become the scans of their documents: read, proposed in a table, looked over, kept. */
export function ScansDialog(props: ScansDialogProps): ReactNode {
  const { contractId, prefix, documents, today, start, changed, close } = props;
  const { message } = App.useApp();
  const plan = useMemo(() => ({ contractId, documents, prefix }), [contractId, documents, prefix]);
  const table = useScanTable(plan);
  const choices = useMemo(() => targetOptions(documents, prefix), [documents, prefix]);
  const [quality, setQuality] = useState<ScanQuality>('clear');
  const [day, setDay] = useState(today);
  const [area, setArea] = useState<HTMLDivElement | null>(null);
  const isOver = useIncomingFiles(area, table.sending === undefined, (files) => table.add(files));
  const { add } = table;
  useEffect(() => add(start.files, start.target), [add, start]);
  const open = table.lines.filter(({ state }) => state !== 'done');
  const ready = open.filter(({ target }) => target !== undefined).length;
  const isBusy = table.sending !== undefined || table.reading !== undefined;

  const send = async (): Promise<void> => {
    const { kept, failed } = await table.send(contractId, quality, day);
    if (kept > 0) {
      message.success([scanTableWords.done(kept), ...(failed === 0 ? [] : [scanTableWords.failed(failed)])].join('；'));
      changed();
    } else if (failed > 0) message.warning(scanTableWords.failed(failed));
    // What failed, or has no document yet, is still to be seen to.
    if (failed === 0 && open.length === ready) close();
  };

  return (
    <Dialog
      title={scanTableWords.title}
      isOpen
      close={table.sending === undefined ? close : table.stop}
      width="min(1180px, 96vw)"
      confirm={{ text: scanTableWords.attach(ready), action: () => void send(), isBusy: table.sending !== undefined, isDisabled: ready === 0 || table.reading !== undefined, ...(open.length < table.lines.length ? { cancel: commonWords.close } : {}) }}
    >
      <p className="muted">{scanTableWords.hint}</p>
      <div ref={setArea} className={isOver ? 'scan-area scan-drop-over' : 'scan-area'}>
        <div className="scan-choices">
          <FilesButton label={scanTableWords.more} picked={(files) => table.add(files)} />
          <label>{scanTableWords.quality} <Select<ScanQuality> className="scan-quality" value={quality} disabled={isBusy} options={scanQualities.map((value) => ({ value, label: scanTableWords.qualities[value] }))} onChange={setQuality} aria-label={scanTableWords.quality} /></label>
          <label>{scanTableWords.day} <DatePicker aria-label={scanTableWords.day} allowClear={false} value={dayjs(day)} maxDate={dayjs(today)} onChange={(value) => setDay(value === null ? today : value.format('YYYY-MM-DD'))} /></label>
        </div>
        <output className="muted scan-count">
          {table.reading !== undefined ? scanTableWords.reading(table.reading.name, table.reading.page, table.reading.pages) : scanTableWords.summary(ready, open.length)}
        </output>
        {table.reading === undefined ? null : <Progress percent={Math.round((table.reading.page / table.reading.pages) * 100)} size="small" showInfo={false} aria-label={scanTableWords.reading(table.reading.name, table.reading.page, table.reading.pages)} />}
        {table.lines.length === 0 ? null : <div className="dialog-scroll"><ScanLines table={table} quality={quality} choices={choices} /></div>}
        {table.sending === undefined ? <p className="muted">{scanTableWords.qualityNote}</p> : (
          <div className="scan-progress">
            <Progress percent={Math.round((table.sending.done / Math.max(1, table.sending.all)) * 100)} size="small" aria-label={scanTableWords.sending(table.sending.done, table.sending.all)} />
            <Button size="small" onClick={table.stop}>{scanTableWords.stop}</Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}
