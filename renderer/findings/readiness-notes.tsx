import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { isOff } from '../../shared/rules/rule-settings.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import type { Waiver } from '../../shared/rules/waiver.ts';
import { call } from '../api.ts';
import { FailureView } from '../parts/state-views.tsx';
import { goTo } from '../state/navigation.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useIsReadOnly, useWorkspace } from '../state/workspace.ts';
import { severityWords } from '../words/common.ts';
import { waiverWords } from '../words/findings.ts';
import { historyInstant } from '../forms/history-text.ts';
import { MendingButton } from './mending-button.tsx';
import { ruleTitle } from './rule-title.ts';

const mostOpened = 3;

function WaiverRow(props: { readonly waiver: Waiver; readonly note?: string; readonly action: string; readonly withdraw: ((waiver: Waiver) => void) | undefined }): ReactNode {
  const { waiver, note, action, withdraw } = props;
  return (
    <li className="finding">
      <div>
        <div className="finding-message">{waiver.message}</div>
        <div className="finding-advice">{waiverWords.because(waiver.reason, waiver.by, historyInstant(waiver.at))}{note === undefined ? null : <strong>　{note}</strong>}</div>
      </div>
      <div className="finding-actions">{withdraw === undefined ? null : <Button size="small" type="link" aria-label={waiverWords.about(action, waiver.message)} onClick={() => withdraw(waiver)}>{action}</Button>}</div>
    </li>
  );
}

/** Nothing is mended in the year that is over; its records say where the matter went. */
function TakenOverRow(props: { readonly finding: Finding }): ReactNode {
  const { finding } = props;
  return (
    <li className="finding">
      <div><div className="finding-message">{finding.message}</div></div>
      <div className="finding-actions">
        {finding.mending.filter(({ action }) => action === 'open-record').slice(0, mostOpened).map((mending) => <MendingButton key={JSON.stringify(mending)} mending={mending} finding={finding} />)}
      </div>
    </li>
  );
}

/** Below the findings: what was waived and why, what goes on in the renewal, waivers that no longer stand for anything, and rules that the contract has weigh otherwise. */
export function ReadinessNotes(props: { readonly contractId: string }): ReactNode {
  const { contractId } = props;
  const { message } = App.useApp();
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const isReadOnly = useIsReadOnly();
  const notes = useAnswer('check.notes', { contractId }, version);
  if (notes.state === 'loading') return null;
  if (notes.state === 'error') return <FailureView failure={notes.failure} retry={notes.reload} />;
  const { waived, takenOver, lapsed, settings } = notes.value;
  const withdraw = (says: string): ((waiver: Waiver) => void) | undefined => (isReadOnly ? undefined : (waiver) => {
    void call('check.withdraw', { contractId, id: waiver.id }).then((done) => {
      if (!done.ok) return void message.error(done.error.message);
      useWorkspace.getState().recordsChanged(contractId);
      void message.success(says);
    });
  });
  return (
    <>
      {waived.length === 0 ? null : (
        <details className="finding-group">
          <summary>{waiverWords.waivedCount(waived.length)}</summary>
          <ul>{waived.map(({ waiver }) => <WaiverRow key={waiver.id} waiver={waiver} action={waiverWords.withdraw} withdraw={withdraw(waiverWords.withdrawn)} />)}</ul>
        </details>
      )}
      {takenOver.length === 0 ? null : (
        <details className="finding-group">
          <summary>{waiverWords.takenOverCount(takenOver.length)}</summary>
          <p className="muted">{waiverWords.takenOverNote}</p>
          <ul>{takenOver.map((finding) => <TakenOverRow key={`${finding.rule} ${finding.recordIds.join(' ')} ${finding.message}`} finding={finding} />)}</ul>
        </details>
      )}
      {lapsed.length === 0 ? null : (
        <details className="finding-group">
          <summary>{waiverWords.lapsedCount(lapsed.length)}</summary>
          <ul>{lapsed.map(({ waiver, why }) => <WaiverRow key={waiver.id} waiver={waiver} note={waiverWords.why[why]} action={waiverWords.discard} withdraw={withdraw(waiverWords.discarded)} />)}</ul>
        </details>
      )}
      {settings.length === 0 ? null : (
        <details className="finding-group">
          <summary>{waiverWords.settingsCount(settings.length)}</summary>
          <ul>
            {settings.map(({ rule, severity, reason }) => (
              <li key={rule} className="finding">
                <div>
                  <div className="finding-message">{waiverWords.setting(ruleTitle(rule), isOff(severity) ? waiverWords.off : severityWords[severity])}</div>
                  <div className="finding-advice">{waiverWords.reasonOf(reason)}</div>
                </div>
                <div className="finding-actions"><Button size="small" type="link" onClick={() => void goTo({ screen: 'settings', section: 'rules' })}>{waiverWords.openSettings}</Button></div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
