import { PlusIcon } from '../../parts/icons.tsx';
import { Button } from 'antd';
import { useCallback, useMemo, type ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import { kindOf } from '../../../shared/records/kinds.ts';
import { availableColumns } from '../../../shared/records/list-columns.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { EntryMenu } from '../../entry/entry-menu.tsx';
import { EntryScreen } from '../../entry/entry-screen.tsx';
import { isEntryWay } from '../../entry/entry-way.ts';
import { Hint } from '../../parts/hint.tsx';
import { Page } from '../../parts/page.tsx';
import { goTo, rewriteAddress } from '../../state/navigation.ts';
import { knownSpan, type ListedSpan } from '../../state/listed-route.ts';
import type { Route } from '../../state/route.ts';
import { useShortcut } from '../../state/use-shortcut.ts';
import { useIsReadOnly, useWorkspace } from '../../state/workspace.ts';
import { recordsWords } from '../../words/records.ts';
import { MendingBar, mendedRecord } from '../../findings/mending-bar.tsx';
import { DraftsMenu } from './drafts-menu.tsx';
import { OpenRecord } from './open-record.tsx';
import { RecordsList } from './records-list.tsx';

type RecordsRoute = Extract<Route, { screen: 'records' }>;

/** One screen for all kinds: the list, and beside it the record that is open. */
export function RecordsScreen(props: { readonly contract: Contract; readonly route: RecordsRoute }): ReactNode {
  const { contract, route } = props;
  const { screen: _screen, kind, open, date, draft, copy, closes, supplement, ...listed } = route;
  const written = JSON.stringify(listed);
  const span = useMemo(
    () => knownSpan(listed, availableColumns(kind, contract.profile).map(({ name }) => name)),
    // The text stands for what the address says of the list, whose identity changes with every address.
    // oxlint-disable-next-line react/exhaustive-deps
    [written, kind, contract.profile],
  );
  const today = useWorkspace((workspace) => workspace.info?.today ?? '');
  const recordsChanged = useWorkspace((workspace) => workspace.recordsChanged);
  const { title } = kindOf(kind);

  const add = (): void => void goTo({ screen: 'records', kind, open: 'new', ...span });
  const close = useCallback(() => void goTo({ screen: 'records', kind, ...span }), [kind, span]);
  const saved = useCallback((record: AnyRecord) => {
    recordsChanged(record.contractId);
    if (mendedRecord(record)) return;
    void goTo({ screen: 'records', kind: record.kind, open: record.id, ...(record.kind === kind ? span : {}) });
  }, [recordsChanged, kind, span]);
  const show = useCallback((next: ListedSpan) => rewriteAddress({ screen: 'records', kind, open, date, draft, copy, closes, supplement, ...next }), [kind, open, date, draft, copy, closes, supplement]);
  const isReadOnly = useIsReadOnly();
  useShortcut('Alt+N', add, !isReadOnly);

  if (isEntryWay(open)) return <EntryScreen key={`${contract.id} ${kind} ${open}`} contract={contract} kind={kind} way={open} close={close} />;

  return (
    <Page
      title={title}
      fills
      actions={(
        <>
          <DraftsMenu contractId={contract.id} kind={kind} />
          <EntryMenu contractId={contract.id} kind={kind} span={span} isListAlone={open === undefined} />
          <Hint text={recordsWords.add(title)} keys="Alt+N"><Button type="primary" icon={<PlusIcon />} disabled={isReadOnly} onClick={add}>{recordsWords.add(title)}</Button></Hint>
        </>
      )}
    >
      <MendingBar kind={kind} open={open} />
      <div className={open === undefined ? 'records' : 'records records-with-form'}>
        <RecordsList
          key={`${contract.id} ${kind}`}
          contract={contract}
          kind={kind}
          span={span}
          today={today}
          openId={open}
          isNarrow={open !== undefined}
          show={show}
          open={(record) => void goTo({ screen: 'records', kind, open: record.id, ...span })}
          copy={(record) => void goTo({ screen: 'records', kind, open: 'new', copy: record.id, ...span })}
          add={add}
        />
        {open === undefined ? null : <OpenRecord key={`${kind} ${open}`} contract={contract} kind={kind} openId={open} date={date ?? today} saved={saved} close={close} />}
      </div>
    </Page>
  );
}
