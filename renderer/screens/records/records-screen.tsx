import { PlusIcon } from '../../parts/icons.tsx';
import { Button } from 'antd';
import { useCallback, useMemo, type ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import { kindOf } from '../../../shared/records/kinds.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { Hint } from '../../parts/hint.tsx';
import { Page } from '../../parts/page.tsx';
import { goTo } from '../../state/navigation.ts';
import type { ListedSpan, Route } from '../../state/route.ts';
import { useShortcut } from '../../state/use-shortcut.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { recordsWords } from '../../words/records.ts';
import { ImportButton } from './import-button.tsx';
import { OpenRecord } from './open-record.tsx';
import { RecordsList } from './records-list.tsx';

type RecordsRoute = Extract<Route, { screen: 'records' }>;

/** One screen for all kinds: the list, and beside it the record that is open. */
export function RecordsScreen(props: { readonly contract: Contract; readonly route: RecordsRoute }): ReactNode {
  const { contract, route } = props;
  const { kind, open, date, from, to, item } = route;
  const span = useMemo((): ListedSpan => ({ from, to, item }), [from, to, item]);
  const today = useWorkspace((workspace) => workspace.info?.today ?? '');
  const recordsChanged = useWorkspace((workspace) => workspace.recordsChanged);
  const { title } = kindOf(kind);

  const add = (): void => void goTo({ screen: 'records', kind, open: 'new', ...span });
  const close = useCallback(() => void goTo({ screen: 'records', kind, ...span }), [kind, span]);
  const saved = useCallback((record: AnyRecord) => {
    recordsChanged(record.contractId);
    void goTo({ screen: 'records', kind: record.kind, open: record.id, ...span });
  }, [recordsChanged, span]);
  useShortcut('Alt+N', add);

  return (
    <Page
      title={title}
      fills
      actions={(
        <>
          <ImportButton contractId={contract.id} kind={kind} />
          <Hint text={recordsWords.add(title)} keys="Alt+N"><Button type="primary" icon={<PlusIcon />} onClick={add}>{recordsWords.add(title)}</Button></Hint>
        </>
      )}
    >
      <div className={open === undefined ? 'records' : 'records records-with-form'}>
        <RecordsList key={`${contract.id} ${kind} ${JSON.stringify(span)}`} contract={contract} kind={kind} span={span} openId={open} isNarrow={open !== undefined} add={add} open={(record) => void goTo({ screen: 'records', kind, open: record.id, ...span })} />
        {open === undefined ? null : <OpenRecord key={`${kind} ${open}`} contract={contract} kind={kind} openId={open} date={date ?? today} saved={saved} close={close} />}
      </div>
    </Page>
  );
}
