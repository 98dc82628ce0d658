import { CheckCircleIcon } from '../parts/icons.tsx';
import { Button, Segmented } from 'antd';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Finding, Mending, Severity } from '../../shared/rules/finding.ts';
import { useMendingTrip } from '../state/mending-trip.ts';
import { useIsReadOnly, useWorkspace } from '../state/workspace.ts';
import { SeverityTag } from '../parts/tags.tsx';
import { severityWords } from '../words/common.ts';
import { findingWords, waiverWords } from '../words/findings.ts';
import { ruleTitle } from './rule-title.ts';
import { MendingButton } from './mending-button.tsx';
import { groupFindings } from './group-findings.ts';
import { WaiveDialog } from './waive-dialog.tsx';

const severities: readonly Severity[] = ['error', 'warning', 'notice'];
const shownAtFirst = 3;
const shownMore = 20;
/** More buttons than this help nobody. */
const mostButtons = 3;
const writingActions: ReadonlySet<Mending['action']> = new Set(['add-record', 'link-work', 'attach-scan']);

function findingRows(list: HTMLElement | null): Element[] {
  return [...list?.querySelectorAll('.finding') ?? []];
}

type RowProps = { readonly finding: Finding; readonly shown: Severity | 'all'; readonly mended: (place: number) => void };

function FindingRow(props: RowProps): ReactNode {
  const { finding, shown, mended } = props;
  const contractId = useWorkspace((workspace) => workspace.contractId);
  const isReadOnly = useIsReadOnly();
  const [isWaiving, setIsWaiving] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const placeOf = (): number => (row.current === null ? 0 : findingRows(row.current.closest<HTMLElement>('.findings')).indexOf(row.current));
  return (
    <li className="finding" ref={row}>
      <div>
        <div className="finding-message">{finding.message}</div>
        <div className="finding-advice">{finding.advice}</div>
      </div>
      <div className="finding-actions">
        {finding.mending.filter((mending) => !isReadOnly || !writingActions.has(mending.action)).slice(0, mostButtons).map((mending) => <MendingButton key={JSON.stringify(mending)} mending={mending} finding={finding} shown={shown} placeOf={placeOf} done={() => mended(placeOf())} />)}
        {contractId === undefined || isReadOnly ? null : <Button size="small" type="text" className="muted" aria-label={waiverWords.about(waiverWords.waive, finding.message)} onClick={() => setIsWaiving(true)}>{waiverWords.waive}</Button>}
      </div>
      {contractId === undefined || !isWaiving ? null : <WaiveDialog finding={finding} contractId={contractId} done={() => mended(placeOf())} close={() => setIsWaiving(false)} />}
    </li>
  );
}

/** Findings of one rule; a long list opens step by step. */
function Group(props: Omit<RowProps, 'finding'> & { readonly rule: string; readonly findings: readonly Finding[] }): ReactNode {
  const { rule, findings, shown, mended } = props;
  const [count, setCount] = useState(shownAtFirst);
  const severity = findings[0]?.severity ?? 'notice';
  const hidden = findings.length - count;
  return (
    <section className="finding-group" data-rule={rule} aria-label={ruleTitle(rule)}>
      <h3><SeverityTag severity={severity} />{ruleTitle(rule)}<span className="finding-count">{findingWords.count(findings.length)}</span></h3>
      <ul>
        {/* Two findings of one rule may read alike; their order is fixed by the rule. */}
        {/* oxlint-disable-next-line react/no-array-index-key */}
        {findings.slice(0, count).map((finding, index) => <FindingRow key={`${index} ${finding.message}`} finding={finding} shown={shown} mended={mended} />)}
      </ul>
      {hidden > 0 ? <Button type="link" size="small" onClick={() => setCount(count + shownMore)}>{findingWords.more(Math.min(hidden, shownMore))}</Button> : null}
    </section>
  );
}

/** What stands between the records and the acceptance, by rule, with a way to mend each. */
export function FindingsPanel(props: { readonly findings: readonly Finding[] }): ReactNode {
  const { findings } = props;
  const [returned] = useState(() => useMendingTrip.getState().returned);
  const [shown, setShown] = useState<Severity | 'all'>(returned?.shown ?? 'all');
  const groups = useMemo(
    () => severities.filter((severity) => shown === 'all' || shown === severity).flatMap((severity) => groupFindings(findings.filter((finding) => finding.severity === severity))),
    [findings, shown],
  );
  const list = useRef<HTMLDivElement>(null);
  const mendedPlace = useRef<number>(undefined);
  // Back from the form in which a finding was mended: on with the next one of its kind.
  useEffect(() => {
    if (returned === undefined) return;
    useMendingTrip.getState().arrive();
    if (returned.rule === undefined) return;
    const rows = findingRows(list.current);
    const next = rows[Math.min(returned.place, rows.length - 1)];
    const sameRule = next?.closest(`[data-rule="${CSS.escape(returned.rule)}"]`) ?? list.current?.querySelector(`[data-rule="${CSS.escape(returned.rule)}"]`);
    const target = sameRule?.contains(next ?? null) === true ? next : sameRule?.querySelector('.finding') ?? next;
    (target?.querySelector('button') ?? list.current)?.focus();
    target?.scrollIntoView({ block: 'center' });
  }, [returned]);
  // The row that had the focus is gone when its finding was mended here: those who work from the keyboard go on with the next one.
  useEffect(() => {
    const place = mendedPlace.current;
    if (place === undefined) return;
    mendedPlace.current = undefined;
    if (document.activeElement !== document.body) return;
    const rows = findingRows(list.current);
    (rows[Math.min(place, rows.length - 1)]?.querySelector('button') ?? list.current)?.focus({ preventScroll: true });
  }, [findings]);
  const mended = (place: number): void => { mendedPlace.current = place; };
  // Where notices are left out, there is nothing to choose them by.
  const offered = severities.filter((severity) => severity === shown || findings.some((finding) => finding.severity === severity));
  const countOf = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  if (findings.length === 0) {
    return <div ref={list} tabIndex={-1} className="finding-none"><CheckCircleIcon /> {findingWords.none}</div>;
  }
  return (
    <div ref={list} tabIndex={-1} className="findings">
      <Segmented
        aria-label={findingWords.title}
        value={shown}
        onChange={setShown}
        options={[
          { value: 'all', label: `${findingWords.all} ${findings.length}` },
          ...offered.map((severity) => ({ value: severity, label: `${severityWords[severity]} ${countOf(severity)}` })),
        ]}
      />
      {groups.map((group) => <Group key={`${group.findings[0]?.severity ?? ''} ${group.rule}`} rule={group.rule} findings={group.findings} shown={shown} mended={mended} />)}
    </div>
  );
}
