import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { needOf, type BoardDocument } from '../../../../shared/sign-off/board.ts';
import { targetKey, type ScanDoubt, type ScanTarget } from '../../../../shared/sign-off/match-scans.ts';
import { CloseIcon, EyeIcon, ReloadIcon } from '../../../parts/icons.tsx';
import type { ScanQuality } from '../../../scans/scan-choices.ts';
import { shortTitle } from '../../../state/short-title.ts';
import { needWords, scanDoubtWords, scanTableWords } from '../../../words/sign-off.ts';
import { LinePreview } from './line-preview.tsx';
import type { ScanLine, ScanTable } from './use-scan-table.ts';

type Option = { readonly value: string; readonly label: string };

/** What can be chosen for a scan: documents that wait for one before all others, and the forms in files of many. */
export function targetOptions(documents: readonly BoardDocument[], prefix: string): { readonly options: readonly { readonly label: string; readonly options: readonly Option[] }[]; readonly targets: ReadonlyMap<string, ScanTarget> } {
  const targets = new Map<string, ScanTarget>();
  const optionsOf = (own: readonly BoardDocument[]): readonly Option[] => own.flatMap((document) => {
    const { deliverable, scope, records, hasForms, name } = document;
    const short = shortTitle(name, prefix);
    const whole: ScanTarget = { deliverable, scope };
    targets.set(targetKey(whole), whole);
    const forms = hasForms && records.length > 1 ? records.map(({ id, number }) => {
      const target: ScanTarget = { deliverable, scope, recordId: id };
      targets.set(targetKey(target), target);
      return { value: targetKey(target), label: `${number}　${short}` };
    }) : [];
    return [{ value: targetKey(whole), label: `${short}　${needWords[needOf(document)]}` }, ...forms];
  });
  const awaits = (document: BoardDocument): boolean => ['sign', 'scan', 'print'].includes(needOf(document));
  const groups = [
    { label: scanTableWords.waitingOnly, options: optionsOf(documents.filter(awaits)) },
    { label: scanTableWords.others, options: optionsOf(documents.filter((document) => !awaits(document))) },
  ];
  return { options: groups.filter(({ options }) => options.length > 0), targets };
}

function foundText({ foundBy, problem, state }: ScanLine): string {
  if (state === 'failed' && problem !== undefined && foundBy === undefined) return '';
  return scanTableWords.foundBy[foundBy ?? 'none'];
}

const columns = 5;

type LineProps = { readonly line: ScanLine; readonly doubts: readonly ScanDoubt[]; readonly table: ScanTable; readonly choices: ReturnType<typeof targetOptions>; readonly isBusy: boolean; readonly quality: ScanQuality; readonly isShown: boolean; readonly show: (isShown: boolean) => void };

function Line(props: LineProps): ReactNode {
  const { line, doubts, table, choices, isBusy, quality, isShown, show } = props;
  const isOpen = line.state === 'waiting' || line.state === 'failed';
  const isReadable = line.turns.length > 0 && !(line.state === 'failed' && line.foundBy === undefined && line.target === undefined && line.problem !== undefined);
  const name = line.pagesOfFile > 1 ? `${line.file.name}${scanTableWords.pageSpan(line.from, line.to)}` : line.file.name;
  const turn = (): void => {
    table.turn(line.key);
    show(true);
  };
  return (
    <>
      <tr>
        <td className="scan-name" title={line.file.name}>{line.file.name}{line.pagesOfFile > 1 ? <div className="muted">{scanTableWords.pageSpan(line.from, line.to)}</div> : null}</td>
        <td>
          {isReadable ? (
            <Select
              className="scan-target"
              aria-label={scanTableWords.targetFor(name)}
              status={line.target === undefined ? 'warning' : ''}
              disabled={!isOpen || isBusy}
              placeholder={scanTableWords.unmatched}
              value={line.target === undefined ? null : targetKey(line.target)}
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={420}
              allowClear
              options={choices.options.map(({ label, options }) => ({ label, title: label, options: [...options] }))}
              onChange={(key: string | null | undefined) => table.assign(line.key, key === null || key === undefined ? undefined : choices.targets.get(key))}
            />
          ) : null}
        </td>
        <td className="scan-found">{foundText(line)}</td>
        <td className="scan-doubts">
          {line.problem === undefined ? null : <div className="field-problem">{line.problem}</div>}
          {line.state === 'done' ? <div className="scan-kept">{scanTableWords.attached}</div> : isReadable ? doubts.map((doubt) => <div key={doubt}>{scanDoubtWords[doubt]}</div>) : null}
        </td>
        <td className="cell-actions">
          {isReadable ? <Button size="small" type="text" icon={<EyeIcon />} aria-expanded={isShown} aria-label={scanTableWords.lookAt(name)} title={scanTableWords.lookAt(name)} onClick={() => show(!isShown)} /> : null}
          {isOpen && isReadable ? <Button size="small" type="text" icon={<ReloadIcon />} disabled={isBusy} aria-label={scanTableWords.turn(scanTableWords.turnText(line.turns[0] ?? 0), name)} onClick={turn}>{scanTableWords.turnText(line.turns[0] ?? 0)}</Button> : null}
          {isOpen ? <Button size="small" type="text" icon={<CloseIcon />} disabled={isBusy} aria-label={scanTableWords.remove(name)} onClick={() => table.drop(line.key)} /> : null}
        </td>
      </tr>
      {isShown && isReadable ? <tr><td colSpan={columns} className="scan-shown"><LinePreview line={line} quality={quality} /></td></tr> : null}
    </>
  );
}

/** What was found on the scans: which document, how it was found, what is doubtful. */
export function ScanLines(props: { readonly table: ScanTable; readonly quality: ScanQuality; readonly choices: ReturnType<typeof targetOptions> }): ReactNode {
  const { table, quality, choices } = props;
  const [shown, setShown] = useState<string>();
  const isBusy = table.sending !== undefined;
  return (
    <table className="plain-table scan-lines" aria-label={scanTableWords.title}>
      <thead>
        <tr>
          <th scope="col">{scanTableWords.file}</th>
          <th scope="col">{scanTableWords.target}</th>
          <th scope="col">{scanTableWords.found}</th>
          <th scope="col">{scanTableWords.doubts}</th>
          <th scope="col"><span className="unseen">{scanTableWords.turnText(0)}</span></th>
        </tr>
      </thead>
      <tbody>{table.lines.map((line, index) => <Line key={line.key} line={line} doubts={table.doubts[index] ?? []} table={table} choices={choices} isBusy={isBusy} quality={quality} isShown={line.key === shown} show={(isShown) => setShown(isShown ? line.key : undefined)} />)}</tbody>
    </table>
  );
}
