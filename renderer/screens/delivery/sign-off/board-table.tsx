import { Button, Checkbox, Tag } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import type { LocalDate } from '../../../../shared/dates.ts';
import { daysWaiting, needOf, type BoardDocument, type BoardStep, type PaperNeed } from '../../../../shared/sign-off/board.ts';
import { localDayOf } from '../../../state/local-day.ts';
import { shortTitle } from '../../../state/short-title.ts';
import { boardWords, needWords } from '../../../words/sign-off.ts';
import { documentKey } from './board-filter.ts';

const needColors = { make: 'default', print: 'blue', sign: 'gold', scan: 'cyan', renew: 'red', nothing: 'green' } satisfies Record<PaperNeed, string>;
const shownAtFirst = 100;
const shownMore = 400;
/** What a screen shows of them stands at once; the others follow in slices that hold nothing up. */
const drawnAtOnce = 24;
/** From so many days on a paper has lain too long: the usual time in which customers answer. */
const longWait = 14;

export type BoardActions = {
  readonly isReadOnly: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly choose: (keys: readonly string[], isChosen: boolean) => void;
  readonly open: (document: BoardDocument) => void;
};

function StepCell(props: { readonly step: BoardStep | undefined }): ReactNode {
  const { step } = props;
  return <td className="board-step">{step === undefined ? <span className="muted">—</span> : <>{step.day}<span className="muted board-person"> {step.person}</span></>}</td>;
}

function notesOf(document: BoardDocument): readonly string[] {
  return [
    ...(document.isStale ? [document.state === 'made' ? boardWords.staleMade : boardWords.stale] : []),
    ...(document.renewal === undefined ? [] : [boardWords.renewal(document.renewal.reason)]),
    ...document.replaced.filter(({ version }) => version < document.version).map(({ version }) => boardWords.replaced(version)),
  ];
}

function DocumentRow(props: { readonly document: BoardDocument; readonly prefix: string; readonly today: LocalDate; readonly actions: BoardActions }): ReactNode {
  const { document, prefix, today, actions } = props;
  const short = shortTitle(document.name, prefix);
  const need = needOf(document);
  const waited = daysWaiting(document, today);
  const key = documentKey(document);
  return (
    <tr>
      {actions.isReadOnly ? null : <td className="plan-choice"><Checkbox checked={actions.chosen.has(key)} aria-label={boardWords.choose(short)} onChange={(event) => actions.choose([key], event.target.checked)} /></td>}
      <td title={document.name}>
        <button type="button" className="board-name" onClick={() => actions.open(document)}>{short}</button>
        {document.version > 1 ? <Tag className="board-version">{boardWords.edition(document.version)}</Tag> : null}
        {notesOf(document).map((note) => <div key={note} className="board-note">{note}</div>)}
      </td>
      <td><Tag color={needColors[need]}>{needWords[need]}</Tag></td>
      <td className="board-step">{document.made === undefined ? <span className="muted">—</span> : <>{localDayOf(document.made.at)}<span className="muted board-person"> {document.made.by}</span></>}</td>
      <StepCell step={document.printed} />
      <StepCell step={document.signed} />
      <StepCell step={document.scanned} />
      <td className="cell-count">{waited === undefined ? '' : <span className={waited >= longWait ? 'board-long' : ''}>{boardWords.days(waited)}</span>}</td>
      <td className="cell-actions"><Button size="small" type="link" aria-label={boardWords.of(document.scans === 0 ? boardWords.details : boardWords.scans(document.scans), short)} onClick={() => actions.open(document)}>{document.scans === 0 ? boardWords.details : boardWords.scans(document.scans)}</Button></td>
    </tr>
  );
}

/** The documents one by one: what each waits for, who took which step when. */
export function BoardTable(props: { readonly documents: readonly BoardDocument[]; readonly prefix: string; readonly today: LocalDate; readonly actions: BoardActions }): ReactNode {
  const { documents, prefix, today, actions } = props;
  const [count, setCount] = useState(shownAtFirst);
  const drawn = useDeferredValue(count, drawnAtOnce);
  const keys = documents.map(documentKey);
  const chosen = keys.filter((key) => actions.chosen.has(key)).length;
  const hidden = documents.length - count;
  return (
    <div className="board-scroll">
      <table className="plain-table board-table" aria-label={boardWords.list}>
        <thead>
          <tr>
            {actions.isReadOnly ? null : <th scope="col" className="plan-choice"><Checkbox checked={chosen === keys.length && keys.length > 0} indeterminate={chosen > 0 && chosen < keys.length} aria-label={boardWords.chooseAll} onChange={(event) => actions.choose(keys, event.target.checked)} /></th>}
            <th scope="col">{boardWords.file}</th>
            <th scope="col">{boardWords.state}</th>
            <th scope="col">{boardWords.made}</th>
            <th scope="col">{boardWords.printed}</th>
            <th scope="col">{boardWords.signed}</th>
            <th scope="col">{boardWords.scanned}</th>
            <th scope="col" className="cell-count">{boardWords.waiting}</th>
            <th scope="col"><span className="unseen">{boardWords.details}</span></th>
          </tr>
        </thead>
        <tbody>{documents.slice(0, drawn).map((document) => <DocumentRow key={documentKey(document)} document={document} prefix={prefix} today={today} actions={actions} />)}</tbody>
      </table>
      {hidden > 0 ? <Button type="link" size="small" onClick={() => setCount(count + shownMore)}>{boardWords.more(Math.min(hidden, shownMore))}</Button> : null}
    </div>
  );
}
