import { App, Button, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { carriedPapers, carriedPaperTitles, type CarriedPaper } from '../../../../shared/carried/carried-data.ts';
import { countCarried, type CarriedItem } from '../../../../shared/carried/carried-item.ts';
import type { Job, JobKind } from '../../../../shared/ipc/jobs.ts';
import { call } from '../../../api.ts';
import { ContainerIcon, PlusIcon } from '../../../parts/icons.tsx';
import { JobList } from '../../../parts/job-list.tsx';
import { EmptyView, FailureView, LoadingView } from '../../../parts/state-views.tsx';
import { PreviewDialog } from '../../../preview/preview-dialog.tsx';
import { useAfterJobs, useIsRunning, useJobs } from '../../../state/jobs.ts';
import { goTo } from '../../../state/navigation.ts';
import { useAnswer } from '../../../state/use-answer.ts';
import { useIsReadOnly, useWorkspace } from '../../../state/workspace.ts';
import { carriedWords, closeWords } from '../../../words/carried.ts';
import { PartActions, type DeliveryPartProps } from '../part-actions.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { ClosingPanel } from './closing-panel.tsx';
import { DetailDialog } from './detail-dialog.tsx';
import { InventoryTable } from './inventory-table.tsx';
import { MakeDialog } from './make-dialog.tsx';
import { RegisterDialog } from './register-dialog.tsx';
import '../../../styles/carried.css';

/** What stands over the screen. */
type Task =
  | { readonly kind: 'make' }
  | { readonly kind: 'register'; readonly item: CarriedItem | undefined }
  | { readonly kind: 'close'; readonly items: readonly CarriedItem[] }
  | { readonly kind: 'look'; readonly item: CarriedItem };

/** The others are under 任务; here they would push the inventory away. */
const shownJobs = 1;
const kinds: readonly JobKind[] = ['carry', 'carry-paper'];

/** Carried media: what left the computer by whose permission, how it came back, and the papers about it. `open=backup` asks for a backup to be carried out. */
export function CarriedPart(props: DeliveryPartProps): ReactNode {
  const { contract, open } = props;
  const { message } = App.useApp();
  const isReadOnly = useIsReadOnly();
  const today = useWorkspace((workspace) => workspace.info?.today ?? '');
  const isBusy = useIsRunning(kinds);
  const list = useAnswer('carried.list', { contractId: contract.id });
  useAfterJobs(kinds, list.reload);
  const backups = useAnswer('backups.list', {});
  const data = useAnswer('data.state', {});
  const [task, setTask] = useState<Task | undefined>(open === 'backup' && !isReadOnly ? { kind: 'make' } : undefined);
  const [previewed, setPreviewed] = useState<CarriedPaper>();
  const [showsOut, setShowsOut] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());

  const leave = (): void => {
    setTask(undefined);
    if (open !== undefined) void goTo({ screen: 'delivery', part: 'carried' });
  };
  const done = (text: string): void => {
    leave();
    setChosen(new Set());
    list.reload();
    message.success(text);
  };
  const started = (job: Job): void => {
    leave();
    useJobs.getState().changed(job);
    message.info(carriedWords.started);
  };
  const paper = async (name: CarriedPaper): Promise<void> => {
    const job = await call('carried.paper', { contractId: contract.id, paper: name });
    if (job.ok) useJobs.getState().changed(job.value);
    else message.error(job.error.message);
  };

  if (list.state === 'loading') return <section className="panel"><LoadingView /></section>;
  if (list.state === 'error') return <section className="panel"><FailureView failure={list.failure} retry={list.reload} /></section>;
  const { items, sources } = list.value;
  const counts = countCarried(items, today);
  const shown = (showsOut ? items.filter(({ state }) => state === 'out') : items).toReversed();
  const picked = items.filter(({ id, state }) => state === 'out' && chosen.has(id));
  // The place for copies is known a moment later; a form that was opened before would begin without it.
  const isReady = backups.state !== 'loading' && data.state !== 'loading';
  return (
    <>
      {isReadOnly ? null : (
        <PartActions>
          <Button icon={<PlusIcon />} onClick={() => setTask({ kind: 'register', item: undefined })}>{carriedWords.register}</Button>
          <Button type="primary" icon={<ContainerIcon />} onClick={() => setTask({ kind: 'make' })}>{carriedWords.make}</Button>
        </PartActions>
      )}
      <p className="muted carried-note">{carriedWords.note}</p>
      <JobList label={carriedWords.tasks} kinds={kinds} count={shownJobs} />
      <section className="panel" aria-label={carriedWords.inventory}>
        <div className="carried-head">
          <h2>{carriedWords.inventory}</h2>
          {items.length === 0 ? null : <span className="muted">{carriedWords.counts(counts.out, counts.overdue, counts.returned, counts.destroyed)}</span>}
          {items.length === 0 ? null : <Segmented aria-label={carriedWords.show} value={showsOut ? 'out' : 'all'} options={[{ value: 'all', label: carriedWords.showAll }, { value: 'out', label: carriedWords.showOut }]} onChange={(value) => setShowsOut(value === 'out')} />}
          {picked.length === 0 || isReadOnly ? null : <span className="carried-picked">{carriedWords.chosen(picked.length)} <Button type="primary" size="small" onClick={() => setTask({ kind: 'close', items: picked })}>{carriedWords.close}</Button></span>}
        </div>
        {items.length === 0 ? <EmptyView text={carriedWords.none}>{isReadOnly ? carriedWords.noneHintReadOnly : carriedWords.noneHint}</EmptyView> : (
          <InventoryTable
            items={shown}
            today={today}
            isReadOnly={isReadOnly}
            chosen={chosen}
            choose={(ids, isChosen) => setChosen(new Set(isChosen ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id))))}
            look={(item) => setTask({ kind: 'look', item })}
            close={(item) => setTask({ kind: 'close', items: [item] })}
          />
        )}
      </section>
      <ClosingPanel counts={counts} duties={contract.profile.confidentiality.returnDuties} isReadOnly={isReadOnly} isBusy={isBusy} paper={(name) => void paper(name)} preview={setPreviewed} />
      <PreviewDialog name={previewed === undefined ? '' : carriedPaperTitles[previewed]} target={previewed === undefined ? undefined : { contractId: contract.id, template: carriedPapers[previewed] }} titlePrefix={contract.profile.deliverablePrefix} close={() => setPreviewed(undefined)} />
      {task?.kind !== 'make' || !isReady ? null : (
        <MakeDialog
          contractId={contract.id} profile={contract.profile} today={today} items={items} sources={sources} content="backup"
          place={backups.state === 'ready' && backups.value.outside?.isReachable === true ? backups.value.outside.location : ''}
          hasDialogs={data.state === 'ready' && data.value.hasDialogs} close={leave} started={started}
        />
      )}
      {task?.kind !== 'register' ? null : <RegisterDialog contractId={contract.id} profile={contract.profile} today={today} items={items} item={task.item} close={leave} saved={(item) => done(task.item === undefined ? carriedWords.registered(item.number) : carriedWords.saved)} />}
      {task?.kind !== 'close' ? null : <CloseDialog profile={contract.profile} today={today} items={task.items} close={leave} saved={(count) => done(closeWords.saved(count))} />}
      {task?.kind !== 'look' ? null : (
        <DetailDialog
          item={task.item} today={today} isReadOnly={isReadOnly} close={leave}
          edit={() => setTask({ kind: 'register', item: task.item })} end={() => setTask({ kind: 'close', items: [task.item] })} reopened={() => done(carriedWords.saved)}
        />
      )}
    </>
  );
}
