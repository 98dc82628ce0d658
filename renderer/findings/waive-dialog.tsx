import { App, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import type { Finding } from '../../shared/rules/finding.ts';
import { subjectOf, substanceOf, waiverReasonLimit } from '../../shared/rules/waiver.ts';
import { call } from '../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { ReportField } from '../screens/reports/report-field.tsx';
import { useWorkspace } from '../state/workspace.ts';
import { waiverWords } from '../words/findings.ts';

/** Asks why a finding is to be lived with. */
export function WaiveDialog(props: { readonly finding: Finding; readonly contractId: string; readonly close: () => void; readonly done: () => void }): ReactNode {
  const { finding, contractId, close, done } = props;
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const field = useId();

  const waive = async (): Promise<void> => {
    setIsBusy(true);
    const waived = await call('check.waive', { contractId, rule: finding.rule, subject: subjectOf(finding), substance: substanceOf(finding), reason });
    setIsBusy(false);
    if (waived.ok) done();
    // Also when it was refused: the list shows what has changed meanwhile.
    useWorkspace.getState().recordsChanged(contractId);
    if (!waived.ok) return void message.error(waived.error.message);
    void message.success(waiverWords.waived);
    close();
  };

  return (
    <Dialog title={waiverWords.title} isOpen close={close} confirm={{ text: waiverWords.confirm, isBusy, isDisabled: reason.trim() === '', action: () => void waive() }}>
      <p>{finding.message}</p>
      <ReportField id={field} label={waiverWords.reason}>
        <Input.TextArea id={field} required aria-required value={reason} onChange={(event) => setReason(event.target.value)} maxLength={waiverReasonLimit} autoSize={{ minRows: 2, maxRows: 6 }} placeholder={waiverWords.example} />
      </ReportField>
      <p className="muted">{waiverWords.note}</p>
    </Dialog>
  );
}
