import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Failure } from '../../shared/result.ts';
import { call } from '../api.ts';
import { Dialog } from '../parts/dialog.tsx';
import { formWords } from '../words/forms.ts';

type VoidDialogProps = { readonly record: AnyRecord; readonly isOpen: boolean; readonly close: () => void; readonly voided: (record: AnyRecord, text: string) => void };

/** Asks why a record is to be void; its number stays (作废留号). */
export function VoidDialog(props: VoidDialogProps): ReactNode {
  const { record, isOpen, close, voided } = props;
  const [reason, setReason] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const confirm = async (): Promise<void> => {
    setIsBusy(true);
    const result = await call('records.void', { id: record.id, reason: reason.trim() });
    setIsBusy(false);
    if (!result.ok) return setFailure(result.error);
    close();
    voided(result.value, formWords.voided(result.value.number));
  };

  return (
    <Dialog
      title={formWords.voidTitle(record.number)}
      isOpen={isOpen}
      close={close}
      confirm={{ text: formWords.voidRecord, action: () => void confirm(), isBusy, isDangerous: true, isDisabled: reason.trim() === '' }}
    >
      <p>{formWords.voidText}</p>
      <Input.TextArea aria-label={formWords.voidReason} autoSize={{ minRows: 2, maxRows: 5 }} maxLength={400} value={reason} onChange={(event) => setReason(event.target.value)} />
      {failure === undefined ? null : <div className="field-problem" role="alert">{failure.message}</div>}
    </Dialog>
  );
}
