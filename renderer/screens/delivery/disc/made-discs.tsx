import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { DiscPaper } from '../../../../shared/discs/disc-data.ts';
import type { DiscEvent } from '../../../../shared/discs/disc.ts';
import type { DiscSet, MadeDisc } from '../../../../shared/ipc/disc-channels.ts';
import { historyInstant } from '../../../forms/history-text.ts';
import { FolderOpenIcon, PrinterIcon } from '../../../parts/icons.tsx';
import { EmptyView } from '../../../parts/state-views.tsx';
import { discEventWords, discWords } from '../../../words/disc.ts';
import { discProgress, discSize, type DiscProgress } from './disc-size.ts';

export type DiscActions = {
  readonly burn: (set: DiscSet, disc: MadeDisc) => void;
  readonly verify: (set: DiscSet, disc: MadeDisc) => void;
  readonly paper: (set: DiscSet, paper: DiscPaper) => void;
  readonly open: (set: DiscSet) => void;
};

const progressColors: Readonly<Record<DiscProgress, string>> = { verified: 'green', verifyFailed: 'red', burned: 'orange', notBurned: 'default' };
const standingColors = { whole: 'green', replaced: 'orange', gone: 'default' } as const;
/** The whole list of differences stands in the task that found them. */
const shownProblems = 3;

function EventLine(props: { readonly event: DiscEvent }): ReactNode {
  const { event } = props;
  return (
    <li>
      <span className={event.ok ? undefined : 'field-problem'}>{event.kind === 'burn' ? discEventWords.burn : discEventWords.verify(event.target, event.ok, event.problemCount)}</span>
      <span className="muted">{discEventWords.by(historyInstant(event.at), [event.person, event.drive].filter((part) => part !== '').join('，'))}</span>
      {event.problems.length === 0 ? null : <ul>{event.problems.slice(0, shownProblems).map((problem) => <li key={problem} className="muted">{problem}</li>)}</ul>}
    </li>
  );
}

function DiscCard(props: { readonly set: DiscSet; readonly disc: MadeDisc; readonly isBusy: boolean; readonly isReadOnly: boolean; readonly actions: DiscActions }): ReactNode {
  const { set, disc, isBusy, isReadOnly, actions } = props;
  const name = discWords.discOf(disc.number, set.discs.length);
  const label = `${set.name} ${name}`;
  const progress = discProgress(disc);
  return (
    <li aria-label={label}>
      <div className="handover-head">
        <strong>{name}</strong>
        <Tag color={progressColors[progress]}>{discWords[progress]}</Tag>
        {disc.standing === 'whole' ? null : <Tag color={standingColors[disc.standing]}>{discWords.standing[disc.standing]}</Tag>}
        <Tag>{disc.hasImage ? discWords.hasImage : discWords.noImage}</Tag>
      </div>
      <div>{discWords.facts(disc.label, disc.files, discSize(disc.bytes))}</div>
      <div className="muted disc-groups">{discWords.groups(disc.groups)}</div>
      <div className="muted handover-digest" title={disc.manifestSha256}>{discWords.digest(disc.manifestSha256.slice(0, 16))}</div>
      <div className="handover-actions">
        {isReadOnly ? null : <Button size="small" type="primary" disabled={isBusy || !disc.hasImage} aria-label={`${discWords.burn}${label}`} onClick={() => actions.burn(set, disc)}>{discWords.burn}</Button>}
        <Button size="small" disabled={isBusy} aria-label={`${discWords.verify}${label}`} onClick={() => actions.verify(set, disc)}>{discWords.verify}</Button>
      </div>
      {disc.events.length === 0 ? null : (
        <details className="disc-events">
          <summary>{discWords.history}</summary>
          <ul>{disc.events.toReversed().map((event) => <EventLine key={event.id} event={event} />)}</ul>
        </details>
      )}
    </li>
  );
}

/** The hand-overs that were made as discs: how far each disc is, and what to do with it. */
export function MadeDiscs(props: { readonly sets: readonly DiscSet[]; readonly isBusy: boolean; readonly isReadOnly: boolean; readonly actions: DiscActions }): ReactNode {
  const { sets, isBusy, isReadOnly, actions } = props;
  return (
    <section className="panel" aria-label={discWords.made}>
      <h2>{discWords.made}</h2>
      {sets.length === 0 ? <EmptyView text={discWords.none}>{discWords.noneHint}</EmptyView> : sets.map((set) => (
        <article key={set.handoverId} className="disc-set" aria-label={set.name}>
          <div className="panel-head">
            <h3>{set.name}</h3>
            <span className="muted">{discWords.madeBy(historyInstant(set.madeAt), set.madeBy)}</span>
            <span className="disc-set-actions">
              <Button size="small" icon={<FolderOpenIcon />} disabled={set.discs.every(({ standing }) => standing === 'gone')} aria-label={`${discWords.open} ${set.name}`} onClick={() => actions.open(set)}>{discWords.open}</Button>
              {isReadOnly ? null : <Button size="small" icon={<PrinterIcon />} disabled={isBusy} aria-label={`${set.name} ${discWords.register}`} onClick={() => actions.paper(set, 'register')}>{discWords.register}</Button>}
              {isReadOnly ? null : <Button size="small" icon={<PrinterIcon />} disabled={isBusy} aria-label={`${set.name} ${discWords.labels}`} onClick={() => actions.paper(set, 'labels')}>{discWords.labels}</Button>}
            </span>
          </div>
          <ul className="handovers">{set.discs.map((disc) => <DiscCard key={disc.number} set={set} disc={disc} isBusy={isBusy} isReadOnly={isReadOnly} actions={actions} />)}</ul>
        </article>
      ))}
    </section>
  );
}
