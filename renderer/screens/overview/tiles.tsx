import { Button } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { formatNumber } from '../../../shared/deliverables/format-value.ts';
import type { Overview } from '../../../shared/ipc/overview.ts';
import { countFindings, ruleOutcomes } from '../../../shared/rules/check.ts';
import type { Finding } from '../../../shared/rules/finding.ts';
import type { ReadinessNotes } from '../../../shared/ipc/readiness-channels.ts';
import { useAnswer } from '../../state/use-answer.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { rules } from '../../../shared/rules/rules.ts';
import { overviewWords } from '../../words/overview.ts';
import { readinessWords } from '../../words/overview-pictures.ts';
import { Chart } from './charts/chart.tsx';
import { useChartColors } from './charts/chart-colors.ts';
import { quotaGauge, readinessRing } from './charts/chart-options.ts';

function DaysTile(props: { readonly label: string; readonly passedLabel: string; readonly days: number; readonly note: string }): ReactNode {
  const { label, passedLabel, days, note } = props;
  return (
    <div className={days < 0 ? 'tile tile-passed' : 'tile'}>
      <div className="tile-label">{days < 0 ? passedLabel : label}</div>
      <div className="tile-value">{Math.abs(days)}<small>{overviewWords.days}</small></div>
      <div className="tile-note">{note}</div>
    </div>
  );
}

function ReadinessTile(props: { readonly findings: readonly Finding[]; readonly notes: ReadinessNotes; readonly showFindings: () => void }): ReactNode {
  const { findings, notes, showFindings } = props;
  const colors = useChartColors();
  const outcomes = useMemo(() => ruleOutcomes({ ...notes, findings }), [findings, notes]);
  const option = useMemo(() => readinessRing(outcomes, colors), [outcomes, colors]);
  const { error, warning } = useMemo(() => countFindings(findings), [findings]);
  const passed = readinessWords.passed(outcomes, rules.length - outcomes.off);
  const text = readinessWords.findings(error, warning);
  return (
    <div className="tile tile-picture">
      <div>
        <div className="tile-label">{readinessWords.label}</div>
        <div className="tile-fact">{text}</div>
        <div className="tile-note">{passed}</div>
        {findings.length === 0 ? null : <Button className="tile-link" type="link" size="small" onClick={showFindings}>{readinessWords.open}</Button>}
      </div>
      <Chart className="tile-chart" option={option} label={`${readinessWords.label}：${passed}，${text}`} />
    </div>
  );
}

function QuotaTile(props: { readonly personDays: Overview['personDays'] }): ReactNode {
  const { used, quota } = props.personDays;
  const colors = useChartColors();
  const option = useMemo(() => quotaGauge(used, quota, colors), [used, quota, colors]);
  const isOver = used > quota;
  const note = overviewWords.personDaysNote(formatNumber(used, 2), formatNumber(quota, 2));
  return (
    <div className={isOver ? 'tile tile-picture tile-passed' : 'tile tile-picture'}>
      <div>
        <div className="tile-label">{overviewWords.personDays}</div>
        <div className="tile-value">{formatNumber(Math.abs(quota - used), 2)}<small>{isOver ? overviewWords.personDaysOver : overviewWords.personDaysLeft}</small></div>
        <div className="tile-note">{note}</div>
      </div>
      <Chart className="tile-chart" option={option} label={`${overviewWords.personDays}：${note}`} />
    </div>
  );
}

type TilesProps = {
  readonly overview: Overview;
  /** Undefined while the check runs, and when it failed. */
  readonly findings: readonly Finding[] | undefined;
  readonly hasCheckFailed: boolean;
  readonly showFindings: () => void;
};

/** The four numbers that the year is steered by. */
export function Tiles(props: TilesProps): ReactNode {
  const { overview, findings, hasCheckFailed, showFindings } = props;
  const { id: contractId, profile } = overview.contract;
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const notes = useAnswer('check.notes', { contractId }, version);
  return (
    <div className="tiles">
      <DaysTile label={overviewWords.serviceEnd} passedLabel={overviewWords.serviceEnded} days={overview.daysToServiceEnd} note={overviewWords.until(profile.service.to)} />
      <DaysTile label={overviewWords.handover} passedLabel={overviewWords.handoverPassed} days={overview.daysToHandover} note={overviewWords.handoverDay(overview.handoverDay, profile.acceptance.deadline)} />
      {findings === undefined || notes.state !== 'ready'
        ? <div className="tile"><div className="tile-label">{readinessWords.label}</div><div className="tile-note">{hasCheckFailed || notes.state === 'error' ? readinessWords.failed : readinessWords.waiting}</div></div>
        : <ReadinessTile findings={findings} notes={notes.value} showFindings={showFindings} />}
      <QuotaTile personDays={overview.personDays} />
    </div>
  );
}
