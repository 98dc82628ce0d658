import { FolderOpenIcon, StopIcon } from './icons.tsx';
import { App, Button, Progress, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Job } from '../../shared/ipc/jobs.ts';
import { call } from '../api.ts';
import { deliveryWords, jobKindWords } from '../words/delivery.ts';
import { jobFailuresTitle, jobStanding, jobStep } from './job-standing.ts';

function Output(props: { readonly job: Job }): ReactNode {
  const { message } = App.useApp();
  const [location, setLocation] = useState<string>();

  const reveal = async (): Promise<void> => {
    const result = await call('jobs.reveal', { id: props.job.id });
    if (!result.ok) return void message.error(result.error.message);
    setLocation(result.value.location);
    if (result.value.opened) message.success(deliveryWords.revealed);
  };
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text);
    message.success(deliveryWords.copied);
  };

  return (
    <div className="job-output">
      <Button size="small" type="primary" ghost icon={<FolderOpenIcon />} onClick={() => void reveal()}>{deliveryWords.reveal}</Button>
      {location === undefined ? null : (
        <>
          <code aria-label={deliveryWords.location}>{location}</code>
          <Button size="small" type="link" onClick={() => void copy(location)}>{deliveryWords.copyLocation}</Button>
        </>
      )}
    </div>
  );
}

/** One long task: how far it is, what came of it, what it could not do. */
export function JobCard(props: { readonly job: Job; /** Whose it is, where that does not go without saying. */ readonly project?: string | undefined }): ReactNode {
  const { job, project } = props;
  const { message } = App.useApp();
  const standing = jobStanding(job);
  const isRunning = job.state === 'running';
  const percent = job.total === 0 ? 0 : Math.floor((job.done / job.total) * 100);

  const cancel = async (): Promise<void> => {
    const result = await call('jobs.cancel', { id: job.id });
    if (!result.ok) message.error(result.error.message);
  };

  return (
    <article className="job" aria-label={deliveryWords.summaryOf(jobKindWords[job.kind])}>
      <header>
        <strong>{jobKindWords[job.kind]}</strong>
        <output><Tag color={standing.color}>{standing.text}</Tag></output>
        {isRunning ? <Button size="small" icon={<StopIcon />} onClick={() => void cancel()}>{deliveryWords.cancel}</Button> : null}
      </header>
      {project === undefined ? null : <div className="muted">{project}</div>}
      {isRunning ? (
        <>
          <Progress percent={percent} size="small" aria-label={jobKindWords[job.kind]} />
          <div className="job-step">{jobStep(job)}</div>
        </>
      ) : null}
      {job.error === undefined ? null : <div className="field-problem" role="alert">{job.error.message}</div>}
      {job.summary.length === 0 ? null : <ul className="job-summary">{job.summary.map((line) => <li key={line}>{line}</li>)}</ul>}
      {job.failures.length === 0 ? null : (
        <details>
          <summary>{jobFailuresTitle(job)}</summary>
          <ul className="problem-list">{job.failures.map((failure) => <li key={`${failure.item} ${failure.message}`}><strong>{failure.item}</strong> {failure.message}</li>)}</ul>
        </details>
      )}
      {job.hasOutput ? <Output job={job} /> : null}
    </article>
  );
}
