import { App, Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { LocalDate } from '../../../../shared/dates.ts';
import type { IssuedState } from '../../../../shared/deliverables/issued-state.ts';
import type { JobKind } from '../../../../shared/ipc/jobs.ts';
import { paperNeeds, type BoardDocument, type PaperNeed } from '../../../../shared/sign-off/board.ts';
import { call } from '../../../api.ts';
import { FilesButton } from '../../../attachments/files-button.tsx';
import { useIncomingFiles } from '../../../attachments/use-incoming-files.ts';
import { EmptyView, FailureView, LoadingView } from '../../../parts/state-views.tsx';
import { useAfterJobs } from '../../../state/jobs.ts';
import { goTo } from '../../../state/navigation.ts';
import { shortTitle } from '../../../state/short-title.ts';
import { useAnswer } from '../../../state/use-answer.ts';
import { useIsReadOnly, useWorkspace } from '../../../state/workspace.ts';
import { boardWords, needWords } from '../../../words/sign-off.ts';
import { PartActions, type DeliveryPartProps } from '../part-actions.tsx';
import { withChoice } from '../plan-state.ts';
import { countByDeliverable, countNeeds, documentKey, filteredBoard, wholeBoard, type BoardFilter } from './board-filter.ts';
import { BoardSummary } from './board-summary.tsx';
import { BoardTable } from './board-table.tsx';
import { DocumentDialog } from './document-dialog.tsx';
import { MarkBar } from './mark-bar.tsx';
import { ScansDialog, type ScanStart } from './scans-dialog.tsx';
import '../../../styles/sign-off.css';

type BoardProps = { readonly contractId: string; readonly prefix: string; readonly documents: readonly BoardDocument[]; readonly today: LocalDate; readonly reload: () => void };

const noneChosen: ReadonlySet<string> = new Set();
/** What makes documents anew. */
const makers: readonly JobKind[] = ['render', 'bind', 'handover'];

function FilterBar(props: { readonly filter: BoardFilter; readonly change: (filter: BoardFilter) => void; readonly shown: number; readonly all: number }): ReactNode {
  const { filter, change, shown, all } = props;
  const isWhole = filter.need === undefined && filter.deliverable === undefined && filter.words === '';
  return (
    <div className="plan-bar">
      <Select<PaperNeed | 'all'> className="plan-show" aria-label={boardWords.filter} value={filter.need ?? 'all'} options={[{ value: 'all' as const, label: boardWords.all }, ...paperNeeds.map((need) => ({ value: need, label: needWords[need] }))]} onChange={(need) => change({ ...filter, need: need === 'all' ? undefined : need })} />
      <Input.Search className="board-search" aria-label={boardWords.search} placeholder={boardWords.search} allowClear value={filter.words} onChange={(event) => change({ ...filter, words: event.target.value })} />
      {isWhole ? null : <Button size="small" onClick={() => change(wholeBoard)}>{boardWords.showAll}</Button>}
      <span className="muted board-shown">{shown}/{all}</span>
    </div>
  );
}

/** The board: what waits for what, its documents, steps for many at once, scans dropped anywhere on it. */
function Board(props: BoardProps): ReactNode {
  const { contractId, prefix, documents, today, reload } = props;
  const { message } = App.useApp();
  const isReadOnly = useIsReadOnly();
  const user = useWorkspace((workspace) => workspace.info?.user ?? '');
  const [filter, setFilter] = useState(wholeBoard);
  const [chosen, setChosen] = useState(noneChosen);
  const [opened, setOpened] = useState<string>();
  const [scans, setScans] = useState<ScanStart>();
  const [isBusy, setIsBusy] = useState(false);
  const [area, setArea] = useState<HTMLDivElement | null>(null);
  const isOver = useIncomingFiles(area, !isReadOnly && scans === undefined, (files) => setScans({ files }));
  const shown = filteredBoard(documents, filter);
  const picked = documents.filter((document) => chosen.has(documentKey(document)));
  const open = documents.find((document) => documentKey(document) === opened);

  const mark = async (state: IssuedState, day: LocalDate, person: string): Promise<void> => {
    setIsBusy(true);
    const result = await call('signOff.mark', { contractId, documents: picked.map(({ deliverable, scope }) => ({ deliverable, scope })), state, day, person });
    setIsBusy(false);
    reload();
    if (!result.ok) return void message.error(result.error.message);
    const { changed, notMade } = result.value;
    if (notMade === picked.length) return void message.warning(boardWords.onlyNotMade);
    message.success([changed === 0 ? boardWords.unchanged : boardWords.marked(changed), ...(notMade === 0 ? [] : [boardWords.notMade(notMade)])].join('；'));
    setChosen(noneChosen);
  };

  return (
    <div ref={setArea} className={isOver ? 'board board-over' : 'board'}>
      {isReadOnly ? null : <PartActions><FilesButton label={boardWords.chooseScans} picked={(files) => setScans({ files })} /></PartActions>}
      <BoardSummary rows={countByDeliverable(documents)} totals={countNeeds(documents)} files={documents.length} prefix={prefix} filter={filter} change={setFilter} />
      <section className="panel" aria-label={boardWords.list}>
        {isReadOnly ? null : <p className="muted board-hint">{boardWords.dropHint}</p>}
        <FilterBar filter={filter} change={setFilter} shown={shown.length} all={documents.length} />
        {picked.length === 0 ? null : <MarkBar count={picked.length} today={today} user={user} isBusy={isBusy} mark={(state, day, person) => void mark(state, day, person)} clear={() => setChosen(noneChosen)} />}
        {shown.length === 0 ? <EmptyView text={boardWords.none}><Button onClick={() => setFilter(wholeBoard)}>{boardWords.showAll}</Button></EmptyView> : (
          <BoardTable key={`${filter.deliverable ?? ''} ${filter.need ?? ''}`} documents={shown} prefix={prefix} today={today} actions={{ isReadOnly, chosen, choose: (keys, isChosen) => setChosen(withChoice(chosen, keys, isChosen)), open: (document) => setOpened(documentKey(document)) }} />
        )}
      </section>
      {open === undefined || scans !== undefined ? null : (
        <DocumentDialog
          contractId={contractId}
          document={open}
          title={shortTitle(open.name, prefix)}
          isReadOnly={isReadOnly}
          picked={(files) => setScans({ files, target: { deliverable: open.deliverable, scope: open.scope } })}
          changed={reload}
          close={() => setOpened(undefined)}
        />
      )}
      {scans === undefined ? null : <ScansDialog contractId={contractId} prefix={prefix} documents={documents} today={today} start={scans} changed={reload} close={() => setScans(undefined)} />}
    </div>
  );
}

/** 签收: printed, signed, scanned, for every document of the delivery. */
export function SignOffPart(props: DeliveryPartProps): ReactNode {
  const { contract } = props;
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const board = useAnswer('signOff.board', { contractId: contract.id }, version);
  const { reload } = board;
  useAfterJobs(makers, reload);
  if (board.state === 'loading') return <section className="panel"><LoadingView /></section>;
  if (board.state === 'error') return <section className="panel"><FailureView failure={board.failure} retry={reload} /></section>;
  const { documents, today } = board.value;
  if (documents.length === 0) return <section className="panel"><EmptyView text={boardWords.noDocuments}><Button onClick={() => void goTo({ screen: 'delivery' })}>{boardWords.toFiles}</Button></EmptyView></section>;
  return <Board contractId={contract.id} prefix={contract.profile.deliverablePrefix} documents={documents} today={today} reload={reload} />;
}
