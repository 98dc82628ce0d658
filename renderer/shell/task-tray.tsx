import { LoadingIcon, UnorderedListIcon } from '../parts/icons.tsx';
import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Job } from '../../shared/ipc/jobs.ts';
import { JobCard } from '../parts/job-card.tsx';
import { runningJobs, useJobs } from '../state/jobs.ts';
import { useWorkspace } from '../state/workspace.ts';
import { shellWords } from '../words/shell.ts';

const shownJobs = 5;

/** Long tasks, reachable from every screen. */
export function TaskTray(): ReactNode {
  const jobs = useJobs((state) => state.jobs);
  const { contracts, contractId } = useWorkspace(useShallow((workspace) => ({ contracts: workspace.contracts, contractId: workspace.contractId })));
  // Named only where it is another contract's: nearly always it is the open one's.
  const projectOf = (job: Job): string | undefined => (job.contractId === contractId ? undefined : contracts.find(({ id }) => id === job.contractId)?.profile.projectName);
  const running = runningJobs(jobs).length;
  return (
    <Popover
      trigger="click"
      placement="rightBottom"
      title={shellWords.tasks}
      content={<div className="task-tray">{jobs.length === 0 ? shellWords.noTasks : jobs.slice(0, shownJobs).map((job) => <JobCard key={job.id} job={job} project={projectOf(job)} />)}</div>}
    >
      <button type="button" className="nav-link">
        {running > 0 ? <LoadingIcon /> : <UnorderedListIcon />}
        <span>{running > 0 ? shellWords.tasksRunning(running) : shellWords.tasks}</span>
      </button>
    </Popover>
  );
}
