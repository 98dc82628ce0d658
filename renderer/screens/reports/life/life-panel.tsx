import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { LocalDate } from '../../../../shared/dates.ts';
import type { ReportFacts } from '../../../../shared/ipc/report-channels.ts';
import type { ReportLife } from '../../../../shared/ipc/report-life-channels.ts';
import { historyInstant } from '../../../forms/history-text.ts';
import { FailureView, LoadingView } from '../../../parts/state-views.tsx';
import { useAnswer } from '../../../state/use-answer.ts';
import { useIsReadOnly, useWorkspace } from '../../../state/workspace.ts';
import { lifeWords } from '../../../words/report-life.ts';
import { ChangesTable, figureText } from './changes-table.tsx';
import { QuestionsPanel } from './questions-panel.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { useLifeActions, type LifeActions } from './use-life-actions.ts';

function Versions(props: { readonly versions: ReportLife['versions'] }): ReactNode {
  return (
    <div className="figures-scroll">
      <table className="plain-table" aria-label={lifeWords.versions}>
        <thead><tr>{lifeWords.versionColumns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
        <tbody>
          {props.versions.toReversed().map(({ version, madeAt, madeBy, reason, dataSha256, document }) => (
            <tr key={version}>
              <th scope="row">{lifeWords.version(version)}</th>
              <td>{historyInstant(madeAt)}</td>
              <td>{madeBy}</td>
              <td>{reason === '' ? lifeWords.first : reason}</td>
              <td>{document === undefined ? <span className="muted">{lifeWords.noDocument}</span> : <>{document.fileName} <code title={lifeWords.digest(document.fileSha256)}>{lifeWords.shortDigest(document.fileSha256)}</code></>}</td>
              <td><code title={lifeWords.digest(dataSha256)}>{lifeWords.shortDigest(dataSha256)}</code></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Explanations(props: { readonly explanations: ReportLife['explanations'] }): ReactNode {
  return (
    <>
      <h3>{lifeWords.explanations}</h3>
      <ul className="life-explanations">
        {props.explanations.toReversed().map(({ version, madeAt, madeBy, explanation, differences }) => (
          <li key={`${version} ${madeAt}`}>
            <div className="muted">{lifeWords.explanationBy(version, historyInstant(madeAt), madeBy)}</div>
            <div className="life-text">{explanation}</div>
            <div className="muted">{lifeWords.differences(differences.map((difference) => lifeWords.difference(difference.label, figureText(difference.before, difference), figureText(difference.after, difference))))}</div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Standing(props: { readonly life: ReportLife; readonly isSubmitted: boolean }): ReactNode {
  const { life: { versions, changes, isExplained, isPaperBehind }, isSubmitted } = props;
  const last = versions.at(-1);
  if (last === undefined) return <Alert type={isSubmitted ? 'warning' : 'info'} showIcon title={isSubmitted ? lifeWords.submittedUnfrozen : lifeWords.none} />;
  if (changes.length === 0 && isPaperBehind) return <Alert type="warning" showIcon title={lifeWords.onlyWords(last.version)} description={lifeWords.onlyWordsHint} />;
  if (changes.length === 0) return <p>{lifeWords.same(last.version, historyInstant(last.madeAt))}</p>;
  return isExplained
    ? <Alert type="info" showIcon title={lifeWords.explained(last.version, changes.length)} />
    : <Alert type="warning" showIcon title={lifeWords.changed(last.version, changes.length)} description={lifeWords.changedHint} />;
}

function Actions(props: { readonly life: ReportLife; readonly actions: LifeActions }): ReactNode {
  const { life: { versions, changes, isExplained, isPaperBehind }, actions } = props;
  const [dialog, setDialog] = useState<'again' | 'keep'>();
  const close = (): void => setDialog(undefined);
  const closeWhen = (isDone: boolean): void => { if (isDone) close(); };
  if (versions.length === 0) return <div className="report-actions"><Button type="primary" loading={actions.isBusy} title={lifeWords.freezeHint} onClick={() => void actions.freeze('')}>{lifeWords.freeze}</Button></div>;
  if (changes.length === 0 && !isPaperBehind) return null;
  return (
    <div className="report-actions">
      <Button type={isExplained ? 'default' : 'primary'} onClick={() => setDialog('again')}>{lifeWords.again}</Button>
      {isExplained ? null : <Button onClick={() => setDialog('keep')}>{lifeWords.keep}</Button>}
      {dialog === 'again' ? <ReasonDialog title={lifeWords.againTitle} note={lifeWords.againNote} label={lifeWords.reason} confirm={lifeWords.confirmFreeze} isBusy={actions.isBusy} close={close} save={(reason) => void actions.freeze(reason).then(closeWhen)} /> : null}
      {dialog === 'keep' ? <ReasonDialog title={lifeWords.keepTitle} note={lifeWords.keepNote} label={lifeWords.explanation} confirm={lifeWords.save} isBusy={actions.isBusy} close={close} save={(explanation) => void actions.keep(explanation).then(closeWhen)} /> : null}
    </div>
  );
}

type LifePanelProps = { readonly contractId: string; readonly report: ReportFacts; readonly today: LocalDate };

/** A finished report's frozen figures and what changed in them since; questions of the customer and their answers. */
export function LifePanel(props: LifePanelProps): ReactNode {
  const { contractId, report, today } = props;
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const life = useAnswer('reports.life', { contractId, reportId: report.id }, version);
  const actions = useLifeActions(contractId, report.id);
  const isReadOnly = useIsReadOnly();
  const { submittedOn } = report;
  return (
    <>
      <section className="panel" aria-label={lifeWords.title} aria-busy={life.state === 'ready' && life.isStale}>
        <h2>{lifeWords.title}</h2>
        {life.state === 'loading' ? <LoadingView /> : life.state === 'error' ? <FailureView failure={life.failure} retry={life.reload} /> : (
          <>
            <Standing life={life.value} isSubmitted={submittedOn !== undefined} />
            {life.value.changes.length === 0 ? null : <ChangesTable changes={life.value.changes} records={life.value.changedRecords} />}
            {isReadOnly ? null : <Actions life={life.value} actions={actions} />}
            {life.value.versions.length === 0 ? null : <><h3>{lifeWords.versions}</h3><Versions versions={life.value.versions} /></>}
            {life.value.explanations.length === 0 ? null : <Explanations explanations={life.value.explanations} />}
          </>
        )}
      </section>
      {life.state !== 'ready' || submittedOn === undefined ? null : <QuestionsPanel questions={life.value.questions} submittedOn={submittedOn} today={today} actions={actions} />}
    </>
  );
}
