import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { formatNumber } from '../../../shared/deliverables/format-value.ts';
import type { Overview, OverviewMiss } from '../../../shared/ipc/overview.ts';
import { goTo } from '../../state/navigation.ts';
import { serviceLevelWords } from '../../words/overview-pictures.ts';
import { commonWords } from '../../words/common.ts';

const shownAtFirst = 5;

function Rate(props: { readonly label: string; readonly rate: number | undefined }): ReactNode {
  const { label, rate } = props;
  return <div><dt>{label}</dt><dd>{rate === undefined ? commonWords.none : <>{formatNumber(rate, 2)}<small>%</small></>}</dd></div>;
}

function Miss(props: { readonly miss: OverviewMiss; readonly limits: ContractProfile['serviceLevel'] }): ReactNode {
  const { miss, limits } = props;
  const facts = [
    ...(miss.isAnswerLate ? [serviceLevelWords.answerLate(miss.answerMinutes, limits.answerMinutes)] : []),
    ...(miss.isRestoreLate ? [serviceLevelWords.restoreLate(miss.restoreMinutes, limits.restoreMinutes)] : []),
  ];
  return (
    <li className="miss">
      <button type="button" className="miss-link" aria-label={serviceLevelWords.open(miss.number)} onClick={() => void goTo({ screen: 'records', kind: 'incident', open: miss.id })}>{miss.number}</button>
      <span className="miss-title" title={miss.title}>{miss.title}</span>
      <span className="miss-facts">{facts.join('；')}</span>
      <span className={miss.reason === undefined ? 'miss-open' : 'muted'} title={miss.reason}>{miss.reason === undefined ? serviceLevelWords.unexplained : serviceLevelWords.explained}</span>
    </li>
  );
}

/** How the promised times were kept, and each fault for which they were not. */
export function ServiceLevelPanel(props: { readonly serviceLevel: Overview['serviceLevel']; readonly limits: ContractProfile['serviceLevel'] }): ReactNode {
  const { serviceLevel, limits } = props;
  const [isOpen, setOpen] = useState(false);
  const { misses, measured, answerRate, restoreRate } = serviceLevel;
  const shown = isOpen ? misses : misses.slice(0, shownAtFirst);
  return (
    <section className="panel" aria-label={serviceLevelWords.title}>
      <header className="panel-head"><h2>{serviceLevelWords.title}</h2><span className="muted">{serviceLevelWords.measured(measured)}</span></header>
      <dl className="rates">
        <Rate label={serviceLevelWords.answerRate} rate={answerRate} />
        <Rate label={serviceLevelWords.restoreRate} rate={restoreRate} />
      </dl>
      {misses.length === 0 ? (measured === 0 ? null : <p className="muted">{serviceLevelWords.noMisses}</p>) : <ul className="misses">{shown.map((miss) => <Miss key={miss.id} miss={miss} limits={limits} />)}</ul>}
      {misses.length > shown.length ? <Button type="link" size="small" onClick={() => setOpen(true)}>{serviceLevelWords.more(misses.length - shown.length)}</Button> : null}
    </section>
  );
}
