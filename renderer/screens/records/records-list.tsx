import { Button, Pagination } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import { kindOf, type KindName } from '../../../shared/records/kinds.ts';
import type { ListedRecord } from '../../../shared/ipc/record-channels.ts';
import { PreviewDialog } from '../../preview/preview-dialog.tsx';
import { EmptyView, FailureView, LoadingView } from '../../parts/state-views.tsx';
import { emptyFilter, filterOf, filterQuery, isFiltering } from '../../state/records-filter.ts';
import type { ListedSpan } from '../../state/route.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { commonWords } from '../../words/common.ts';
import { recordsWords } from '../../words/records.ts';
import { RecordsFilterBar } from './records-filter-bar.tsx';
import { RecordsTable } from './records-table.tsx';

type RecordsListProps = {
  readonly contract: Contract;
  readonly kind: KindName;
  /** Which records it starts with. */
  readonly span: ListedSpan;
  readonly openId: string | undefined;
  readonly isNarrow: boolean;
  readonly open: (record: ListedRecord) => void;
  readonly add: () => void;
};

/** Filter, list and pages of one kind. */
export function RecordsList(props: RecordsListProps): ReactNode {
  const { contract, kind, span, openId, isNarrow, open, add } = props;
  const [filter, setFilter] = useState(() => filterOf(span));
  const [previewed, setPreviewed] = useState<ListedRecord>();
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  // Typing stays fluent while the answer to the last letters is drawn.
  const asked = useDeferredValue(filter);
  const answer = useAnswer('records.list', { ...filterQuery(contract.id, kind, asked), columns: [...kindOf(kind).columns] }, version);
  const { title } = kindOf(kind);

  if (answer.state === 'loading') return <LoadingView />;
  if (answer.state === 'error') return <FailureView failure={answer.failure} retry={answer.reload} />;
  const { total, records } = answer.value;
  return (
    <section className="records-list" aria-label={recordsWords.listOf(title)}>
      <RecordsFilterBar serviceItems={contract.profile.serviceItems} filter={filter} change={setFilter} isNarrow={isNarrow} />
      {total === 0 ? (
        isFiltering(asked)
          ? <EmptyView text={recordsWords.noneFound}><Button onClick={() => setFilter(emptyFilter)}>{recordsWords.clearFilter}</Button></EmptyView>
          : <EmptyView text={recordsWords.empty(title)}><Button type="primary" onClick={add}>{recordsWords.add(title)}</Button></EmptyView>
      ) : (
        <RecordsTable kind={kind} profile={contract.profile} records={records} openId={openId} isNarrow={isNarrow} isStale={answer.isStale || asked !== filter} filter={filter} change={setFilter} open={open} preview={setPreviewed} />
      )}
      <Pagination
        className="list-pages"
        size="small"
        hideOnSinglePage={false}
        simple={isNarrow}
        showSizeChanger={false}
        current={filter.page}
        pageSize={filter.pageSize}
        total={total}
        showTotal={commonWords.total}
        onChange={(page) => setFilter({ ...filter, page })}
      />
      <PreviewDialog name={previewed?.number ?? ''} target={previewed === undefined ? undefined : { recordId: previewed.id }} titlePrefix={contract.profile.deliverablePrefix} close={() => setPreviewed(undefined)} />
    </section>
  );
}
