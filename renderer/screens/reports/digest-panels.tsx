import type { ReactNode } from 'react';
import { Button } from 'antd';
import type { PeriodDigest, ReportPeriod } from '../../../shared/ipc/report-channels.ts';
import { kindOf } from '../../../shared/records/kinds.ts';
import type { Finding } from '../../../shared/rules/finding.ts';
import { FindingsPanel } from '../../findings/findings-panel.tsx';
import { FailureView, LoadingView } from '../../parts/state-views.tsx';
import { goTo } from '../../state/navigation.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { reportScreenWords } from '../../words/reports.ts';
import { FiguresTable } from './figures-table.tsx';
import { findingsOf } from './report-steps.ts';

function Digest(props: { readonly digest: PeriodDigest; readonly period: ReportPeriod }): ReactNode {
  const { digest, period } = props;
  const { due, done, abnormal, closed } = digest.inspections;
  if (digest.counts.length === 0) return <p className="muted">{reportScreenWords.noRecords}</p>;
  return (
    <dl className="digest">
      <div><dt>{reportScreenWords.inspections}</dt><dd className={done < due ? undefined : 'digest-full'}>{reportScreenWords.inspected(done, due)}</dd></div>
      <div><dt>{reportScreenWords.abnormal}</dt><dd>{reportScreenWords.closed(closed, abnormal)}</dd></div>
      <div><dt>{reportScreenWords.workHours}</dt><dd>{reportScreenWords.hours(digest.workHours)}</dd></div>
      {digest.counts.map(({ kind, final, draft }) => (
        <div key={kind}>
          <dt>{kindOf(kind).title}</dt>
          <dd>{kind === 'report' ? reportScreenWords.counts(final, draft) : (
            <Button type="link" size="small" aria-label={`${reportScreenWords.openList(kindOf(kind).title)}，${reportScreenWords.counts(final, draft)}`} onClick={() => void goTo({ screen: 'records', kind, from: period.from, to: period.to })}>{reportScreenWords.counts(final, draft)}</Button>
          )}</dd>
        </div>
      ))}
    </dl>
  );
}

type DigestPanelsProps = { readonly contractId: string; readonly period: ReportPeriod };

/** What is missing in the period, what it holds, and its figures. */
export function DigestPanels(props: DigestPanelsProps): ReactNode {
  const { contractId, period } = props;
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const digest = useAnswer('reports.digest', { contractId, type: period.type, key: period.key }, version);
  const check = useAnswer('check.run', { contractId }, version);
  const missing: readonly Finding[] = check.state === 'ready' ? findingsOf(check.value, period) : [];
  return (
    <>
      <section className="panel" aria-label={reportScreenWords.missing}>
        <h2>{reportScreenWords.missing}</h2>
        {check.state === 'loading' ? <LoadingView /> : check.state === 'error' ? <FailureView failure={check.failure} retry={check.reload} />
          : missing.length === 0 ? <p className="muted">{reportScreenWords.noneMissing}</p> : <FindingsPanel findings={missing} />}
      </section>
      <section className="panel" aria-label={reportScreenWords.digest} aria-busy={digest.state === 'ready' && digest.isStale}>
        <h2>{reportScreenWords.digest}</h2>
        {digest.state === 'loading' ? <LoadingView /> : digest.state === 'error' ? <FailureView failure={digest.failure} retry={digest.reload} /> : <Digest digest={digest.value} period={period} />}
      </section>
      {digest.state !== 'ready' ? null : (
        <section className="panel" aria-label={reportScreenWords.figures}>
          <h2>{reportScreenWords.figures}</h2>
          <FiguresTable contractId={contractId} period={period} digest={digest.value} />
        </section>
      )}
    </>
  );
}
