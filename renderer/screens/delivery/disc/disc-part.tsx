import { App } from 'antd';
import { useCallback, useState, type ReactNode } from 'react';
import type { ChannelCall } from '../../../../shared/ipc/contract.ts';
import type { DiscSet, MadeDisc } from '../../../../shared/ipc/disc-channels.ts';
import type { Job, JobKind } from '../../../../shared/ipc/jobs.ts';
import type { Result } from '../../../../shared/result.ts';
import { call } from '../../../api.ts';
import { JobList } from '../../../parts/job-list.tsx';
import { FailureView, LoadingView } from '../../../parts/state-views.tsx';
import { useAsk } from '../../../parts/use-ask.ts';
import { useAfterJobs, useIsRunning, useJobs } from '../../../state/jobs.ts';
import { useAnswer } from '../../../state/use-answer.ts';
import { useIsReadOnly, useWorkspace } from '../../../state/workspace.ts';
import { discWords } from '../../../words/disc.ts';
import type { DeliveryPartProps } from '../part-actions.tsx';
import { BurnDialog } from './burn-dialog.tsx';
import { burnedOf } from './disc-size.ts';
import { DrivesPanel } from './drives-panel.tsx';
import { MadeDiscs, type DiscActions } from './made-discs.tsx';
import { MakePanel } from './make-panel.tsx';
import { VerifyDialog } from './verify-dialog.tsx';
import '../../../styles/disc.css';

const kinds: readonly JobKind[] = ['handover', 'verify', 'burn', 'disc-paper', 'bind'];
const shownJobs = 4;

type Task = { readonly kind: 'burn' | 'verify'; readonly set: DiscSet; readonly disc: MadeDisc };

/** Discs: what goes onto how many of them, folders and images, burning, reading back, and the papers that go with them. */
export function DiscPart(props: DeliveryPartProps): ReactNode {
  const { contract } = props;
  const contractId = contract.id;
  const { message } = App.useApp();
  const ask = useAsk();
  const isReadOnly = useIsReadOnly();
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const today = useWorkspace((workspace) => workspace.info?.today ?? '');
  const isBusy = useIsRunning(kinds);
  const [made, setMade] = useState(0);
  const follow = useJobs((state) => state.changed);
  const sets = useAnswer('discs.list', { contractId });
  const means = useAnswer('discs.drives', {});
  const [task, setTask] = useState<Task>();
  const [person, setPerson] = useState('');
  const { reload } = sets;
  const { reload: look } = means;
  // What a task made or burned, here or from another screen.
  useAfterJobs(kinds, useCallback(() => {
    setMade((count) => count + 1);
    reload();
    look();
  }, [reload, look]));

  const started = (job: Result<Job>): void => {
    if (job.ok) follow(job.value);
    else message.error(job.error.message);
  };
  const make = async (what: Omit<ChannelCall<'discs.make'>, 'contractId'>): Promise<void> => {
    const name = what.output.folder ?? '';
    const burned = sets.state === 'ready' ? burnedOf(sets.value, name) : 0;
    if (burned > 0 && !await ask({ title: discWords.remakeTitle(name, burned), text: discWords.remakeText, confirm: discWords.remake })) return;
    started(await call('discs.make', { contractId, ...what }));
  };
  const actions: DiscActions = {
    burn: (set, disc) => setTask({ kind: 'burn', set, disc }),
    verify: (set, disc) => setTask({ kind: 'verify', set, disc }),
    paper: (set, paper) => void call('discs.paper', { contractId, handover: set.handoverId, paper }).then(started),
    open: (set) => void call('handovers.reveal', { contractId, id: set.handoverId }).then((result) => {
      if (!result.ok) message.error(result.error.message);
      else if (result.value.opened) message.success(discWords.opened);
      else message.info(result.value.location);
    }),
  };
  const drives = means.state === 'ready' ? means.value.drives : [];
  const order = (given: Task): { readonly contractId: string; readonly handover: string; readonly number: number } => ({ contractId, handover: given.set.handoverId, number: given.disc.number });
  const leave = (who: string): void => {
    setPerson(who);
    setTask(undefined);
  };
  return (
    <>
      <div className="delivery-columns">
        <div>
          <MakePanel contractId={contractId} today={today} version={version + made} isReadOnly={isReadOnly} isBusy={isBusy} make={(what) => void make(what)} />
          {sets.state === 'loading' ? <section className="panel"><LoadingView /></section> : sets.state === 'error' ? <section className="panel"><FailureView failure={sets.failure} retry={sets.reload} /></section>
            : <MadeDiscs sets={sets.value} isBusy={isBusy} isReadOnly={isReadOnly} actions={actions} />}
        </div>
        <div>
          <JobList label={discWords.tasks} heading={discWords.tasks} kinds={kinds} count={shownJobs} />
          <DrivesPanel means={means} />
        </div>
      </div>
      {task?.kind !== 'burn' ? null : (
        <BurnDialog profile={contract.profile} set={task.set} disc={task.disc} drives={drives} person={person} close={() => setTask(undefined)} start={(drive, who) => {
          leave(who);
          void call('discs.burn', { ...order(task), drive, person: who }).then(started);
        }} />
      )}
      {task?.kind !== 'verify' ? null : (
        <VerifyDialog profile={contract.profile} set={task.set} disc={task.disc} drives={drives} person={person} close={() => setTask(undefined)} start={(what) => {
          leave(what.person);
          void call('discs.verify', { ...order(task), ...what }).then(started);
        }} />
      )}
    </>
  );
}
