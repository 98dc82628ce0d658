import { lazy, Suspense, type ReactNode } from 'react';
import type { Contract } from '../../shared/contract/profile.ts';
import { fitsGrid } from '../../shared/entry/entry-row.ts';
import { kindOf, type KindName } from '../../shared/records/kinds.ts';
import { EmptyView, LoadingView } from '../parts/state-views.tsx';
import { entryMenuWords } from '../words/entry-grid.ts';
import type { EntryWay } from './entry-way.ts';
import '../styles/entry.css';
import { Button } from 'antd';

const GridEntry = lazy(() => import('./grid/grid-entry.tsx').then((module) => ({ default: module.GridEntry })));
const ChatEntry = lazy(() => import('./chat/chat-entry.tsx').then((module) => ({ default: module.ChatEntry })));
const ImportWizard = lazy(() => import('./import/import-wizard.tsx').then((module) => ({ default: module.ImportWizard })));

type EntryScreenProps = { readonly contract: Contract; readonly kind: KindName; readonly way: EntryWay; readonly close: () => void };

/** Entry of several records at a time, in place of the list. */
export function EntryScreen(props: EntryScreenProps): ReactNode {
  const { contract, kind, way, close } = props;
  const isPossible = way === 'import' || (way === 'grid' ? fitsGrid(kind) : kind === 'worklog');
  if (!isPossible) return <EmptyView text={entryMenuWords.notForKind(kindOf(kind).title)}><Button onClick={close}>{entryMenuWords.backToList}</Button></EmptyView>;
  return (
    <Suspense fallback={<LoadingView />}>
      {way === 'grid' ? <GridEntry contract={contract} kind={kind} close={close} /> : way === 'chat' ? <ChatEntry contract={contract} close={close} /> : <ImportWizard contract={contract} kind={kind} close={close} />}
    </Suspense>
  );
}
