import { Button } from 'antd';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import type { LocalDate } from '../../../shared/dates.ts';
import type { PreviewTarget } from '../../../shared/ipc/preview-channels.ts';
import type { ListedRecord } from '../../../shared/ipc/record-channels.ts';
import { kindOf, type KindName } from '../../../shared/records/kinds.ts';
import { shownColumns } from '../../../shared/records/list-columns.ts';
import { searchWords } from '../../../shared/records/search-words.ts';
import { call } from '../../api.ts';
import { EmptyView, FailureView, LoadingView } from '../../parts/state-views.tsx';
import { useAsk } from '../../parts/use-ask.ts';
import { PreviewDialog } from '../../preview/preview-dialog.tsx';
import { withChosen, nothingChosen, type Selection } from '../../state/list-selection.ts';
import type { ListedSpan } from '../../state/listed-route.ts';
import { everything, handlesQuery, isFiltering, sortedBy } from '../../state/records-filter.ts';
import { useIsReadOnly, useWorkspace } from '../../state/workspace.ts';
import { bulkWords } from '../../words/bulk.ts';
import { recordsWords } from '../../words/records.ts';
import { BulkBar, type BulkAction } from './bulk-bar.tsx';
import { BulkDialogs, type BulkDialog } from './bulk-dialogs.tsx';
import { ColumnsButton } from './columns-button.tsx';
import { FilterTags } from './filter-tags.tsx';
import { MoreFilters } from './more-filters.tsx';
import { RecordsFilterBar } from './records-filter-bar.tsx';
import { RecordsTable } from './records-table.tsx';
import { RowMenu, type OpenMenu, type RowMenuAction } from './row-menu.tsx';
import { useBulk } from './use-bulk.ts';
import { useListChoice } from './use-list-choice.ts';
import { useListSettings } from './use-list-settings.ts';
import { useRecordPages } from './use-record-pages.ts';
import { useRowSelection } from './use-row-selection.ts';
import { ViewsButton } from './views-button.tsx';

type RecordsListProps = {
  readonly contract: Contract;
  readonly kind: KindName;
  /** What the address says of the list. */
  readonly span: ListedSpan;
  readonly today: LocalDate;
  readonly openId: string | undefined;
  readonly isNarrow: boolean;
  /** Puts what is shown into the address. */
  readonly show: (span: ListedSpan) => void;
  readonly open: (record: Pick<ListedRecord, 'id'>) => void;
  readonly copy: (record: ListedRecord) => void;
  readonly add: () => void;
};

/** Filter, list and work on many records of one kind. */
export function RecordsList(props: RecordsListProps): ReactNode {
  const { contract, kind, span, today, openId, isNarrow, show, open, copy, add } = props;
  const { profile } = contract;
  const isReadOnly = useIsReadOnly();
  const ask = useAsk();
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const [choice, setChoice] = useListChoice(span, show);
  const { settings, load, change: changeSettings } = useListSettings(contract.id, kind, isReadOnly);
  useEffect(() => void load(), [load]);
  const columns = useMemo(() => shownColumns(kind, profile, settings.columns), [kind, profile, settings.columns]);
  const names = useMemo(() => columns.map(({ name }) => name), [columns]);
  const words = useMemo(() => searchWords(choice.filter.text ?? ''), [choice.filter.text]);
  const { held, isStale, failure, look, retry } = useRecordPages({ ...handlesQuery(contract.id, kind, choice), columns: names }, version);
  const { selection, toggle, stretch, chooseAll, chooseNone } = useRowSelection(contract.id, kind, choice, held);
  const [previewed, setPreviewed] = useState<{ readonly name: string; readonly target: PreviewTarget }>();
  const [menu, setMenu] = useState<OpenMenu>();
  const [dialog, setDialog] = useState<BulkDialog>();
  /** The one record of a row's menu, in place of the chosen ones. */
  const [subject, setSubject] = useState<Selection>();
  const subjects = subject ?? selection;
  const bulk = useBulk(contract.id, kind, subjects, choice);
  const statuses = useMemo(() => new Set([...selection.values()].map(({ status }) => status)), [selection]);
  const { title } = kindOf(kind);

  const preview = (record: ListedRecord): void => setPreviewed({ name: record.number, target: { recordId: record.id } });
  const setStatus = async (status: 'draft' | 'final'): Promise<void> => {
    if (status === 'draft' && !(await ask({ title: bulkWords.draftTitle(selection.size), text: bulkWords.draftText, confirm: bulkWords.makeDraft }))) return;
    const isDone = await bulk.change((ids) => call('records.setStatus', { contractId: contract.id, ids, status }), status === 'draft' ? bulkWords.madeDraft : bulkWords.madeFinal);
    if (!isDone) setDialog('failed');
  };
  const act = (action: BulkAction): void => {
    switch (action) {
      case 'print': return void bulk.printable().then((ids) => { if (ids !== undefined) setPreviewed({ name: bulkWords.printName(ids.length), target: { contractId: contract.id, recordIds: ids } }); });
      case 'render': return void bulk.render();
      case 'export': return void bulk.exportList(names);
      case 'final':
      case 'draft': return void setStatus(action);
      case 'sign':
      case 'void':
      case 'scans': return setDialog(action);
      default: return action satisfies never;
    }
  };
  const actOnRow = (action: RowMenuAction, record: ListedRecord): void => {
    switch (action) {
      case 'open': return open(record);
      case 'preview': return preview(record);
      case 'copy': return copy(record);
      case 'print': return setPreviewed({ name: record.number, target: { contractId: contract.id, recordIds: [record.id] } });
      case 'sign':
      case 'void':
        setSubject(withChosen(nothingChosen, [record]));
        return setDialog(action);
      default: return action satisfies never;
    }
  };
  const closeDialog = (): void => {
    setDialog(undefined);
    setSubject(undefined);
    bulk.forgetFailure();
  };

  const body = (): ReactNode => {
    if (failure !== undefined && held === undefined) return <FailureView failure={failure} retry={retry} />;
    if (held === undefined) return <LoadingView />;
    if (held.total > 0) {
      return (
        <RecordsTable
          contractId={contract.id}
          kind={kind}
          profile={profile}
          columns={columns}
          choice={choice}
          sort={(sort) => setChoice(sortedBy(choice, sort))}
          held={held}
          isStale={isStale}
          look={look}
          words={words}
          selection={selection}
          openId={openId}
          isNarrow={isNarrow}
          deeds={{ open, preview, toggle, stretch, chooseAll, chooseNone, menu: (record, at) => setMenu({ record, ...at }) }}
        />
      );
    }
    if (isFiltering(choice.filter)) return <EmptyView text={recordsWords.noneFound}><Button onClick={() => setChoice({ ...everything, order: choice.order })}>{recordsWords.clearFilter}</Button></EmptyView>;
    return <EmptyView text={recordsWords.empty(title)}>{isReadOnly ? null : <Button type="primary" onClick={add}>{recordsWords.add(title)}</Button>}</EmptyView>;
  };

  // Rows come and go while one scrolls; what stands above them need not be drawn again each time.
  const tools = useMemo(() => (
    <>
      <RecordsFilterBar
        profile={profile}
        today={today}
        choice={choice}
        change={setChoice}
        isNarrow={isNarrow}
        before={<ViewsButton profile={profile} today={today} views={settings.views} choice={choice} columns={names} show={(next, wanted) => { setChoice(next); if (wanted !== undefined) changeSettings({ ...settings, columns: [...wanted] }); }} keep={(views) => changeSettings({ ...settings, views: [...views] })} />}
        after={(
          <>
            <MoreFilters contractId={contract.id} kind={kind} profile={profile} choice={choice} change={setChoice} today={today} isNarrow={isNarrow} />
            {isNarrow ? null : <ColumnsButton kind={kind} profile={profile} shown={columns} change={(wanted) => changeSettings({ views: settings.views, ...(wanted === undefined ? {} : { columns: [...wanted] }) })} />}
          </>
        )}
      />
      <FilterTags kind={kind} profile={profile} choice={choice} change={setChoice} isNarrow={isNarrow} />
    </>
  ), [contract.id, kind, profile, today, choice, setChoice, isNarrow, settings, changeSettings, columns, names]);

  return (
    <section className={isNarrow ? 'records-list records-list-narrow' : 'records-list'} aria-label={recordsWords.listOf(title)}>
      {tools}
      {failure !== undefined && held !== undefined ? <div className="list-failure" role="alert">{failure.message} <Button size="small" type="link" onClick={retry}>{recordsWords.again}</Button></div> : null}
      {body()}
      <BulkBar total={held?.total ?? 0} chosen={selection.size} statuses={statuses} isBusy={bulk.isBusy} isReadOnly={isReadOnly} isNarrow={isNarrow} act={act} clear={chooseNone} />
      <BulkDialogs contract={contract} kind={kind} today={today} dialog={dialog} subjects={subjects} bulk={bulk} close={closeDialog} />
      <RowMenu opened={menu} isReadOnly={isReadOnly} act={actOnRow} close={() => setMenu(undefined)} />
      <PreviewDialog name={previewed?.name ?? ''} target={previewed?.target} titlePrefix={profile.deliverablePrefix} close={() => setPreviewed(undefined)} />
    </section>
  );
}
