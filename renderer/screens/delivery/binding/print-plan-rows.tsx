import { Button, Checkbox, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { PrintEntry, PrintState } from '../../../../shared/ipc/print-channels.ts';
import { CopyButton } from '../../../parts/copy-button.tsx';
import { EyeIcon, FolderOpenIcon, PrinterIcon } from '../../../parts/icons.tsx';
import { bindingPrintWords, printStateWords } from '../../../words/binding-print.ts';
import { rangesText, sheetsToPrint } from './print-plan-totals.ts';

const stateColors: Readonly<Record<PrintState, string>> = { open: 'default', printed: 'green', changed: 'orange' };

type RowsProps = {
  readonly entries: readonly PrintEntry[];
  readonly chosen: ReadonlySet<string>;
  readonly isReadOnly: boolean;
  readonly choose: (keys: readonly string[], isChosen: boolean) => void;
  readonly show: (entry: PrintEntry) => void;
  readonly print: (entry: PrintEntry) => void;
  readonly tick: (entry: PrintEntry) => void;
  readonly untick: (entry: PrintEntry) => void;
};

/** Signed originals are bound and not printed: how much is left, and its pages for the print dialog. */
function Originals(props: { readonly entry: PrintEntry; readonly count: number }): ReactNode {
  const { entry, count } = props;
  const { title, toPrint } = entry;
  return (
    <div className="muted print-originals">
      {bindingPrintWords.originals(count)}
      {toPrint === undefined ? null : (
        <>
          {bindingPrintWords.sheetsLeft(sheetsToPrint(entry))}
          <CopyButton text={rangesText(toPrint)} label={bindingPrintWords.copyPages(title)} says={bindingPrintWords.copiedPages} />
        </>
      )}
    </div>
  );
}

function Row(props: Omit<RowsProps, 'entries'> & { readonly entry: PrintEntry }): ReactNode {
  const { entry, chosen, isReadOnly, choose, show, print, tick, untick } = props;
  const { key, title, sheets, copies, doubleSided, documents, changedDocuments, originals = [], state, printed, isThere, isPdf } = entry;
  return (
    <tr>
      {isReadOnly ? null : <td><Checkbox aria-label={bindingPrintWords.choose(title)} checked={chosen.has(key)} onChange={(event) => choose([key], event.target.checked)} /></td>}
      <th scope="row">
        {title}
        {documents === undefined ? null : <span className="muted print-documents">{bindingPrintWords.documentsOf(documents)}</span>}
        {changedDocuments === undefined || changedDocuments === 0 ? null : <Tag color="orange">{bindingPrintWords.changedOf(changedDocuments)}</Tag>}
        {originals.length === 0 ? null : <Originals entry={entry} count={originals.length} />}
      </th>
      <td className="cell-count">{bindingPrintWords.sheetsOf(sheets)}</td>
      <td>{doubleSided ? bindingPrintWords.double : bindingPrintWords.single}</td>
      <td className="cell-count">{bindingPrintWords.copiesOf(copies)}</td>
      <td>
        <Tag color={stateColors[state]}>{printStateWords[state]}</Tag>
        {printed === undefined ? null : <span className="muted print-when">{bindingPrintWords.printedBy(printed.day, printed.person)}</span>}
      </td>
      <td className="cell-actions">
        {!isThere ? <span className="muted">{bindingPrintWords.gone}</span> : isPdf ? (
          <>
            <Button size="small" type="link" icon={<EyeIcon />} aria-label={bindingPrintWords.previewOf(title)} onClick={() => show(entry)}>{bindingPrintWords.preview}</Button>
            <Button size="small" icon={<PrinterIcon />} aria-label={bindingPrintWords.openOf(title)} onClick={() => print(entry)}>{bindingPrintWords.open}</Button>
          </>
        ) : <Button size="small" icon={<FolderOpenIcon />} aria-label={bindingPrintWords.openFolderOf(title)} onClick={() => print(entry)}>{bindingPrintWords.openFolder}</Button>}
        {isReadOnly ? null : state === 'printed'
          ? <Button size="small" type="link" aria-label={bindingPrintWords.untickOf(title)} onClick={() => untick(entry)}>{bindingPrintWords.untick}</Button>
          : <Button size="small" type="link" aria-label={bindingPrintWords.tickOf(title)} onClick={() => tick(entry)}>{bindingPrintWords.tick}</Button>}
      </td>
    </tr>
  );
}

/** The files to print, with their paper and whether they were printed. */
export function PrintPlanRows(props: RowsProps): ReactNode {
  const { entries, chosen, isReadOnly, choose, ...actions } = props;
  const open = entries.filter(({ state }) => state !== 'printed').map(({ key }) => key);
  const isAll = open.length > 0 && open.every((key) => chosen.has(key));
  return (
    <div className="print-plan-table">
      <table className="plain-table">
        <thead>
          <tr>
            {isReadOnly ? null : <th><Checkbox aria-label={bindingPrintWords.chooseAll} disabled={open.length === 0} checked={isAll} indeterminate={!isAll && chosen.size > 0} onChange={(event) => choose(open, event.target.checked)} /></th>}
            <th>{bindingPrintWords.what}</th><th className="cell-count">{bindingPrintWords.sheets}</th><th>{bindingPrintWords.sides}</th><th className="cell-count">{bindingPrintWords.copies}</th><th>{bindingPrintWords.state}</th><th><span className="unseen">{bindingPrintWords.actions}</span></th>
          </tr>
        </thead>
        <tbody>{entries.map((entry) => <Row key={entry.key} entry={entry} chosen={chosen} isReadOnly={isReadOnly} choose={choose} {...actions} />)}</tbody>
      </table>
    </div>
  );
}
