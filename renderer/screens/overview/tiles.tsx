import { Progress } from 'antd';
import type { ReactNode } from 'react';
import { formatNumber } from '../../../shared/deliverables/format-value.ts';
import type { Overview } from '../../../shared/ipc/overview.ts';
import { overviewWords } from '../../words/overview.ts';

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

function ShareTile(props: { readonly label: string; readonly percent: number; readonly isOver: boolean; readonly note: string }): ReactNode {
  const { label, percent, isOver, note } = props;
  return (
    <div className="tile">
      <div className="tile-label">{label}</div>
      <div className="tile-value">{isOver ? overviewWords.personDaysOver : <>{percent}<small>%</small></>}</div>
      <Progress percent={percent} showInfo={false} size="small" status={isOver ? 'exception' : 'normal'} aria-label={label} />
      <div className="tile-note">{note}</div>
    </div>
  );
}

/** A share that says 100 % only when nothing is missing. */
function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(100, Math.floor((part / whole) * 100));
}

/** The four numbers that the year is steered by. */
export function Tiles(props: { readonly overview: Overview }): ReactNode {
  const { overview } = props;
  const { profile } = overview.contract;
  const { inspections, personDays } = overview;
  return (
    <div className="tiles">
      <DaysTile label={overviewWords.serviceEnd} passedLabel={overviewWords.serviceEnded} days={overview.daysToServiceEnd} note={overviewWords.until(profile.service.to)} />
      <DaysTile label={overviewWords.handover} passedLabel={overviewWords.handoverPassed} days={overview.daysToHandover} note={overviewWords.handoverDay(overview.handoverDay, profile.acceptance.deadline)} />
      <ShareTile label={overviewWords.inspections} percent={percentOf(inspections.done, inspections.due)} isOver={false} note={overviewWords.inspectionsNote(inspections.done, inspections.due)} />
      <ShareTile
        label={overviewWords.personDays}
        percent={percentOf(personDays.used, personDays.quota)}
        isOver={personDays.used > personDays.quota}
        note={overviewWords.personDaysNote(formatNumber(personDays.used, 2), formatNumber(personDays.quota, 2))}
      />
    </div>
  );
}
