import { Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { Dialog } from '../../../parts/dialog.tsx';
import { ReportField } from '../report-field.tsx';

type ReasonDialogProps = {
  readonly title: string;
  readonly note: string;
  readonly label: string;
  readonly confirm: string;
  readonly isBusy: boolean;
  readonly save: (reason: string) => void;
  readonly close: () => void;
};

/** Asks why a report gets new figures, or why it keeps the old ones. */
export function ReasonDialog(props: ReasonDialogProps): ReactNode {
  const { title, note, label, confirm, isBusy, save, close } = props;
  const [reason, setReason] = useState('');
  const field = useId();
  const isEmpty = reason.trim() === '';
  return (
    <Dialog title={title} isOpen close={close} confirm={{ text: confirm, isBusy, isDisabled: isEmpty, action: () => save(reason.trim()) }}>
      <p>{note}</p>
      <ReportField id={field} label={label}>
        <Input.TextArea id={field} rows={3} maxLength={400} showCount required aria-required value={reason} onChange={(event) => setReason(event.target.value)} />
      </ReportField>
    </Dialog>
  );
}
