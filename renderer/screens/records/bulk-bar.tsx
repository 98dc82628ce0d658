import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import type { RecordStatus } from '../../../shared/records/record.ts';
import { FileDoneIcon, FileExcelIcon, FileTextIcon, MoreIcon, PrinterIcon, ScanIcon } from '../../parts/icons.tsx';
import { bulkWords } from '../../words/bulk.ts';
import { listWords } from '../../words/records.ts';

export type BulkAction = 'print' | 'render' | 'export' | 'sign' | 'scans' | 'final' | 'draft' | 'void';

type BulkBarProps = {
  readonly total: number;
  readonly chosen: number;
  readonly statuses: ReadonlySet<RecordStatus>;
  readonly isBusy: boolean;
  readonly isReadOnly: boolean;
  readonly isNarrow: boolean;
  readonly act: (action: BulkAction) => void;
  readonly clear: () => void;
};

/** Below the list: how many there are, and what can be done with those that are chosen. */
export function BulkBar(props: BulkBarProps): ReactNode {
  const { total, chosen, statuses, isBusy, isReadOnly, isNarrow, act, clear } = props;
  const exportButton = <Button key="export" size="small" icon={<FileExcelIcon />} loading={isBusy} disabled={total === 0} onClick={() => act('export')}>{chosen === 0 ? bulkWords.exportAll(total) : bulkWords.export}</Button>;
  if (chosen === 0) {
    return (
      <footer className="list-foot">
        <output>{listWords.showing(total)}</output>
        {isNarrow ? null : <span className="muted list-keys">{listWords.keysHint}</span>}
        {isNarrow ? null : exportButton}
      </footer>
    );
  }
  const isLive = statuses.has('draft') || statuses.has('final');
  const more = [
    ...(isNarrow ? [{ key: 'render', label: bulkWords.render }, { key: 'export', label: bulkWords.export }, { key: 'scans', label: bulkWords.scans, disabled: isReadOnly }] : []),
    { key: 'final', label: bulkWords.makeFinal, disabled: isReadOnly || !statuses.has('draft') },
    { key: 'draft', label: bulkWords.makeDraft, disabled: isReadOnly || !statuses.has('final') },
    { type: 'divider' as const },
    { key: 'void', label: bulkWords.void, danger: true, disabled: isReadOnly || !isLive },
  ];
  const followed = (key: string): void => {
    const action = (['render', 'export', 'scans', 'final', 'draft', 'void'] as const).find((known) => known === key);
    if (action !== undefined) act(action);
  };
  return (
    <footer className="list-foot list-foot-chosen" aria-label={bulkWords.actions}>
      <output><strong>{bulkWords.chosen(chosen)}</strong></output>
      <Button size="small" type="link" onClick={clear}>{bulkWords.clear}</Button>
      <span className="list-foot-actions">
        <Button size="small" icon={<PrinterIcon />} loading={isBusy} onClick={() => act('print')}>{bulkWords.print}</Button>
        {isNarrow ? null : <Button size="small" icon={<FileTextIcon />} disabled={isReadOnly} onClick={() => act('render')}>{bulkWords.render}</Button>}
        {isNarrow ? null : exportButton}
        <Button size="small" icon={<FileDoneIcon />} disabled={isReadOnly || !isLive} onClick={() => act('sign')}>{bulkWords.sign}</Button>
        {isNarrow ? null : <Button size="small" icon={<ScanIcon />} disabled={isReadOnly || !isLive} onClick={() => act('scans')}>{bulkWords.scans}</Button>}
        <Dropdown trigger={['click']} placement="topRight" menu={{ items: more, onClick: ({ key }) => followed(key) }}>
          <Button size="small" icon={<MoreIcon />} aria-label={bulkWords.more} />
        </Dropdown>
      </span>
    </footer>
  );
}
