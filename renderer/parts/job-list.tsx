import type { ReactNode } from 'react';
import { jobsOf, useJobs, type JobKinds } from '../state/jobs.ts';
import { useWorkspace } from '../state/workspace.ts';
import { JobCard } from './job-card.tsx';

type JobListProps = {
  readonly label: string;
  readonly kinds?: JobKinds;
  /** So many of the latest are shown; the others are under 任务. */
  readonly count: number;
  readonly heading?: string;
  /** Said while there is none; without it nothing is shown then. */
  readonly none?: string;
};

/** The latest long work of some kinds for the open contract. It alone is drawn with every step of a job; the screen around it is not. */
export function JobList(props: JobListProps): ReactNode {
  const { label, kinds, count, heading, none } = props;
  const contractId = useWorkspace((workspace) => workspace.contractId);
  const jobs = jobsOf(useJobs((state) => state.jobs), kinds, contractId).slice(0, count);
  if (jobs.length === 0 && none === undefined) return null;
  return (
    <section className="panel" aria-label={label}>
      {heading === undefined ? null : <h2>{heading}</h2>}
      {jobs.length === 0 ? <p className="muted">{none}</p> : jobs.map((job) => <JobCard key={job.id} job={job} />)}
    </section>
  );
}
