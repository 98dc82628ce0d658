import { Alert, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Failure } from '../../../shared/result.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ProblemList } from '../../parts/problem-list.tsx';
import { bulkWords } from '../../words/bulk.ts';

type VoidManyProps = { readonly count: number; readonly isBusy: boolean; readonly failure: Failure | undefined; readonly make: (reason: string) => void; readonly close: () => void };

/** Asks why the chosen records become void. */
export function VoidManyDialog(props: VoidManyProps): ReactNode {
  const { count, isBusy, failure, make, close } = props;
  const [reason, setReason] = useState('');
  return (
    <Dialog title={bulkWords.voidTitle(count)} isOpen close={close} confirm={{ text: bulkWords.void, action: () => make(reason.trim()), isBusy, isDangerous: true, isDisabled: reason.trim() === '' }}>
      <p className="muted">{bulkWords.voidHint}</p>
      <label className="dialog-field">
        <span>{bulkWords.voidReason}</span>
        {/* The one thing that is asked for. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <Input.TextArea autoFocus rows={3} maxLength={400} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      {failure === undefined ? null : <Alert className="dialog-alert" type="error" showIcon role="alert" title={bulkWords.nothingChanged} description={<div className="dialog-scroll bulk-problems">{failure.details['problems'] === undefined ? failure.message : <ProblemList failure={failure} />}</div>} />}
    </Dialog>
  );
}
